"""Plain text that every platform and database takes."""

import re

# What no platform shows and databases or JSON refuse (NUL, control codes, lone surrogates), and the two
# overrides that make text read differently from what was signed. Marks of right-to-left scripts stay.
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\u202d\u202e]")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(text: str) -> str:
    """``text`` with unix line ends and without characters that can't be sent."""
    return _UNSPEAKABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """A title or caption: cleaned, runs of white space made one blank."""
    return " ".join(clean(text).split())


def paragraphs(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in clean(text).split("\n") if line.strip()]


def tidy(text: str) -> str:
    """A post's text: cleaned, no more than one blank line in a row, none at the ends."""
    return _BLANK_LINES.sub("\n\n", clean(text)).strip()
