"""Submissions with their frozen steps, sign-offs, papers, objections, permits, openings, contributions.

A subject is named by ``family`` (``page`` or ``post``: an id space with triggers of its own) and ``object_id``.
"""

from guanwei.approvals.models.askings import Asking, AskingTurn
from guanwei.approvals.models.contributions import Contribution, DraftParts
from guanwei.approvals.models.emergencies import (
    Escalation,
    Finding,
    NumberLook,
    SecondReview,
    SecondReviewStep,
    TelephoneCall,
)
from guanwei.approvals.models.objections import Return, Veto
from guanwei.approvals.models.papers import EditConfirmation, PaperSignature
from guanwei.approvals.models.permits import Never, Opening, Permit
from guanwei.approvals.models.signatures import SignOff
from guanwei.approvals.models.steps import ClearedDesk, RouteStep
from guanwei.approvals.models.submissions import Submission, SubmissionState

__all__ = [
    "Asking",
    "AskingTurn",
    "ClearedDesk",
    "Contribution",
    "DraftParts",
    "EditConfirmation",
    "Escalation",
    "Finding",
    "Never",
    "NumberLook",
    "Opening",
    "PaperSignature",
    "Permit",
    "Return",
    "RouteStep",
    "SecondReview",
    "SecondReviewStep",
    "SignOff",
    "Submission",
    "SubmissionState",
    "TelephoneCall",
    "Veto",
]
