"""Which tests begin in the county that others begin in too."""

import pytest

COMMITTING = {"transactional_db", "live_server", "django_db_reset_sequences"}


def asks_for_it(item: pytest.Item) -> bool:
    """Whether the test begins in the county and commits nothing."""
    return "county" in getattr(item, "fixturenames", ()) and not commits(item)


def commits(item: pytest.Item) -> bool:
    """Whether pytest-django gives the test a database without a transaction around it."""
    mark = item.get_closest_marker("django_db")
    asked = set(getattr(item, "fixturenames", ()))
    return bool(mark and mark.kwargs.get("transaction")) or bool(COMMITTING & asked)


def together(items: list[pytest.Item]) -> None:
    """Those that ask for it stand beside each other, in the order that they had, before those that commit."""
    asking = [each for each in items if asks_for_it(each)]
    others = [each for each in items if not asks_for_it(each)]
    at = next((place for place, each in enumerate(others) if commits(each)), len(others))
    items[:] = [*others[:at], *asking, *others[at:]]
