"""Every saved draft: who changed which part, and what that does to signatures."""

from typing import Any

from django.db import transaction

from guanwei.approvals.models import Contribution, DraftParts, Submission, SubmissionState
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services.closing import lapse
from guanwei.approvals.services.moving import place, tell
from guanwei.approvals.services.papers import void_waiting_papers
from guanwei.approvals.subjects import family_of, parts_of
from guanwei.audit.acting import current

FACTS = "facts"


def note_draft(obj: Any) -> None:
    """Write the contributions of the acting person and void what the change unsigned.

    Part of the save's own transaction. One query when nothing changed.
    """
    family, parts = family_of(obj), parts_of(obj)
    with transaction.atomic(savepoint=False):
        draft = DraftParts.objects.filter(family=family, object_id=obj.pk).first()
        before = draft.parts if draft else {}
        if draft and before == parts:
            return
        DraftParts.objects.update_or_create(family=family, object_id=obj.pk, defaults={"parts": parts})
        changed = [name for name in {**before, **parts} if before.get(name) != parts.get(name)]
        Contribution.objects.bulk_create(
            Contribution(
                family=family,
                object_id=obj.pk,
                person=current().person,
                part=name,
                before=before.get(name, ""),
                after=parts.get(name, ""),
            )
            for name in sorted(changed)
        )
        _tell_submission(family, obj, parts)


def _tell_submission(family: str, obj: Any, parts: dict[str, str]) -> None:
    submission = (
        Submission.objects.select_for_update()
        .filter(family=family, object_id=obj.pk, state=SubmissionState.OPEN)
        .first()
    )
    if submission is None:
        return
    if submission.parts.get(FACTS) != parts.get(FACTS):
        lapse(submission)
        return
    submission.parts, submission.title = parts, obj.title
    before = submission.position
    now = standing(submission)
    if any(each.step.on_paper for each in now.steps):
        void_waiting_papers(submission)
    place(submission, now)
    submission.save(update_fields=["parts", "position", "title", "unconfirmed"])
    if submission.position != before:
        tell(submission, now.waiting(submission.position))
