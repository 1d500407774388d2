"""From an agency's file to lines of text, or one sentence why not."""

from guanwei.publishing.importing.decoding import Unreadable, decode
from guanwei.publishing.uploads.finding import Unfit
from guanwei.regulations.reading.word import read_word, refuse_compound

__all__ = ["MOST_BYTES", "Unreadable", "read_lines"]

MOST_BYTES = 10 * 1024 * 1024
ZIP = b"PK\x03\x04"


def read_lines(data: bytes) -> tuple[list[str], list[str]]:
    """The lines that hold text, and what has to be said about how they were read. Raises ``Unreadable``.

    What the file is decides its first bytes, not its name.
    """
    if not data.startswith(ZIP):
        refuse_compound(data)
        return _filled(decode(data).split("\n")), []
    try:
        lines, remarks = read_word(data)
    except Unfit as unfit:
        raise Unreadable(str(unfit)) from unfit
    # Exotic blanks and control signs are made plain as in a text file.
    return _filled(decode("\n".join(lines).encode()).split("\n")), remarks


def _filled(lines: list[str]) -> list[str]:
    return [line for line in lines if line]
