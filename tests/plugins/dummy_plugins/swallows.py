"""A rule that never ends and catches everything thrown at it."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    while True:
        try:
            while True:
                pass
        except BaseException:  # noqa: S112  (that is what it is here for)
            continue


globals().update(route_hooks("swallows", rule))
