"""Picture files piece by piece: keeps what is needed to show them, drops the rest. Pixels are not encoded again.

Dropped: Exif with place and device (the way up is kept), XMP, IPTC, comments, previews, and everything after
the end of the picture, where a second file could hide.
"""

import io
import struct
from collections.abc import Callable, Iterator

from PIL import Image

ORIENTATION = 0x0112
PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP acTL fcTL fdAT".split()
)
WEBP_KEPT = frozenset([b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"])
WEBP_EXIF_AND_XMP = 0x08 | 0x04
GIF_LOOPS = frozenset([b"NETSCAPE2.0", b"ANIMEXTS1.0"])
SCAN, END, STUFFED = 0xDA, 0xD9, 0x00


class BrokenContainer(Exception):
    """The file ends too early, or its pieces don't fit."""


def clean_jpeg(data: bytes) -> bytes:
    """JFIF, colour profile and Adobe's colour mark are kept of all that stands beside the picture."""
    pieces = [data[:2], *_upright(data)]
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == END:
            return b"".join([*pieces, data[at : at + 2]])
        if marker == 0xFF:
            at += 1
            continue
        end = at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if _is_shown(marker, data[at + 4 : end]):
            pieces.append(data[at:end])
        at = end
        if marker == SCAN:
            end = _end_of_scan(data, at)
            pieces.append(data[at:end])
            at = end
    raise BrokenContainer


def _is_shown(marker: int, content: bytes) -> bool:
    if 0xE0 <= marker <= 0xEF:
        return marker in (0xE0, 0xEE) or (marker == 0xE2 and content.startswith(b"ICC_PROFILE\0"))
    return marker != 0xFE


def _end_of_scan(data: bytes, at: int) -> int:
    """The next marker that isn't a restart or a stuffed byte."""
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] != STUFFED and not 0xD0 <= data[at + 1] <= 0xD7 and data[at + 1] != 0xFF:
            return at
        at += 1 if data[at + 1] == 0xFF else 2


def _upright(data: bytes) -> Iterator[bytes]:
    """An Exif part that says which way is up and nothing else, where the picture needs one."""
    with Image.open(io.BytesIO(data)) as seen:
        turned = seen.getexif().get(ORIENTATION, 1)
    if turned in range(2, 9):
        exif = Image.Exif()
        exif[ORIENTATION] = turned
        content = exif.tobytes()
        yield b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content


def clean_png(data: bytes) -> bytes:
    """Chunks that change what is seen."""
    pieces, at = [data[:8]], 8
    while True:
        if at + 12 > len(data):
            raise BrokenContainer
        length, name = struct.unpack(">I", data[at : at + 4])[0], data[at + 4 : at + 8]
        end = at + 12 + length
        if name in PNG_KEPT:
            pieces.append(data[at:end])
        if name == b"IEND":
            return b"".join(pieces)
        at = end


def clean_webp(data: bytes) -> bytes:
    """Chunks of the picture, its frames and its colours."""
    pieces, at = [], 12
    stop = min(len(data), 8 + struct.unpack("<I", data[4:8])[0])
    while at + 8 <= stop:
        name, length = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + 8])[0]
        end = at + 8 + length + length % 2
        if end > stop + length % 2:
            raise BrokenContainer
        if name in WEBP_KEPT:
            piece = bytearray(data[at:end])
            if name == b"VP8X":
                piece[8] &= ~WEBP_EXIF_AND_XMP & 0xFF
            pieces.append(bytes(piece).ljust(end - at, b"\0"))
        at = end
    body = b"WEBP" + b"".join(pieces)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def clean_gif(data: bytes) -> bytes:
    """Frames, their timing, and how often they run."""
    at = 13 + _colours(data[10])
    pieces = [data[:at]]
    while True:
        kind, begin = data[at], at
        if kind == 0x3B:
            return b"".join([*pieces, b"\x3b"])
        if kind == 0x2C:
            at = _end_of_blocks(data, at + 11 + _colours(data[at + 9]))
            pieces.append(data[begin:at])
        elif kind == 0x21:
            label, application = data[at + 1], data[at + 3 : at + 14]
            at = _end_of_blocks(data, at + 2)
            if label == 0xF9 or (label == 0xFF and application in GIF_LOOPS):
                pieces.append(data[begin:at])
        else:
            raise BrokenContainer


def _colours(flags: int) -> int:
    """Bytes of the colour table that the flags announce."""
    return 3 * 2 ** ((flags & 0x07) + 1) if flags & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += 1 + data[at]
    return at + 1


CLEANERS: dict[str, Callable[[bytes], bytes]] = {
    "JPEG": clean_jpeg,
    "PNG": clean_png,
    "GIF": clean_gif,
    "WEBP": clean_webp,
}
