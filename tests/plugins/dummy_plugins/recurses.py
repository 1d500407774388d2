"""A rule that calls itself for ever."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return rule(facts)


globals().update(route_hooks("recurses", rule))
