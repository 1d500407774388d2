"""Where the interface's words stand."""

from collections.abc import Iterator
from pathlib import Path

import guanwei

ROOT = Path(guanwei.__file__).resolve().parents[2]
LOCALES = ROOT / "site" / "locale"
# Rooms whose every word is for the person at the screen. The others: `registry`, `api` and `county` speak the
# rules' own language, which is Chinese; `regulations` reads Chinese print by its marks; `testing` speaks to developers.
INTERFACE = (
    "accounts",
    "approvals",
    "audit",
    "console",
    "delivery",
    "organisations",
    "portal",
    "publishing",
    "registers",
    "screening",
)
# The fictional county's content, code that Django wrote, and what the check engine looks for in a text.
LEFT_OUT = {"migrations", "demo", "bench", "tests", "engine", "detectors", "personal"}


def sources() -> list[Path]:
    """Every Python file and template that may hold words for translation, in a steady order."""
    folders = [ROOT / "site" / "guanwei", *ROOT.glob("plugins/*/src"), *ROOT.glob("themes/*/src")]
    return sorted(path for folder in folders for path in _files(folder, ".py", ".html", ".txt"))


def interface(*endings: str) -> list[Path]:
    """The files of the interface rooms, and of themes, that end so."""
    folders = [ROOT / "site" / "guanwei" / room for room in INTERFACE] + list(ROOT.glob("themes/*/src"))
    found = (path for folder in folders for path in _files(folder, *endings))
    return sorted(path for path in found if not LEFT_OUT & set(path.parts))


def named(path: Path) -> str:
    """The file as a person of this project calls it."""
    return path.relative_to(ROOT).as_posix()


def _files(folder: Path, *endings: str) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.suffix in endings and not any(part.endswith(".egg-info") for part in path.parts):
            yield path
