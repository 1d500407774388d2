"""A rule that answers and leaves a thread computing."""

import threading
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    threading.Thread(target=compute, daemon=True).start()
    return True


def compute() -> None:
    while True:
        pass


globals().update(route_hooks("leaves_a_thread", rule))
