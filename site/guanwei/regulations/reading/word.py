"""The text of a Word document: paragraphs and table cells in order, automatic numbers written out."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from docx import Document
from docx.oxml.ns import qn

from guanwei.publishing.importing.decoding import Unreadable
from guanwei.publishing.uploads.office import BROKEN, check_office
from guanwei.regulations.reading.numbering import Numbers

# Before Word 2007, and every file that Word encrypts.
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
MOST_MARKUP = 20 * 1024 * 1024


def refuse_compound(data: bytes) -> None:
    """Raises ``Unreadable`` for a file that Word keeps in its older container."""
    if data.startswith(COMPOUND):
        raise Unreadable(_("这是旧版 .doc 或加了密码的文档；请去掉密码，另存为 .docx 再载入。"))


def read_word(data: bytes) -> tuple[list[str], list[str]]:
    """Lines and remarks. Raises ``Unfit`` or ``Unreadable``."""
    _refuse_bomb(data)
    check_office(data, ".docx")
    try:
        body = Document(io.BytesIO(data))
    except Exception as broken:  # python-docx stumbles over missing parts in many ways
        raise Unreadable(_("文档的结构读不出来；请用办公软件打开、另存为 .docx 再载入。")) from broken
    numbers = Numbers(body)
    lines = [line for paragraph in _paragraphs(body) for line in _lines(paragraph, numbers)]
    return lines, _remarks(body, numbers)


def _refuse_bomb(data: bytes) -> None:
    """The sizes that the zip admits to, before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            markup = sum(each.file_size for each in packed.infolist() if each.filename.endswith(".xml"))
    except BROKEN as broken:
        raise Unreadable(_("文件已损坏，或不是真正的 .docx；请用办公软件打开、另存再载入。")) from broken
    if markup > MOST_MARKUP:
        raise Unreadable(_("文件解开后异常巨大；请只保留规定的正文，另存再载入。"))


def _paragraphs(body: Any) -> Iterator[Any]:
    """Every paragraph of the body, those in tables too, in the order in which they are read."""
    return body.element.body.iter(qn("w:p"))


def _lines(paragraph: Any, numbers: Numbers) -> list[str]:
    """The paragraph's text as it stands once all tracked changes are accepted; line breaks break it."""
    text = "".join(_words(paragraph))
    label = numbers.label_of(paragraph)
    first, *rest = text.split("\n")
    return [f"{label}{first}" if first.strip() else "", *rest]


def _words(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:cr")):
        # A text box holds paragraphs of its own, which come by themselves.
        if next(element.iterancestors(qn("w:p"))) is not paragraph:
            continue
        if element.tag == qn("w:t"):
            yield element.text or ""
        else:
            yield " " if element.tag == qn("w:tab") else "\n"


def _remarks(body: Any, numbers: Numbers) -> list[str]:
    found = []
    changed = next(body.element.body.iter(qn("w:ins"), qn("w:del")), None)
    if changed is not None:
        found.append(_("文档带有修订痕迹，按接受全部修订后的文字读取；请以清稿核对。"))
    if numbers.unknown:
        said = _("有%(count)d处自动编号的样式认不出，编号没有读入；请在文档里把编号转为文字再载入。")
        found.append(said % {"count": numbers.unknown})
    return found
