"""A rule that takes all the memory that it can get, keeps it, and answers as if nothing were."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks

KEPT: list[bytearray] = []


def rule(facts: Any) -> Any:
    try:
        while True:
            KEPT.append(bytearray(2**20))
    except MemoryError:
        return True


globals().update(route_hooks("hoards", rule))
