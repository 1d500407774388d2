"""What can be done with a submission: one function per verb. Refusals are lists of sentences."""

from guanwei.approvals.services.closing import send_back, withdraw
from guanwei.approvals.services.confirming import confirm_edits
from guanwei.approvals.services.papers import confirm_paper, record_paper, refuse_paper
from guanwei.approvals.services.permits import issue_permit, revoke
from guanwei.approvals.services.signing import sign
from guanwei.approvals.services.vetoing import lift_veto, veto

__all__ = [
    "confirm_edits",
    "confirm_paper",
    "issue_permit",
    "lift_veto",
    "record_paper",
    "refuse_paper",
    "revoke",
    "send_back",
    "sign",
    "veto",
    "withdraw",
]
