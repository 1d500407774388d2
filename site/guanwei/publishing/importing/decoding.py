"""From bytes to text, or one sentence why not."""

import unicodedata

from django.utils.translation import gettext as _

MOST_BYTES = 2 * 1024 * 1024
ENCODINGS = ("utf-8-sig", "gb18030")
LEAST_READABLE = 0.9


class Unreadable(Exception):
    """The file is no plain-text document. The message is a sentence for the person who chose it."""


def decode(data: bytes) -> str:
    """The text of ``data``, in UTF-8 or GB18030, with line ends and blanks made plain."""
    if len(data) > MOST_BYTES:
        raise Unreadable(
            _("文件有%(have)d MB，超过%(most)d MB；请只导入正文的纯文本。")
            % {"have": len(data) // (1024 * 1024), "most": MOST_BYTES // (1024 * 1024)}
        )
    if b"\0" in data:
        raise Unreadable(_("这不是纯文本文件；请把正文另存为 .txt 再导入。"))
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _readable(text):
            return _plain(text)
    raise Unreadable(_("认不出文件的编码；请另存为 UTF-8 编码的 .txt 再导入。"))


def _readable(text: str) -> bool:
    """Mostly letters, digits, punctuation and blanks: bytes of another kind decode to rare signs."""
    if not text.strip():
        raise Unreadable(_("文件里没有文字；请检查是否选错了文件。"))
    good = sum(each.isspace() or unicodedata.category(each)[0] in "LNPSZ" for each in text)
    common = sum("\u4e00" <= each <= "\u9fff" or each.isascii() for each in text if not each.isspace())
    solid = sum(not each.isspace() for each in text)
    return good / len(text) >= LEAST_READABLE and common / solid >= LEAST_READABLE / 2


def _plain(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_plain_line(line) for line in lines)


def _plain_line(line: str) -> str:
    """Exotic blanks become blanks; control and format signs (zero width, direction marks) go."""
    spaced = "".join(" " if unicodedata.category(each) == "Zs" or each == "\t" else each for each in line)
    kept = "".join(each for each in spaced if unicodedata.category(each) not in ("Cc", "Cf", "Cs", "Co"))
    return kept.strip()
