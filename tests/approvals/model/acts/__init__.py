"""The acts, as plain data with concrete persons and items, so that a failing row of them can be shortened.

An act that has lost what it acts on, because the acts before it were left out, is void.
"""

from approvals.model.acts.act import Act, Outcome, Stage
from approvals.model.acts.going_out import GoRound, Release, Round, TakeDown
from approvals.model.acts.signing import Confirm, LiftVeto, SendBack, Sign, VetoIt, Withdraw
from approvals.model.acts.staffing import Appoint, CloseAccount, EndPost, Lend, SwitchPerson, TakeBack, Wait
from approvals.model.acts.switching import Install, SwitchOff, SwitchOn
from approvals.model.acts.writing import Edit, Submit, Write

__all__ = [
    "ALWAYS_DONE",
    "NEVER_DONE",
    "Act",
    "Appoint",
    "CloseAccount",
    "Confirm",
    "Edit",
    "EndPost",
    "GoRound",
    "Install",
    "Lend",
    "LiftVeto",
    "Outcome",
    "Release",
    "Round",
    "SendBack",
    "Sign",
    "Stage",
    "Submit",
    "SwitchOff",
    "SwitchOn",
    "SwitchPerson",
    "TakeBack",
    "TakeDown",
    "VetoIt",
    "Wait",
    "Withdraw",
    "Write",
]

# What no law stands against, and what no law allows; all the others occur on both sides.
ALWAYS_DONE = (EndPost, TakeBack, SwitchPerson, CloseAccount, Install, Wait)
NEVER_DONE = (GoRound,)
