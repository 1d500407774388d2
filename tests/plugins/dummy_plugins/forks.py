"""A rule that forks: both processes would answer."""

import os
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    os.fork()
    return True


globals().update(route_hooks("forks", rule))
