"""Nothing that an office installs is under the GPL or the AGPL (ADR 0005)."""

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

LOCK = (Path(__file__).resolve().parents[2] / "requirements.lock").read_text(encoding="utf-8")
LOCKED = re.findall(r"^([A-Za-z0-9._-]+)==", LOCK, re.MULTILINE)
COPYLEFT = re.compile(r"\bA?GPL|(?<!Lesser )General Public|Affero", re.IGNORECASE)
# Used unchanged, as libraries of their own (ADR 0005).
LESSER = {"psycopg", "psycopg-binary", "psycopg-pool"}


def said_by(found: Distribution) -> str:
    """Everything that the package's own metadata says of its licence; the long text alone only by its first line."""
    metadata = found.metadata
    classifiers = [each for each in metadata.get_all("Classifier", []) if each.startswith("License")]
    first_line = (metadata.get("License") or "").strip().partition("\n")[0]
    return "; ".join(filter(None, [metadata.get("License-Expression"), first_line, *classifiers]))


def test_the_lock_is_read() -> None:
    assert {"django", "wagtail", "psycopg"} <= set(LOCKED)


@pytest.mark.parametrize("name", LOCKED)
def test_every_locked_package_may_be_used(name: str) -> None:
    said = said_by(distribution(name))
    assert said, "says nothing of its licence: look at it, and name it in ADR 0005"
    assert not COPYLEFT.search(said), said
    assert ("LGPL" in said or "Lesser" in said) == (name in LESSER), said


@pytest.mark.parametrize(
    "said", ["GPL-3.0-only", "AGPLv3+", "GNU General Public License v2", "GNU Affero GPL"]
)
def test_a_copyleft_licence_would_be_seen(said: str) -> None:
    assert COPYLEFT.search(said)


@pytest.mark.parametrize("said", ["LGPL-3.0-only", "GNU Lesser General Public License v3", "BSD-3-Clause"])
def test_others_are_not_taken_for_one(said: str) -> None:
    assert not COPYLEFT.search(said)
