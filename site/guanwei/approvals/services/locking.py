"""A submission held for one act: what was on the person's screen must still be what it says."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals.models import Submission
from guanwei.approvals.subjects import Reading, draft_of, reading_of, refusals_against
from guanwei.organisations.queries.rules import not_loaded


def locked(submission_id: int) -> Submission:
    """The submission, held for this transaction: a save of its draft and other decisions wait."""
    return (
        Submission.objects.select_for_update(of=("self",))
        .select_related("supplier", "manager")
        .get(pk=submission_id)
    )


def moved_on() -> list[Refusal]:
    """What was on the screen isn't what the draft says."""
    return [Refusal(_("您打开之后稿件有改动；请刷新，看过改动再签。"))]


def read_as_seen(submission: Submission, seen: Mapping[str, str]) -> tuple[Reading | None, list[Refusal]]:
    """The draft, if it says what the person saw and nothing stands against the content itself."""
    refusals = not_loaded(submission.supplier, submission.manager)
    if refusals:
        return None, refusals
    reading = reading_of(draft_of(submission.family, submission.object_id))
    if reading.parts != dict(seen) or reading.parts != submission.parts:
        return None, moved_on()
    return reading, refusals_against(reading.draft)
