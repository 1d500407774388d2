"""What can be done with a submission: one function per verb. Refusals are lists of sentences."""

from guanwei.approvals.services.closing import send_back, withdraw
from guanwei.approvals.services.permits import issue_permit, revoke
from guanwei.approvals.services.signing import sign
from guanwei.approvals.services.submitting import submit

__all__ = ["issue_permit", "revoke", "send_back", "sign", "submit", "withdraw"]
