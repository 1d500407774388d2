"""A rule that never ends."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    while True:
        pass


globals().update(route_hooks("loops", rule))
