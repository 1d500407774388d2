"""A rule that takes whatever a set gives first: another process, another order."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return next(iter({*facts.title, *"防汛停水公示"})) in "防汛停"


globals().update(route_hooks("by_set", rule))
