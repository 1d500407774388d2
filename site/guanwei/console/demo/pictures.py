"""Cover pictures, drawn at build time: no files to ship, nobody's copyright."""

import io
import math
from collections.abc import Callable
from functools import partial

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from guanwei.publishing.models import Picture

SIZE = WIDTH, HEIGHT = 900, 383
HOLDER, LICENCE = "清河县人民政府办公室", "自有图片，可用于本县政务新媒体"
Colour = tuple[int, int, int]
Draw = Callable[[ImageDraw.ImageDraw], None]


def _sky(draw: ImageDraw.ImageDraw, top: Colour, bottom: Colour) -> None:
    for y in range(HEIGHT):
        share = y / HEIGHT
        mixed = tuple(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True))
        draw.line([(0, y), (WIDTH, y)], fill=mixed)


def _wave(draw: ImageDraw.ImageDraw, level: float, height: float, length: float, fill: Colour) -> None:
    top = [(x, level + height * math.sin(x / length)) for x in range(0, WIDTH + 10, 10)]
    draw.polygon([*top, (WIDTH, HEIGHT), (0, HEIGHT)], fill=fill)


def _river(draw: ImageDraw.ImageDraw) -> None:
    _sky(draw, (198, 222, 240), (236, 244, 248))
    _wave(draw, 190, 38, 130, (122, 158, 140))
    for number in range(4):
        _wave(draw, 250 + 34 * number, 10, 60 + 14 * number, (70 - 8 * number, 132 - 14 * number, 178))


def _rain(draw: ImageDraw.ImageDraw) -> None:
    _sky(draw, (92, 108, 128), (168, 182, 196))
    for number in range(130):
        x, y = (number * 97) % WIDTH, (number * 61) % HEIGHT
        draw.line([(x, y), (x - 9, y + 26)], fill=(214, 226, 236), width=2)
    _wave(draw, 300, 14, 90, (66, 94, 112))


def _park(draw: ImageDraw.ImageDraw) -> None:
    _sky(draw, (190, 226, 244), (246, 244, 224))
    draw.ellipse([720, 40, 810, 130], fill=(250, 202, 92))
    _wave(draw, 280, 22, 170, (134, 182, 108))
    for number in range(7):
        x = 60 + 118 * number
        draw.rectangle([x + 20, 226, x + 30, 292], fill=(122, 92, 66))
        draw.ellipse([x - 12, 150, x + 62, 244], fill=(82 + 8 * (number % 3), 146, 92))


def _school(draw: ImageDraw.ImageDraw) -> None:
    _sky(draw, (206, 228, 246), (250, 246, 236))
    draw.rectangle([190, 140, 710, 320], fill=(214, 122, 88))
    draw.polygon([(170, 140), (450, 66), (730, 140)], fill=(168, 82, 66))
    for number in range(18):
        x, y = 220 + 82 * (number % 6), 164 + 50 * (number // 6)
        draw.rectangle([x, y, x + 46, y + 30], fill=(248, 238, 214))
    draw.rectangle([0, 320, WIDTH, HEIGHT], fill=(150, 178, 128))


def _works(draw: ImageDraw.ImageDraw) -> None:
    _sky(draw, (232, 226, 212), (248, 244, 236))
    for x, top in ((90, 150), (230, 110), (370, 180), (520, 130), (680, 165)):
        draw.rectangle([x, top, x + 110, 330], fill=(116, 128, 142))
        draw.rectangle([x + 40, top - 60, x + 62, top], fill=(150, 98, 80))
    for x in range(0, WIDTH, 60):
        draw.polygon([(x, 330), (x + 30, 330), (x + 60, 383), (x + 30, 383)], fill=(238, 188, 62))


def _hall(draw: ImageDraw.ImageDraw) -> None:
    _sky(draw, (232, 212, 204), (250, 244, 240))
    draw.polygon([(140, 150), (450, 60), (760, 150)], fill=(158, 46, 42))
    for number in range(8):
        draw.rectangle([180 + 74 * number, 160, 208 + 74 * number, 310], fill=(184, 74, 64))
    draw.rectangle([130, 310, 770, 340], fill=(196, 170, 150))


def _hills(draw: ImageDraw.ImageDraw, tint: int) -> None:
    _sky(draw, (214, 232, 240), (248, 246, 236))
    for number in range(3):
        shade = (96 + tint - 18 * number, 140 - 12 * number, 104 - 10 * number)
        _wave(draw, 190 + 52 * number, 40 - 9 * number, 88 + 40 * number, shade)


DRAWN: dict[str, tuple[str, Draw]] = {
    "river": ("清河河道", _river),
    "rain": ("雨天的城区", _rain),
    "park": ("滨河公园", _park),
    "school": ("校园", _school),
    "works": ("厂区", _works),
    "hall": ("政务服务大厅", _hall),
    "hills": ("清河山林", partial(_hills, tint=0)),
    "fields": ("清河田野", partial(_hills, tint=70)),
}


def drawn(name: str) -> bytes:
    """The PNG of ``name``; the same bytes at every call."""
    image = Image.new("RGB", SIZE)
    DRAWN[name][1](ImageDraw.Draw(image))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def keep_pictures() -> dict[str, Picture]:
    """Every picture, kept in the library."""
    found = {}
    for name, (title, _draw) in DRAWN.items():
        picture = Picture(title=title, holder=HOLDER, licence=LICENCE)
        picture.file = ContentFile(drawn(name), name=f"{name}.png")
        picture.width, picture.height = SIZE
        picture.save()
        found[name] = picture
    return found
