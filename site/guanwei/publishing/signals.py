"""What a higher room may listen to. Sent inside the transaction of the act, so that both stand or fall together."""

from django.dispatch import Signal

superseding = Signal()
"""A newer release of the object is about to be planned. ``family``, ``object_id``."""

submitted = Signal()
"""A draft was put on its route. ``draft``, ``submission``. A receiver that raises ``WithheldError`` undoes it."""

releasing = Signal()
"""A release is about to be decided. ``submission``, ``due_at``. Receivers answer with refusals, or None."""

released = Signal()
"""A release was decided. ``release``: the plan with all its parts."""

part_due = Signal()
"""A variant's turn has come. ``part``: the part of the plan."""

joining_push = Signal()
"""A variant waits for a push instead of going alone. ``part``. Receivers answer with refusals, or None."""

left_push = Signal()
"""The push of a variant won't go out; people decide how the variant goes. ``part``, ``reason``."""

push_voided = Signal()
"""A released push fell before it was sent. ``family``, ``object_id``."""
