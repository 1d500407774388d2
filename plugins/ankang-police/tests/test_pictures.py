"""三、2: photographs are as they were taken, and good to look at."""

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from guanwei.publishing.models import Picture
from guanwei.publishing.services import foresee
from guanwei.publishing.uploads import inspected_picture
from guanwei.testing.acts import submitted
from PIL import Image

Police = Any
DOUBTFUL, NARROW = "ankang-police.doubtful-picture", "ankang-police.narrow-picture"


def photograph(width: int = 1000, taken: str = "", **said: Any) -> Picture:
    """A picture as it is uploaded; ``taken`` is what the camera wrote."""
    exif = Image.Exif()
    if taken:
        exif.get_ifd(0x8769)[0x9003] = taken
    written = io.BytesIO()
    Image.new("RGB", (width, 600), "navy").save(written, "JPEG", exif=exif)
    file = inspected_picture(ContentFile(written.getvalue(), "a.jpg"))
    picture = Picture(title="现场", file=ImageFile(file, "a.jpg"), **said)
    picture.file = file
    picture.save()
    return picture


def hints(police: Police, picture: Picture | None) -> set[str]:
    body = [("paragraph", "<p>请注意交通安全。</p>")]
    if picture is not None:
        body.append(("picture", {"picture": picture, "caption": "现场"}))
    article = police.draft("部门动态", "交警", body=body)
    return {each.check for each in foresee(article).decision.findings} & {DOUBTFUL, NARROW}


@pytest.fixture(autouse=True)
def _own_media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.clause("AKP-3.2.4")
def test_a_picture_without_capture_data_that_nobody_declares_original_is_told(police: Police) -> None:
    assert hints(police, photograph()) == {DOUBTFUL}


@pytest.mark.clause("AKP-3.2.4")
def test_a_picture_that_was_edited_is_told(police: Police) -> None:
    assert hints(police, photograph(taken="2026:03:01 09:00:00", edited=True)) == {DOUBTFUL}


def test_an_original_passes_by_its_camera_or_by_word(police: Police) -> None:
    assert hints(police, photograph(taken="2026:03:01 09:00:00")) == set()
    assert hints(police, photograph(declared_original=True)) == set()
    assert hints(police, None) == set()


def test_what_the_camera_wrote_is_known_and_not_kept(police: Police) -> None:
    picture = photograph(taken="2026:03:01 09:00:00")
    assert picture.captured
    with Image.open(picture.file.path) as kept:
        assert not kept.getexif().get_ifd(0x8769)


@pytest.mark.clause("AKP-3.2.5")
@pytest.mark.parametrize(("width", "told"), [(300, {NARROW}), (799, {NARROW}), (800, set())])
def test_a_narrow_picture_is_told(police: Police, width: int, told: set[str]) -> None:
    assert hints(police, photograph(width, declared_original=True)) == told


@pytest.mark.clause("AKP-3.2.5")
def test_whoever_approves_has_the_four_points_before_them_where_there_are_pictures(police: Police) -> None:
    picture = photograph(declared_original=True)
    article = police.draft("部门动态", "交警", body=[("picture", {"picture": picture, "caption": ""})])
    step = submitted(article, police.people["handler", "交警"]).steps.get(step="ankang-police.head")
    boxes = [each["label"] for each in step.checklist if each["id"].startswith("ankang-police.picture-")]
    assert boxes == ["照片清晰", "主题鲜明", "主要人物突出", "整体效果"]
    plain = submitted(police.draft("部门动态", "交警"), police.people["handler", "交警"])
    step = plain.steps.get(step="ankang-police.head")
    assert not [each for each in step.checklist if each["id"].startswith("ankang-police.picture-")]
