"""A rule that is slow when the title says so."""

import time
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    time.sleep(60 if facts.title == "慢" else 0)
    return True


globals().update(route_hooks("slow_once", rule))
