"""A rule that reaches past the API, and only when it is asked."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    from guanwei.registry import plugins

    return plugins is not None


globals().update(route_hooks("imports_the_core", rule))
