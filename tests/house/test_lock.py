"""What is installed is exactly what was locked, wherever it is fetched from."""

import re
from importlib.metadata import distributions, version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

PINNED = re.compile(r"^([a-z0-9.-]+)==(\S+) \\$", re.MULTILINE)
OPTION = re.compile(r"^\s*-(?!-hash=sha256:)", re.MULTILINE)


@pytest.fixture(scope="module")
def lock(root: Path) -> str:
    return (root / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pins(lock: str) -> dict[str, str]:
    return dict(PINNED.findall(lock))


def test_every_requirement_is_pinned_and_hashed(lock: str) -> None:
    entries = [entry for entry in re.split(r"\n(?=[a-z])", lock) if not entry.startswith("#")]
    assert len(entries) > 50
    for entry in entries:
        assert PINNED.match(entry), entry.splitlines()[0]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry.splitlines()[0]


def test_it_names_no_address(lock: str) -> None:
    assert "://" not in lock
    assert not OPTION.search(lock), "an option of the machine that wrote the lock"


def test_it_holds_all_that_the_project_asks_for(pyproject: dict[str, Any], pins: dict[str, str]) -> None:
    project = pyproject["project"]
    asked = [
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
        *pyproject["build-system"]["requires"],
    ]
    for requirement in map(Requirement, asked):
        pinned = pins.get(canonicalize_name(requirement.name))
        assert pinned, f"{requirement.name} is not in the lock: run make lock"
        assert requirement.specifier.contains(pinned, prereleases=True), f"{requirement}, not {pinned}"


def test_the_tests_run_on_what_is_locked(pins: dict[str, str]) -> None:
    for name in ("django", "wagtail", "django-simple-history", "pluggy", "pytest"):
        assert version(name) == pins[name]


def test_all_of_it_runs_on_the_python_of_debian_12(pins: dict[str, str]) -> None:
    too_new = [
        each.name
        for each in distributions()
        if canonicalize_name(each.name) in pins
        and not SpecifierSet(each.metadata["Requires-Python"] or "").contains("3.11.2")
    ]
    assert not too_new, "run make lock with Python 3.11.2"
