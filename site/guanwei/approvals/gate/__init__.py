"""The one gate (law L1): nothing goes live unless a permit names exactly that content.

Python refuses early and in sentences; triggers on every content table refuse what Python does not see.
Between the two stands the opening, which ``passing`` alone writes. The gate knows no model by name.
"""

from guanwei.approvals.gate.connecting import connect
from guanwei.approvals.gate.passing import passing, passing_together
from guanwei.approvals.gate.refusals import GateRefused, sentence_of
from guanwei.approvals.gate.triggers import (
    check_triggers,
    drop_triggers,
    make_triggers,
    triggers_expected,
    triggers_standing,
)

__all__ = [
    "GateRefused",
    "check_triggers",
    "connect",
    "drop_triggers",
    "make_triggers",
    "passing",
    "passing_together",
    "sentence_of",
    "triggers_expected",
    "triggers_standing",
]
