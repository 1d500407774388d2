"""A rule that sleeps, and goes back to sleep whatever wakes it."""

import time
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    while True:
        try:
            time.sleep(60)
        except BaseException:  # noqa: S112  (that is what it is here for)
            continue


globals().update(route_hooks("sleeps_on", rule))
