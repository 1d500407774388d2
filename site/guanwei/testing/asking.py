"""Which tests begin in a scene that others begin in too."""

from collections.abc import Callable
from typing import Any

import pytest

COMMITTING = {"transactional_db", "live_server", "django_db_reset_sequences"}
# What makes each shared scene, by the fixture that hands it out; a conftest may add its own.
SCENES: dict[str, Callable[[], Any]] = {}


def scene_of(item: pytest.Item) -> str:
    """The shared scene that the test begins in; none where it commits."""
    if commits(item):
        return ""
    asked = getattr(item, "fixturenames", ())
    return next((name for name in SCENES if name in asked), "")


def commits(item: pytest.Item) -> bool:
    """Whether pytest-django gives the test a database without a transaction around it."""
    mark = item.get_closest_marker("django_db")
    asked = set(getattr(item, "fixturenames", ()))
    return bool(mark and mark.kwargs.get("transaction")) or bool(COMMITTING & asked)


def together(items: list[pytest.Item]) -> None:
    """Those of one scene stand beside each other, in the order that they had, before those that commit."""
    asked = {each: scene_of(each) for each in items}
    asking = [each for name in SCENES for each in items if asked[each] == name]
    others = [each for each in items if not asked[each]]
    at = next((place for place, each in enumerate(others) if commits(each)), len(others))
    items[:] = [*others[:at], *asking, *others[at:]]
