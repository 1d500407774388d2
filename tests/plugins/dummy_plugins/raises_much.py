"""A rule whose exception carries a book."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    raise ValueError("错误" * 1_000_000)


globals().update(route_hooks("raises_much", rule))
