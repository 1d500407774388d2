"""Check digits and dates that tell a person's number from any other one."""

from datetime import date

# GB/T 2260: provinces, autonomous regions, municipalities; 81 to 83 for people from Hong Kong, Macao, Taiwan.
_PROVINCES = "11-15 21-23 31-37 41-46 50-54 61-65 71-71 81-83"
PROVINCES = frozenset(
    str(code)
    for first, last in (span.split("-") for span in _PROVINCES.split())
    for code in range(int(first), int(last) + 1)
)
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10x98765432"
EARLIEST = 1850
TWICE = str.maketrans("0123456789", "0246813579")


def check_character(digits: str) -> str:
    """The 18th character after 17 digits: ISO 7064 mod 11-2, as GB 11643 asks for."""
    return CHECKS[sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True)) % 11]


def is_luhn(digits: str) -> bool:
    """Whether the last digit checks the others: ISO/IEC 7812-1, annex B. Digits only."""
    doubled = digits[-2::-2].translate(TWICE)
    return sum(map(int, digits[-1::-2] + doubled)) % 10 == 0


def is_birthday(digits: str) -> bool:
    """Eight digits, a day of the calendar that has come."""
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return date(EARLIEST, 1, 1) <= day <= date.today()


def is_region(digits: str) -> bool:
    """Six digits, in a province that exists; its city and its county have numbers of their own."""
    return digits[:2] in PROVINCES and digits[2:4] != "00" and digits[4:6] != "00"
