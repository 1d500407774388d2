"""A rule that lets a thread work and waits for it."""

import threading
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    found: list[bool] = []
    working = threading.Thread(target=lambda: found.append(True))
    working.start()
    working.join()
    return bool(found)


globals().update(route_hooks("joins_a_thread", rule))
