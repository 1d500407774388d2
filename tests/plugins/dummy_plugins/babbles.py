"""A rule that writes to every socket it finds: into the line on which its answer is waited for."""

import os
import stat
from contextlib import suppress
from typing import Any

from dummy_plugins.misbehaving import route_hooks


def rule(facts: Any) -> Any:
    for descriptor in range(3, 256):
        with suppress(OSError):
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                os.write(descriptor, b"bla bla bla")
    return True


globals().update(route_hooks("babbles", rule))
