"""A rule that is quick until a text is long."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    # Half a minute for 300 000 characters: the quickest machine doesn't get there within a rule's limit.
    return sum(facts.text.count(sign) for sign in facts.text) >= 0


globals().update(route_hooks("huge_text", rule))
