"""A rule that answers with more than anybody asked for."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return ["是"] * 10_000_000


globals().update(route_hooks("says_much", rule))
