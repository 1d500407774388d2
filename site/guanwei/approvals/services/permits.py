"""Permits: issued when everything before release is signed on exactly this content, revoked for good."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from guanwei.approvals.models import Permit, Submission, SubmissionState
from guanwei.approvals.queries.contributions import last_contribution
from guanwei.approvals.services.proving import NotSigned, prove
from guanwei.approvals.signals import permitted
from guanwei.approvals.subjects import Reading, draft_of, family_of, parts_of, reading_of, snapshot_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.canonical import whole
from guanwei.audit.records import record_all
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person


def issue_permit(submission: Submission, by: Person | None, reading: Reading | None = None) -> Permit:
    """Prove law L2 once more on the content as it stands, then issue. A standing permit is revoked.

    ``reading`` is the draft where the caller read it in this transaction.
    """
    with transaction.atomic():
        reading = reading or reading_of(draft_of(submission.family, submission.object_id))
        prove(submission, reading.parts)
        for older in _standing_permits(submission.family, submission.object_id):
            revoke(older, by, on_record(_("新的许可取代")))
        permit = Permit.objects.create(
            family=submission.family,
            object_id=submission.object_id,
            digest=whole(reading.parts),
            parts=reading.parts,
            snapshot=reading.keep(),
            submission=submission,
            issued_at=clock.now(),
            contributions_upto=last_contribution(submission.family, submission.object_id),
        )
        submission.state, submission.title = SubmissionState.PERMITTED, reading.draft.title
        submission.save()
        permitted.send(Submission, submission=submission, permit=permit)
    return permit


def _standing_permits(family: str, object_id: int) -> list[Permit]:
    return list(Permit.objects.filter(family=family, object_id=object_id, revoked_at__isnull=True))


def revoke(permit: Permit, by: Person | None, reason: str) -> None:
    """Nothing passes on this permit any more. Revoking twice changes nothing."""
    with transaction.atomic(), acting(by, reason):
        # It may be going live at this moment: what is written then stays.
        permit.refresh_from_db(from_queryset=Permit.objects.select_for_update())
        if permit.revoked_at is not None:
            return
        permit.revoked_at = clock.now()
        permit.revoked_by = by
        permit.revoked_reason = reason[:300]
        permit.save()


def revoke_standing(family: str, object_id: int, by: Person | None, reason: str) -> None:
    """Revoke whatever permit stands for the object: taking down does."""
    for permit in _standing_permits(family, object_id):
        revoke(permit, by, reason)


def genesis(obj: object, reason: str) -> Permit:
    """The permit of the site's first structure, while no person exists; refused once somebody does."""
    if Person.objects.exists():
        raise NotSigned("people exist: structure is signed for")
    family, parts = draft_parts(obj)
    with acting(None, reason):
        return Permit.objects.create(
            family=family,
            object_id=obj.pk,  # type: ignore[attr-defined]
            digest=whole(parts),
            parts=parts,
            snapshot=snapshot_of(obj),
            issued_at=clock.now(),
        )


def genesis_together(readings: Sequence[Reading], reason: str) -> list[Permit]:
    """The same for many at once."""
    if Person.objects.exists():
        raise NotSigned("people exist: structure is signed for")
    with acting(None, reason):
        permits = [
            Permit(
                family=family_of(each.draft),
                object_id=each.draft.pk,
                digest=whole(each.parts),
                parts=each.parts,
                snapshot=each.keep(),
                issued_at=clock.now(),
            )
            for each in readings
        ]
        record_all(permits)
    return permits


def draft_parts(obj: object) -> tuple[str, dict[str, str]]:
    """Family and part digests of ``obj`` itself."""
    return family_of(obj), parts_of(obj)
