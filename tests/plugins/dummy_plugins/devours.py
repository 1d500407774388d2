"""A rule that wants more memory than any office's machine has to spare."""

from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return len(bytearray(4 * 2**30)) > 0


globals().update(route_hooks("devours", rule))
