"""Where a word of letters or digits begins and ends: PC28 isn't in PC280, nor in an address."""

import re

from guanwei.screening.engine import characters
from guanwei.screening.engine.reading import Reading

ALPHANUMERIC = characters.LETTER | characters.DIGIT
# What an address is made of (RFC 3986), and how far around a word one is looked for.
OF_ADDRESS = re.compile(r"[a-z0-9\-._~:/?#@!$&'*+,;=%\[\]]*")
# A host, a path or a mailbox: marks alone are none.
PARTED, NAMED = re.compile(r"[./@]"), re.compile(r"[a-z0-9]")
FAR = 100
# Marks at the ends of an address belong to the sentence around it.
SENTENCE_MARKS = ".,;:!?'*-~/#&+=_[]@"


def stands_alone(reading: Reading, start: int, end: int, in_addresses: bool = False) -> bool:
    """Whether ``text[start:end]`` doesn't go on at an end of it that is a letter or digit.

    ``in_addresses``: also as a part of an address.
    """
    first, last = reading.kinds[start] & ALPHANUMERIC, reading.kinds[end - 1] & ALPHANUMERIC
    if not (first or last):
        return True
    if first and (reading.is_at(start - 1, ALPHANUMERIC) or _number_before(reading, start)):
        return False
    if last and (reading.is_at(end, ALPHANUMERIC) or _number_after(reading, end)):
        return False
    return in_addresses or not (first and last and in_address(reading, start, end))


def _number_before(reading: Reading, start: int) -> bool:
    """1,040 is no 040."""
    number = reading.is_at(start, characters.DIGIT) and reading.is_at(start - 2, characters.DIGIT)
    return number and reading.plain[start - 1] in ".,"


def _number_after(reading: Reading, end: int) -> bool:
    number = reading.is_at(end - 1, characters.DIGIT) and reading.is_at(end + 1, characters.DIGIT)
    return number and reading.plain[end] in ".,"


def in_address(reading: Reading, start: int, end: int) -> bool:
    """Whether it is part of a URL or an e-mail address."""
    plain = reading.plain
    before = OF_ADDRESS.match(plain[max(0, start - FAR) : start][::-1])
    after = OF_ADDRESS.match(plain, end, end + FAR)
    first, beyond = start - (before.end() if before else 0), after.end() if after else end
    # Marks inside the word are its own, or were put there to hide it.
    around = (plain[first:start].lstrip(SENTENCE_MARKS), plain[end:beyond].rstrip(SENTENCE_MARKS))
    return any(PARTED.search(each) and NAMED.search(each) for each in around)
