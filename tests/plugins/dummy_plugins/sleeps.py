"""A rule that waits for something that never comes."""

import time
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    time.sleep(60)


globals().update(route_hooks("sleeps", rule))
