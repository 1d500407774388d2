"""Every plugin and theme folder is a distribution of its own, installed and found by its entry point."""

import tomllib
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def folders(kind: str) -> list[Path]:
    return sorted(path for path in (ROOT / kind).iterdir() if path.is_dir() and not path.name.startswith("."))


DISTRIBUTIONS = [(kind, folder) for kind in ("plugins", "themes") for folder in folders(kind)]
each_distribution = pytest.mark.parametrize(
    ("kind", "folder"), DISTRIBUTIONS, ids=[f"{kind}-{folder.name}" for kind, folder in DISTRIBUTIONS]
)


def project_of(folder: Path) -> dict[str, Any]:
    pyproject = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    return dict(pyproject["project"])


def test_there_are_plugins_and_themes() -> None:
    assert folders("plugins")
    assert folders("themes")


@each_distribution
def test_it_is_installed_from_its_folder(kind: str, folder: Path) -> None:
    project = project_of(folder)
    points = distribution(project["name"]).entry_points.select(group=f"guanwei.{kind}")
    assert points, f"{project['name']} has no entry point in the group guanwei.{kind}"
    for point in points:
        package = point.module.partition(".")[0]
        assert (folder / "src" / package / "__init__.py").is_file()


@each_distribution
def test_it_says_what_it_is_and_who_may_use_it(kind: str, folder: Path) -> None:
    project = project_of(folder)
    assert project["license"] == "BSD-3-Clause"
    assert project["description"]
    assert (folder / "README.md").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("folder", folders("plugins"), ids=lambda folder: folder.name)
def test_a_plugin_brings_its_tests_and_its_types(folder: Path) -> None:
    assert list((folder / "tests").glob("test_*.py"))
    assert list((folder / "src").glob("*/py.typed"))


@pytest.mark.parametrize("folder", folders("plugins"), ids=lambda folder: folder.name)
def test_a_plugin_asks_for_nothing_beyond_the_lock(folder: Path) -> None:
    # make demo and make test install plugins without their dependencies: the lock must suffice.
    assert set(project_of(folder).get("dependencies", [])) <= {"guanwei"}
