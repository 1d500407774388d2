"""A pattern that backtracks for ever, without once returning to Python."""

import re
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return re.match("(a+)+b", "a" * 64) is not None


globals().update(route_hooks("slow_regex", rule))
