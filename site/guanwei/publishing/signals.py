"""What a higher room may listen to. Sent inside the transaction of the act, so that both stand or fall together."""

from django.dispatch import Signal

superseding = Signal()
"""A newer release of the object is about to be planned. ``family``, ``object_id``."""

released = Signal()
"""A release was decided. ``release``: the plan with all its parts."""

part_due = Signal()
"""A variant's turn has come. ``part``: the part of the plan."""
