"""Pictures are what their content says: cleaned of places and cameras, and never something else."""

import io
from typing import Any

import pytest
from doors.files import (
    PLACE,
    animation,
    named,
    photograph,
    picture,
    png_of,
)
from guanwei.publishing.uploads import UploadRefused, inspected_picture
from PIL import Image

GOOD_PICTURES = {
    "a.jpg": picture(),
    "progressive.jpeg": picture(progressive=True),
    "a.png": picture("PNG"),
    "a.gif": animation(),
    "a.webp": picture("WEBP"),
}


@pytest.mark.parametrize("name", GOOD_PICTURES)
def test_a_picture_comes_in_and_looks_the_same(name: str) -> None:
    taken = inspected_picture(named(GOOD_PICTURES[name], name))
    with Image.open(taken) as kept, Image.open(io.BytesIO(GOOD_PICTURES[name])) as sent:
        assert (kept.size, kept.format, getattr(kept, "n_frames", 1)) == (
            sent.size,
            sent.format,
            getattr(sent, "n_frames", 1),
        )
        assert kept.convert("RGB").tobytes() == sent.convert("RGB").tobytes()


@pytest.mark.law("L10")
@pytest.mark.parametrize(
    ("data", "name"),
    [
        (photograph(), "photo.jpg"),
        (photograph("PNG"), "photo.png"),
        (photograph("WEBP"), "photo.webp"),
        (animation(), "a.gif"),
    ],
    ids=["jpeg", "png", "webp", "gif"],
)
def test_place_and_camera_stay_at_home(data: bytes, name: str) -> None:
    assert PLACE in data
    taken = inspected_picture(named(data, name)).read()
    assert PLACE not in taken
    with Image.open(io.BytesIO(taken)) as kept:
        assert not kept.getexif().get_ifd(0x8825)


def test_a_photograph_stays_upright() -> None:
    with Image.open(inspected_picture(named(photograph(turned=6), "photo.jpg"))) as kept:
        assert kept.getexif()[0x0112] == 6


@pytest.mark.defends("picture upload: hide a second file behind the picture", by="editor")
@pytest.mark.parametrize("name", GOOD_PICTURES)
def test_what_hangs_after_a_picture_is_cut_off(name: str) -> None:
    behind = b"PK\x03\x04<script>alert(1)</script>%PDF-1.7"
    taken = inspected_picture(named(GOOD_PICTURES[name] + behind, name)).read()
    assert behind not in taken


BAD_PICTURES = {
    "html.jpg": (b"<html><script>alert(1)</script></html>", "不是可用的图片"),
    "svg.png": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "不是可用的图片"),
    "renamed.png": (picture(), "扩展名"),
    "cut.jpg": (picture(size=(400, 300))[:900], "损坏"),
    "cut.png": (picture("PNG", size=(400, 300))[:900], "损坏"),
    "huge.png": (png_of(60_000, 60_000), "像素太多"),
    "wide.png": (png_of(2_000_000_000, 1), "像素太多"),
    "empty.jpg": (b"", "空的"),
    "tiff.jpg": (picture("TIFF"), "不是可用的图片"),
    "photo.exe.jpg": (picture(), "两个扩展名"),
    "noname": (picture(), "文件名"),
}


@pytest.mark.defends("picture upload: something that is no picture, or bursts", by="editor")
@pytest.mark.parametrize("name", BAD_PICTURES)
def test_what_is_no_sound_picture_is_refused(name: str) -> None:
    data, sentence = BAD_PICTURES[name]
    with pytest.raises(UploadRefused, match=sentence):
        inspected_picture(named(data, name))


def test_a_picture_that_is_too_large_is_refused(settings: Any) -> None:
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 500
    with pytest.raises(UploadRefused, match="超过"):
        inspected_picture(named(picture(size=(400, 300)), "a.jpg"))


def test_an_animation_without_end_is_refused() -> None:
    out = io.BytesIO()
    frames = [Image.new("L", (2, 2), each % 200) for each in range(400)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=1)
    with pytest.raises(UploadRefused, match="像素太多"):
        inspected_picture(named(out.getvalue(), "a.gif"))
