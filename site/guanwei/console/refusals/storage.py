"""Where messages are kept. Wagtail's admin catches every PermissionDenied and says only "no permission".

It says so while it handles the exception: the one moment at which the gate's own sentence can take its place.
"""

import sys
from typing import Any

from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import PermissionDenied

from guanwei.console.refusals.doors import closed_door
from guanwei.console.refusals.saying import as_list, being_handled


class SpeakingStorage(FallbackStorage):
    """A message added while a refusal is handled becomes that refusal: the gate's, or a closed door's."""

    def add(self, level: int, message: Any, extra_tags: str | None = "") -> None:
        refusals = being_handled()
        if refusals:
            message = as_list(refusals)
            self.request.gate_refused = True
        elif isinstance(sys.exc_info()[1], PermissionDenied):
            message = closed_door(self.request)
        super().add(level, message, extra_tags or "")
