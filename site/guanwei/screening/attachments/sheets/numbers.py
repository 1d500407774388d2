"""Numbers as a workbook keeps them, and what it loses of long ones."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

# Binary numbers of 64 bits hold 15 decimal digits for certain; office programs cut the rest off.
CERTAIN, LONGEST = 15, 19
ID_LENGTH, BIRTH = 18, slice(6, 14)
UNION_PAY = "62"
REGION = range(11, 92)
KEPT = 6
NUMBER = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{0,40})?(?:[eE][+-]?[0-9]{1,3})?")


def shown(value: str) -> str:
    """A whole number in all its digits, whatever it is stored as; anything else unchanged."""
    if value.isascii() and value.isdigit():
        return value
    if NUMBER.fullmatch(value) is None:
        return value
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    whole = number == number.to_integral_value() if number.adjusted() <= LONGEST else False
    return str(int(number)) if whole else value


def has_lost_digits(text: str) -> bool:
    """Whether it looks like an id or bank card number of which the last digits have become zeros (GB 11643)."""
    if not (CERTAIN < len(text) <= LONGEST and text.isascii() and text.isdigit()):
        return False
    if text[CERTAIN:].strip("0"):
        return False
    return text.startswith(UNION_PAY) or (len(text) == ID_LENGTH and _is_person(text))


def masked(text: str) -> str:
    """Of a number that has lost digits: what is left tells of a region or a bank, not of a person."""
    return text[:KEPT] + "*" * (len(text) - KEPT)


def _is_person(text: str) -> bool:
    try:
        date.fromisoformat(text[BIRTH])
    except ValueError:
        return False
    return int(text[:2]) in REGION
