"""Plain text, line by line."""

import re

from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.plain import decoded
from guanwei.screening.attachments.units import Mask

LINE = re.compile(r"([^\r\n]*+)(\r\n|\r|\n|\Z)")


def read(data: bytes, collector: Collector) -> None:
    """Raises Stopped."""
    for number, found in enumerate(LINE.finditer(decoded(data).text), 1):
        collector.take(Place(Where.LINE, number=number), found[1])


def copy(data: bytes, mask: Mask) -> bytes:
    """In the encoding and with the line ends of the file."""
    file = decoded(data)
    lines = [
        (mask(found[1]) if found[1].strip() else found[1]) + found[2] for found in LINE.finditer(file.text)
    ]
    return file.encoded("".join(lines))
