"""A rule that never ends until the file that the item names is there; it leaves a sign that it has begun."""

from pathlib import Path
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    named = Path(facts.permission)
    named.with_suffix(".begun").touch()
    while not named.exists():
        pass
    return True


globals().update(route_hooks("waits_for_a_file", rule))
