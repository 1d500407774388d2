"""A rule that raises what only a keyboard should."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    raise KeyboardInterrupt


globals().update(route_hooks("interrupts", rule))
