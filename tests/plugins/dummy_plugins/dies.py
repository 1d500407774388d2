"""A rule that ends its process."""

import os
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    os._exit(3)


globals().update(route_hooks("dies", rule))
