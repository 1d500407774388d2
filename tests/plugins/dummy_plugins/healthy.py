"""A rule that answers at once."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return True


globals().update(route_hooks("healthy", rule))
