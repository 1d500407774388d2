"""Chinese numerals as articles, parts and items are numbered: one to 999."""

DIGITS = "〇一二三四五六七八九"
NUMERAL = "[〇零一二三四五六七八九十百]+"


def number_of(numeral: str) -> int:
    """The number that ``numeral`` or plain digits say; 0 for what is no number."""
    if numeral.isdecimal():
        return int(numeral)
    plain = numeral.replace("零", "〇")
    if all(each in DIGITS for each in plain):
        return int("".join(str(DIGITS.index(each)) for each in plain) or "0")
    hundreds, _mark, rest = plain.rpartition("百")
    tens, mark, ones = rest.rpartition("十")
    return 100 * _digit(hundreds) + 10 * (_digit(tens) or bool(mark)) + _digit(ones)


def in_chinese(number: int) -> str:
    """The numeral as it is printed in an article's label."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        said += "零"
    return said + (DIGITS[ones] if ones else "")


def _digit(numeral: str) -> int:
    digit = numeral.replace("〇", "")
    return DIGITS.index(digit) if len(digit) == 1 and digit in DIGITS else 0
