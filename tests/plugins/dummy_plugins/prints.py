"""A rule that prints and is otherwise fine."""

import os
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    print("from a rule")  # noqa: T201  (that is what it is here for)
    os.write(1, b"from a rule\n")
    return True


globals().update(route_hooks("prints", rule))
