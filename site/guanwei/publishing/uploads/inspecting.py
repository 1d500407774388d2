"""One question for every door: may this file come in? Forms ask it, and so does every write past the forms."""

from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals.gate import GateRefused
from guanwei.publishing.uploads.finding import Unfit
from guanwei.publishing.uploads.names import safe_name
from guanwei.publishing.uploads.office import check_office
from guanwei.publishing.uploads.pdf import check_pdf
from guanwei.publishing.uploads.pictures import clean_picture, tells_when_taken
from guanwei.publishing.uploads.plain import check_csv, check_text

MEGABYTE = 1024 * 1024


class UploadRefused(GateRefused):
    """The file isn't taken. ``refusals`` says why and what can be done."""


class InspectedFile(ContentFile):
    """A file that was looked into: the guard of the tables doesn't look again.

    ``captured``: a picture that told when it was taken, before that was left out.
    """

    captured = False


def inspected_picture(file: Any) -> InspectedFile:
    """The picture, cleaned, under a safe name. Raises UploadRefused."""
    try:
        name = safe_name(file.name or "")
        data = _read(file, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
        cleaned = InspectedFile(clean_picture(data, PurePosixPath(name).suffix), name)
        cleaned.captured = tells_when_taken(data)
        return cleaned
    except Unfit as unfit:
        raise _refused(unfit) from unfit


def inspected_attachment(file: Any) -> InspectedFile:
    """The document, unchanged, under a safe name. Raises UploadRefused."""
    try:
        name = safe_name(file.name or "")
        data = _read(file, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
        _check(data, PurePosixPath(name).suffix)
        return InspectedFile(data, name)
    except Unfit as unfit:
        raise _refused(unfit) from unfit


def _check(data: bytes, suffix: str) -> None:
    if suffix in (".docx", ".xlsx"):
        check_office(data, suffix)
    elif suffix == ".pdf":
        check_pdf(data)
    elif suffix == ".csv":
        check_csv(data)
    elif suffix == ".txt":
        check_text(data)
    else:
        raise Unfit(
            _("不能上传 %(suffix)s 文件。可以上传：%(known)s。")
            % {"suffix": suffix, "known": _("、").join(settings.WAGTAILDOCS_EXTENSIONS)}
        )


def _read(file: Any, most: int) -> bytes:
    """All of it, or one byte more than may be."""
    file.seek(0)
    data: bytes = file.read(most + 1)
    file.seek(0)
    if len(data) > most:
        raise Unfit(_("文件超过 %(most)d MB。请压缩或拆分后再上传。") % {"most": most // MEGABYTE})
    if not data:
        raise Unfit(_("文件是空的。请确认选对了文件。"))
    return data


def _refused(unfit: Unfit) -> UploadRefused:
    return UploadRefused(Refusal(str(unfit), rule="upload"))
