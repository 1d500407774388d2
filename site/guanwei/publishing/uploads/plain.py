"""csv and txt: readable text and nothing that another program would run."""

import csv
import io
import string
import unicodedata

from django.utils.translation import gettext as _

from guanwei.publishing.uploads.finding import Unfit

ENCODINGS = ("utf-8-sig", "gb18030")
PLAIN = frozenset("\t\r\n\f")
LEAST_READABLE = 0.9
RUNS = frozenset(string.ascii_letters + "|(@=")
# Programs guess by the beginning.
OTHERS = ("<!doctype", "<html", "<script", "<svg", "<?xml", "<?php", "%pdf", "#!", "{\\rtf")


def check_text(data: bytes) -> None:
    """Raises Unfit."""
    text = _decoded(data)
    if text.lstrip().lower()[:12].startswith(OTHERS):
        raise Unfit(_("这个文件不是纯文本。请另存为 .txt 再上传。"))


def check_csv(data: bytes) -> None:
    """Cells that a spreadsheet would run as a formula are refused too. Raises Unfit."""
    check_text(data)
    csv.field_size_limit(1_000_000)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(_decoded(data)), strict=False), 1):
            if any(_is_formula(cell) for cell in row):
                said = _("第 %(row)d 行有以 =、@、+ 或 - 开头的公式，打开时会运行。请改成数值或文字再上传。")
                raise Unfit(said % {"row": number})
    except csv.Error as error:
        raise Unfit(_("表格的格式读不出来。请另存为 CSV 再上传。")) from error


def _is_formula(cell: str) -> bool:
    begun = cell.lstrip()
    if begun[:1] in ("=", "@"):
        return True
    return begun[:1] in ("+", "-") and any(each in RUNS for each in begun[1:3])


def _decoded(data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _readable(text):
            return text
    raise Unfit(_("文件里不是可读的文字。请确认选对了文件，另存为 UTF-8 编码再上传。"))


def _readable(text: str) -> bool:
    if any(unicodedata.category(each) == "Cc" and each not in PLAIN for each in text):
        return False
    good = sum(each.isspace() or unicodedata.category(each)[0] in "LNPSMZ" for each in text)
    return not text or good / len(text) >= LEAST_READABLE
