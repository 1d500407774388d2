"""A picture is decoded to the last pixel before it is taken, and what a camera wrote beside it is left out."""

import io
import warnings

from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image

from guanwei.publishing.uploads.containers import CLEANERS, BrokenContainer
from guanwei.publishing.uploads.finding import Unfit

FORMATS = {"JPEG": {".jpg", ".jpeg"}, "PNG": {".png"}, "GIF": {".gif"}, "WEBP": {".webp"}}
EXIF_IFD, DATE_TIME_ORIGINAL = 0x8769, 0x9003
MOST_FRAMES = 300
# Of an animation, all frames together.
MOST_DECODED = 400_000_000


def clean_picture(data: bytes, suffix: str) -> bytes:
    """The picture without place, device, comments and whatever hangs after its end. Raises Unfit."""
    kind = _decoded(data)
    if suffix not in FORMATS[kind]:
        raise Unfit(
            _("这个文件的内容是 %(kind)s 图片，扩展名却是 %(suffix)s。请按实际格式另存后再上传。")
            % {"kind": kind, "suffix": suffix}
        )
    try:
        cleaned = CLEANERS[kind](data)
    except (BrokenContainer, IndexError, ValueError) as error:
        raise Unfit(_broken()) from error
    if cleaned != data:
        _decoded(cleaned)
    return cleaned


def tells_when_taken(data: bytes) -> bool:
    """Whether a camera wrote the moment of taking beside the picture (Exif 36867), as editors leave it out."""
    try:
        with Image.open(io.BytesIO(data), formats=list(FORMATS)) as seen:
            return bool(seen.getexif().get_ifd(EXIF_IFD).get(DATE_TIME_ORIGINAL))
    except Exception:  # Exif comes from outside, and decides nothing but a hint
        return False


def _decoded(data: bytes) -> str:
    """The format, after every frame was decoded within the limits."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            with Image.open(io.BytesIO(data), formats=list(FORMATS)) as seen:
                _measure(seen)
                seen.verify()
            with Image.open(io.BytesIO(data), formats=list(FORMATS)) as seen:
                for frame in range(getattr(seen, "n_frames", 1)):
                    seen.seek(frame)
                    seen.load()
                return str(seen.format)
        except Unfit:
            raise
        except Image.UnidentifiedImageError as error:
            raise Unfit(_("这不是可用的图片。请上传 JPG、PNG、GIF 或 WebP 格式的图片。")) from error
        except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
            raise Unfit(_too_large()) from error
        except Exception as error:  # decoders raise many kinds over hostile data
            raise Unfit(_broken()) from error


def _measure(seen: Image.Image) -> None:
    pixels, frames = seen.width * seen.height, getattr(seen, "n_frames", 1)
    if (
        pixels > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
        or frames > MOST_FRAMES
        or pixels * frames > MOST_DECODED
    ):
        raise Unfit(_too_large())


def _too_large() -> str:
    return _("图片的像素太多（上限 %(most)d 万）。请缩小后再上传。") % {
        "most": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 10_000
    }


def _broken() -> str:
    return _("图片已损坏或不完整，打不开。请重新导出后再上传。")
