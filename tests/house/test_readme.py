"""The README's commands are real, and its Chinese twin says the same."""

import re
from pathlib import Path

import pytest

READMES = ("README.md", "docs/zh/README.md")
COMMAND = re.compile(r"(?:^|`)make ([a-z]+)", re.MULTILINE)
TARGET = re.compile(r"^([a-z]+):.*## \S", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def commands(text: str) -> list[str]:
    return COMMAND.findall(text)


@pytest.mark.parametrize("readme", READMES)
def test_its_commands_are_described_targets(root: Path, readme: str) -> None:
    targets = set(TARGET.findall((root / "Makefile").read_text(encoding="utf-8")))
    named = set(commands((root / readme).read_text(encoding="utf-8")))
    assert {"demo", "test"} <= named <= targets


@pytest.mark.parametrize("readme", READMES)
def test_its_links_lead_somewhere(root: Path, readme: str) -> None:
    page = root / readme
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert links
    for link in links:
        assert (page.parent / link).exists(), f"{readme} links {link}, which is not there"


def test_the_twins_have_the_same_shape(root: Path) -> None:
    english, chinese = ((root / name).read_text(encoding="utf-8") for name in READMES)
    assert commands(english) == commands(chinese)
    for part in (r"^#+ ", r"^\|", r"^```", r"^- "):
        counts = [len(re.findall(part, text, re.MULTILINE)) for text in (english, chinese)]
        assert counts[0] == counts[1], f"lines that begin with {part!r}: {counts}"
