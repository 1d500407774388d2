"""Where messages are kept. Wagtail's admin catches every PermissionDenied and says only "no permission".

It says so while it handles the exception: the one moment at which the gate's own sentence can take its place.
"""

from typing import Any

from django.contrib.messages.storage.fallback import FallbackStorage

from guanwei.console.refusals.saying import as_list, being_handled


class SpeakingStorage(FallbackStorage):
    """A message added while a refusal of the gate is handled becomes that refusal."""

    def add(self, level: int, message: Any, extra_tags: str | None = "") -> None:
        refusals = being_handled()
        if refusals:
            message = as_list(refusals)
            self.request.gate_refused = True
        super().add(level, message, extra_tags or "")
