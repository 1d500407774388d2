"""Submissions with their frozen steps, sign-offs, returns, permits, openings, contributions.

A subject is named by ``family`` (``page`` or ``post``: an id space with triggers of its own) and ``object_id``.
"""

from guanwei.approvals.models.contributions import Contribution, DraftParts
from guanwei.approvals.models.permits import Never, Opening, Permit
from guanwei.approvals.models.signatures import Return, SignOff
from guanwei.approvals.models.submissions import RouteStep, Submission, SubmissionState

__all__ = [
    "Contribution",
    "DraftParts",
    "Never",
    "Opening",
    "Permit",
    "Return",
    "RouteStep",
    "SignOff",
    "Submission",
    "SubmissionState",
]
