"""A rule that answers a string."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return "yes"


globals().update(route_hooks("says_yes", rule))
