"""The county's theme: found by its entry point, complete, and legible."""

import re
from pathlib import Path

import guanwei_theme_county
import pytest
from django.contrib.staticfiles import finders
from guanwei.api import Theme
from project.themes import theme_folders

FOLDER = Path(guanwei_theme_county.__file__).parent
SHEET = (FOLDER / "static/county/county.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"--(\w[\w-]*): (#[0-9a-f]{6});", SHEET))


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_settings_find_it_by_its_entry_point() -> None:
    assert theme_folders("county") == ([FOLDER / "templates"], [FOLDER / "static"])
    assert theme_folders("no-such-theme") == ([], [])


def test_it_declares_itself() -> None:
    assert isinstance(guanwei_theme_county.theme, Theme)
    assert guanwei_theme_county.theme.package == guanwei_theme_county.__name__


def test_every_file_that_its_templates_name_is_there() -> None:
    named = set()
    for template in FOLDER.rglob("*.html"):
        named |= set(re.findall(r'{% static "([^"]+)" %}', template.read_text(encoding="utf-8")))
    assert named
    assert [name for name in named if finders.find(name) is None] == []


def test_its_sheet_fetches_nothing_from_elsewhere() -> None:
    for address in re.findall(r"url\(([^)]+)\)", SHEET):
        assert (FOLDER / "static/county" / address.strip('"')).exists()
    assert "@import" not in SHEET


@pytest.mark.parametrize("colour", ["ink", "grey", "blue", "red"])
@pytest.mark.parametrize("ground", ["#ffffff", COLOURS["ground"], COLOURS["blue-pale"]])
def test_words_stand_out_from_their_ground(colour: str, ground: str) -> None:
    assert contrast(COLOURS[colour], ground) >= 4.5
