"""A rule that calls sys.exit."""

import sys
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    sys.exit(3)


globals().update(route_hooks("exits", rule))
