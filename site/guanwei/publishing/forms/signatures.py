"""Who signed a released item at the steps of a form: here, on the telephone, or on paper."""

from collections.abc import Mapping, Sequence

from django.utils import timezone

from guanwei.api import FormSignature, OfficialForm
from guanwei.approvals.models import PaperSignature, SignOff
from guanwei.publishing.forms.sheet import Signed
from guanwei.publishing.models import Release

Given = SignOff | PaperSignature
Signatures = Mapping[tuple[int, str], Sequence[Given]]


def signatures_for(form: OfficialForm, releases: Sequence[Release]) -> Signatures:
    """Signatures by submission and declared step, in order of time. Two queries."""
    asked = {
        "submission__in": [release.permit.submission_id for release in releases],
        "step__step__in": [each.step for each in form.signatures],
    }
    here = SignOff.objects.filter(**asked).select_related(
        "step", "person", "appointment__person", "call__recorder"
    )
    papers = PaperSignature.objects.filter(**asked, confirmed_at__isnull=False, refused_reason="")
    found: dict[tuple[int, str], list[Given]] = {}
    for each in (
        *here.order_by("decided_at", "pk"),
        *papers.select_related("step").order_by("decided_at", "pk"),
    ):
        found.setdefault((each.submission_id, each.step.step), []).append(each)
    return found


def signatures_on(signature: FormSignature, release: Release, signed: Signatures) -> tuple[Signed, ...]:
    """Who signed the released content at the step; nobody where a part of it is unsigned.

    A part may have been signed by another holder than the rest, after an edit: each counts.
    """
    wanted = release.permit.parts
    counting = [
        each
        for each in signed.get((release.permit.submission_id, signature.step), ())
        if _says(each) and any(wanted.get(part) == digest for part, digest in each.parts.items())
    ]
    covered = {part for each in counting for part, digest in each.parts.items() if wanted.get(part) == digest}
    if covered != set(wanted):
        return ()
    return tuple(_printed(each) for each in {_signer(each): each for each in counting}.values())


def _says(given: Given) -> bool:
    """A paper's opinion stands on the paper."""
    return isinstance(given, PaperSignature) or bool(given.opinion.strip())


def _signer(given: Given) -> int | str:
    if isinstance(given, PaperSignature):
        return given.signer_person_id or given.signer
    return given.person_id


def _printed(given: Given) -> Signed:
    if isinstance(given, PaperSignature):
        return Signed(signer=given.signer, opinion="", day=given.signed_on, paper=given.document)
    call = getattr(given, "call", None)
    return Signed(
        signer=str(given.person),
        opinion=given.opinion.strip(),
        day=timezone.localtime(given.decided_at).date(),
        behalf=str(given.appointment.person) if given.delegation_id else "",
        recorder=str(call.recorder) if call is not None else "",
        late=given.late,
    )
