"""Text without markup: which encoding it has, and whether it is text at all."""

import unicodedata
from collections import Counter
from typing import NamedTuple

from guanwei.screening.attachments.problems import ProblemCode, Stopped

# What offices write. GB 18030 holds GBK and GB 2312 too, and takes nearly every sequence of bytes, so it is last.
MARKED = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
UNMARKED = ("utf-8", "gb18030")
LEAST_READABLE = 0.9
PLAIN = frozenset("\t\r\n\f\x1a")


class Decoded(NamedTuple):
    """``mark`` are the bytes before the text that say its encoding."""

    text: str
    encoding: str
    mark: bytes

    def encoded(self, text: str) -> bytes:
        """Another text as this file would hold it."""
        return self.mark + text.encode(self.encoding)


def decoded(data: bytes) -> Decoded:
    """Raises Stopped where it isn't readable text in an encoding that offices use."""
    for mark, encoding in MARKED:
        if data.startswith(mark):
            return _readable(data[len(mark) :], encoding, mark)
    try:
        return _readable(data, UNMARKED[0], b"")
    except Stopped:
        return _readable(data, UNMARKED[1], b"")


def _readable(data: bytes, encoding: str, mark: bytes) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Stopped(ProblemCode.NOT_READABLE) from error
    counted = Counter(text)
    good = sum(many for each, many in counted.items() if _is_words(each))
    if good < LEAST_READABLE * len(text):
        raise Stopped(ProblemCode.NOT_READABLE)
    return Decoded(text, encoding, mark)


def _is_words(character: str) -> bool:
    """Marks that nobody sees (Cf) hide words from a search, not from us."""
    category = unicodedata.category(character)
    return character in PLAIN or category[0] in "LNPSMZ" or category == "Cf"
