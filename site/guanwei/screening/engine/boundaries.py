"""Where a word of letters or digits begins and ends: PC28 isn't in PC280, nor in an address."""

from guanwei.screening.engine import characters
from guanwei.screening.engine.reading import Reading

ALPHANUMERIC = characters.LETTER | characters.DIGIT
# What an address is made of beside letters and digits, and how far around a word one is looked for.
ADDRESS_MARKS = frozenset("-._~:/?#@!$&'*+,;=%[]")
FAR = 100
# Marks at the ends of an address belong to the sentence around it.
SENTENCE_MARKS = ".,;:!?'*-~/#&+=_[]"


def stands_alone(reading: Reading, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` doesn't go on at an end of it that is a letter or digit."""
    first, last = reading.kinds[start] & ALPHANUMERIC, reading.kinds[end - 1] & ALPHANUMERIC
    if not (first or last):
        return True
    if first and (reading.is_at(start - 1, ALPHANUMERIC) or _number_before(reading, start)):
        return False
    if last and (reading.is_at(end, ALPHANUMERIC) or _number_after(reading, end)):
        return False
    return not (first and last and in_address(reading, start, end))


def _number_before(reading: Reading, start: int) -> bool:
    """1,040 is no 040."""
    number = reading.is_at(start, characters.DIGIT) and reading.is_at(start - 2, characters.DIGIT)
    return number and reading.plain[start - 1] in ".,"


def _number_after(reading: Reading, end: int) -> bool:
    number = reading.is_at(end - 1, characters.DIGIT) and reading.is_at(end + 1, characters.DIGIT)
    return number and reading.plain[end] in ".,"


def in_address(reading: Reading, start: int, end: int) -> bool:
    """Whether it is part of a URL or an e-mail address."""
    while start > 0 and end - start < FAR and _of_address(reading, start - 1):
        start -= 1
    begin = start
    while end < len(reading.plain) and end - begin < 2 * FAR and _of_address(reading, end):
        end += 1
    around = reading.plain[begin:end].strip(SENTENCE_MARKS)
    return any(mark in around for mark in "@./")


def _of_address(reading: Reading, offset: int) -> bool:
    return reading.is_at(offset, ALPHANUMERIC) or reading.plain[offset] in ADDRESS_MARKS
