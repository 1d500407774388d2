"""A rule that writes into its facts."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    object.__setattr__(facts, "title", "另一个标题")
    return True


globals().update(route_hooks("scribbles", rule))
