"""A rule that throws a coin."""

import random
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return random.random() < 0.5


globals().update(route_hooks("by_chance", rule))
