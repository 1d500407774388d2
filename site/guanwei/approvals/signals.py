"""What a higher room may listen to. Sent inside the transaction of the act."""

from django.dispatch import Signal

step_waits = Signal()
"""A step waits for signatures. ``submission``, ``step``."""

closed = Signal()
"""A submission was returned, withdrawn or lapsed. ``submission``, ``reason``."""

permitted = Signal()
"""The last signature issued a permit. ``submission``, ``permit``."""

confirmation_reminded = Signal()
"""A unit concerned hasn't answered and its time runs out. ``asking``."""

confirmation_escalated = Signal()
"""It is late: another post may decide in its place. ``asking``."""

second_review_opened = Signal()
"""An emergency went out: signatures are owed. ``review``."""

second_review_escalated = Signal()
"""A second review is overdue, today again. ``review``, ``escalation``."""
