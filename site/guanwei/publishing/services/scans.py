"""A step signed on paper: the scan is looked into and kept as evidence, or nothing of it is."""

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image, ImageStat

from guanwei.api import Refusal
from guanwei.approvals.services import record_paper
from guanwei.approvals.services.paper_checks import Paper
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person
from guanwei.publishing.models import Attachment
from guanwei.publishing.models.files import sha256_of
from guanwei.publishing.uploads import UploadRefused, inspected_attachment, inspected_picture

PICTURES = (".jpg", ".jpeg", ".png")
SCANS = (".pdf", *PICTURES)
# A4 at 72 dpi: below that nobody reads the words beside the signature.
LEAST_WIDTH, LEAST_HEIGHT = 595, 842
# An empty sheet through a scanner is noise of a few grey levels.
LEAST_CONTRAST = 6.0
TITLE = gettext_lazy("纸质签署扫描件")


def bring_paper(
    submission_id: int,
    step_id: int,
    by: Person,
    seen: Mapping[str, str],
    paper: Paper,
    upload: UploadedFile | None,
) -> list[Refusal]:
    """Record ``paper`` with its scan. Refused without a row or a file left behind."""
    kept, refusals = _kept(upload, paper, by)
    if refusals or kept is None:
        return refusals
    attachment, is_new = kept
    with transaction.atomic(), acting(by):
        refusals = record_paper(submission_id, step_id, by, seen, replace(paper, scan=attachment.sha256))
        if refusals and is_new:
            attachment.file.delete(save=False)
            attachment.delete()
    return refusals


def _kept(
    upload: UploadedFile | None, paper: Paper, by: Person
) -> tuple[tuple[Attachment, bool] | None, list[Refusal]]:
    """The attachment that holds these bytes, and whether it was made now."""
    if upload is None:
        return None, [Refusal(_("请选择签好的纸质件的扫描件或照片。"))]
    if not str(upload.name).lower().endswith(SCANS):
        return None, [Refusal(_("扫描件须是 PDF、JPG 或 PNG 文件。"))]
    try:
        clean = _inspected(upload)
    except UploadRefused as refused:
        return None, list(refused.refusals)
    except _Unreadable as refused:
        return None, [Refusal(str(refused))]
    known = Attachment.objects.filter(sha256=sha256_of(clean)).first()
    if known is not None:
        return (known, False), []
    title = f"{on_record(TITLE)} {paper.document}"[:255]
    with acting(by):
        return (Attachment.objects.create(title=title, file=clean, uploaded_by_user=by), True), []


class _Unreadable(Exception):
    """Nobody could compare this with anything. The message is the sentence."""


def _inspected(upload: UploadedFile) -> Any:
    """The file as it may be stored; raises where it isn't what it says, or shows nothing."""
    if not str(upload.name).lower().endswith(PICTURES):
        return inspected_attachment(upload)
    clean = inspected_picture(upload)
    clean.seek(0)
    with Image.open(io.BytesIO(clean.read())) as seen:
        short, long = sorted(seen.size)
        if short < LEAST_WIDTH or long < LEAST_HEIGHT:
            raise _Unreadable(_("扫描件太小，看不清内容；请用 A4 幅面、每英寸 150 点以上重新扫描。"))
        if ImageStat.Stat(seen.convert("L")).stddev[0] < LEAST_CONTRAST:
            raise _Unreadable(_("扫描件是空白的；请检查是否扫到了有字的一面。"))
    clean.seek(0)
    return clean
