"""A rule that is quick until a text is long."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return sum(facts.text.count(word) for word in facts.text[:4000]) >= 0


globals().update(route_hooks("huge_text", rule))
