"""What counts as Chinese, or as words of another language, in a text."""

import re

# Ideographs, and the punctuation that only Chinese has.
CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]")
LATIN = re.compile(r"[A-Za-z]{2}")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def is_chinese(text: str) -> bool:
    return CHINESE.search(text) is not None


def placeholders(text: str) -> list[str]:
    """The blanks that code fills in, sorted."""
    return sorted(PLACEHOLDER.findall(text))
