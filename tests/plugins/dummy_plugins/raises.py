"""A rule that raises."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return 1 / 0


globals().update(route_hooks("raises", rule))
