"""A rule whose answer depends on the process that runs it."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return hash(facts.title) % 2 == 0


globals().update(route_hooks("by_hash", rule))
