"""The second review (补审) of an emergency: opened with its release, told what became of the content."""

from datetime import timedelta

from guanwei.approvals.models import Permit, SecondReview, SecondReviewStep, Submission, TelephoneCall
from guanwei.approvals.models.emergencies import Remedy, ReviewState
from guanwei.approvals.signals import second_review_opened
from guanwei.audit import clock
from guanwei.organisations.models import Person


def open_second_review(submission: Submission) -> SecondReview | None:
    """Open what the submission's route owes; once. In the transaction in which its first part goes out."""
    terms = submission.second_review
    if not terms:
        return None
    known = SecondReview.objects.filter(submission=submission).first()
    if known is not None:
        return known
    now = clock.now()
    review = SecondReview.objects.create(
        submission=submission,
        permit=submission.permit,
        family=submission.family,
        object_id=submission.object_id,
        rule=terms["id"],
        label=terms["label"],
        cites=terms["cites"],
        plugin=submission.plugin,
        plugin_version=submission.plugin_version,
        opened_at=now,
        due_at=now + timedelta(hours=terms["hours"]),
        escalates_to=terms["escalates"]["role"],
        escalates_unit_id=terms["escalates"]["unit"],
        escalates_overseer=terms["escalates"]["overseer"],
    )
    _write_steps(review, submission)
    second_review_opened.send(SecondReview, review=review)
    return review


def _write_steps(review: SecondReview, submission: Submission) -> None:
    """Those declared, then each consent by telephone: its giver signs in person."""
    position = 0
    for position, frozen in enumerate(submission.second_review["steps"], start=1):
        kept = {**frozen, "unit_id": frozen["unit"]}
        del kept["unit"]
        SecondReviewStep.objects.create(review=review, position=position, **kept)
    calls = TelephoneCall.objects.filter(sign_off__submission=submission)
    for number, call in enumerate(calls.select_related("sign_off__step").order_by("pk"), start=position + 1):
        step = call.sign_off.step
        SecondReviewStep.objects.create(
            review=review,
            position=number,
            step=step.step,
            label=step.label,
            role=step.role,
            unit_id=step.unit_id,
            overseer=step.overseer,
            open_to_contributor=step.open_to_contributor,
            person_id=call.sign_off.person_id,
            cites=call.cites,
        )


def note_taken_down(family: str, object_id: int, by: Person | None, reason: str) -> None:
    """The content is no longer public. What is owed stays owed; what wasn't approved is remedied."""
    for review in _unfinished(family, object_id):
        _note(review, Remedy.TAKEN_DOWN)


def note_corrected(permit: Permit) -> None:
    """Other content is public in its place."""
    for review in _unfinished(permit.family, permit.object_id):
        if review.permit_id != permit.pk:
            _note(review, Remedy.CORRECTED)


def _unfinished(family: str, object_id: int) -> list[SecondReview]:
    rows = SecondReview.objects.select_for_update().filter(family=family, object_id=object_id)
    return list(rows.exclude(state=ReviewState.DONE).order_by("pk"))


def _note(review: SecondReview, remedy: Remedy) -> None:
    review.remedy, review.remedy_at = remedy, clock.now()
    settle(review)


def settle(review: SecondReview) -> None:
    """Put the review where its steps, findings and remedy say, and save it."""
    steps = list(review.steps.select_related("finding"))
    refused = any(each.done and not each.finding.approved for each in steps)
    if refused and not review.remedy:
        review.state = ReviewState.REFUSED
    elif all(each.done for each in steps):
        review.state, review.closed_at = ReviewState.DONE, clock.now()
    else:
        review.state = ReviewState.OPEN
    review.save()
