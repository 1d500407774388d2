"""Downloads an archived official form, exactly as it was archived."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.console.registers.duties import reads_registers
from guanwei.console.review.answers import person_of, refused
from guanwei.publishing.models import FormSheet

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def form_sheet(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """The .docx, for those who read the registers; one that isn't as archived any more is not handed out."""
    if not reads_registers(person_of(request)):
        return refused(request, [Refusal(_("归档表格由督查人员和系统管理员查阅；请与他们联系。"))])
    return handed_out(request, get_object_or_404(FormSheet, pk=sheet_id))


def handed_out(request: HttpRequest, sheet: FormSheet) -> HttpResponse:
    """The archived file, unless it isn't as archived any more."""
    if not sheet.verify():
        return refused(request, [Refusal(_("这张表与归档时不同，不能下载；请系统管理员从备份核对。"))], 409)
    return word_file(bytes(sheet.file), sheet.file_name)


def word_file(content: bytes, name: str) -> HttpResponse:
    """A .docx to save under ``name``."""
    answer = HttpResponse(content, content_type=DOCX)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer
