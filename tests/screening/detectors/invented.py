"""Numbers that nobody has, with right check digits. Each is computed here, apart from the code under test."""


def id_number(birthday: str = "19000101", order: str = "001", region: str = "640323") -> str:
    digits = region + birthday + order
    weights = [2 ** (17 - place) % 11 for place in range(17)]
    rest = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11
    return digits + "10X98765432"[rest]


def wrong(number: str) -> str:
    """The same number with another check character."""
    return number[:-1] + ("1" if number[-1] != "1" else "2")


def card(beginning: str = "6222020000000000", length: int = 19) -> str:
    body = beginning.ljust(length - 1, "0")[: length - 1]
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


def in_fours(number: str, joint: str = " ") -> str:
    return joint.join(number[at : at + 4] for at in range(0, len(number), 4))


MOBILE = "13800001234"
OTHER_MOBILE = "19900005678"


def wide(number: str) -> str:
    """In full-width characters."""
    return "".join(chr(ord(each) + 0xFEE0) for each in number)
