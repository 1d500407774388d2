"""A rule that tells whether the parent's modules came along."""

import sys
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    return "django" in sys.modules or "pytest" in sys.modules


globals().update(route_hooks("knows_django", rule))
