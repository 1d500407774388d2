"""A rule that answers with something that is an answer later."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return later()


async def later() -> bool:
    return True


globals().update(route_hooks("says_a_promise", rule))
