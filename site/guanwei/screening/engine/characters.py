"""One table of all characters: what each is folded to, and what it is. Folding keeps every offset."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import numpy as np
import opencc

# What a character is, in a byte; in the table it stands above the 21 bits of the character.
DIGIT, LETTER, HAN, GAP, STOP = (1 << bit for bit in range(5))
KIND = 21
CHARACTER = (1 << KIND) - 1
UNKNOWN = 0xFFFD
CODE_POINTS = 0x110000

# Where a character may be a form of another one: all but Han and Hangul, which are their own.
FORMS = ((0x80, 0x3400), (0xA000, 0xAC00), (0xF900, 0x10000), (0x1D400, 0x1D800), (0x1F100, 0x1F200))
COMPATIBILITY_HAN = ((0x2F800, 0x2FA20),)
HAN_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x32000))
# Marks that end a clause: a word does not go across them.
STOPS = '，。；：！？、,;:!?\n\r\t|《》〈〉「」『』【】〔〕（）()[]{}“”"…\u2028\u2029\x0b\x0c'
# What people put between the characters of a word that they want to hide, beside blanks and what can't be seen.
GAPS = "*.-_~+=/\\·・•‧˙`'^#@&$%—–―\u2010\u2011\u2012\u2212－～＊．＿ˉ¨°★☆●○◆◇■□△▲▽▼※→←↑↓"  # noqa: RUF001


def _single(character: str) -> str:
    """Its plain form, where that is one character as well."""
    folded = unicodedata.normalize("NFKC", character).casefold()
    return (
        folded if len(folded) == 1 else character.casefold() if len(character.casefold()) == 1 else character
    )


def _forms() -> Iterator[tuple[int, int]]:
    for first, last in (*FORMS, *COMPATIBILITY_HAN):
        for code in range(first, last):
            yield code, ord(_single(chr(code)))
    yield from ((code, code + 32) for code in range(ord("A"), ord("Z") + 1))


def _simplified() -> Iterator[tuple[int, int]]:
    """Traditional and variant characters, one by one: phrases would change a text's length."""
    written = "\n".join(map(chr, range(0x3400, 0xA000)))
    simple = opencc.OpenCC("t2s").convert(written)
    if len(simple) != len(written):
        raise ValueError("simplifying changed the number of characters")
    return ((ord(old), ord(new)) for old, new in zip(written, simple, strict=True) if old != new)


def _unseen(code: int) -> bool:
    return unicodedata.category(chr(code)) in {"Mn", "Me", "Cf", "Cc", "Zs"}


def table() -> "np.ndarray[tuple[int], np.dtype[np.uint32]]":
    """By code point: the character that it is folded to, with bits for what that is. 4.4 MB."""
    folds = np.arange(CODE_POINTS, dtype=np.uint32)
    for code, to in (*_forms(), *_simplified()):
        folds[code] = to
    # A form of a traditional character is folded twice.
    folds = folds[folds]
    folds[0xD800:0xE000] = UNKNOWN
    # numpy takes a NUL at the end of a string for padding.
    folds[0] = UNKNOWN
    what: Any = np.zeros(CODE_POINTS, dtype=np.uint32)
    for first, last in HAN_RANGES:
        what[first:last] |= HAN
    what[ord("0") : ord("9") + 1] |= DIGIT
    what[ord("a") : ord("z") + 1] |= LETTER
    unseen = [
        code for code in (*range(0x3100), *range(0xFE00, 0xFF00), 0xFFF9, 0xFFFA, 0xFFFB) if _unseen(code)
    ]
    emoji = [*range(0x1F000, 0x1F100), *range(0x1F200, 0x1FB00), *range(0x2600, 0x27C0)]
    what[unseen] |= GAP
    what[emoji] |= GAP
    what[0xE0000:0xE0200] |= GAP
    for marks, kind in ((GAPS, GAP), (STOPS, STOP)):
        what[[ord(mark) for mark in marks]] = kind
    kinds = what[folds] | (what & (GAP | STOP))
    folded: np.ndarray[tuple[int], np.dtype[np.uint32]] = folds | (kinds << np.uint32(KIND))
    return folded
