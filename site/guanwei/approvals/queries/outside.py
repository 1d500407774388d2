"""What counts of papers and of the supplying unit's confirmations. Nothing is asked where no step wants it."""

from collections.abc import Iterable, Sequence

from guanwei.approvals.models import EditConfirmation, PaperSignature, RouteStep, Submission
from guanwei.audit.models import Snapshot


def papers_of(submission: Submission, steps: Sequence[RouteStep]) -> list[PaperSignature]:
    """The papers brought in for ``submission``. One query, none where no step is on paper."""
    if not any(step.on_paper for step in steps):
        return []
    return list(PaperSignature.objects.filter(submission=submission).order_by("pk"))


def counting_papers(
    papers: Iterable[PaperSignature], step: RouteStep, barred: frozenset[int]
) -> tuple[PaperSignature, ...]:
    """Those of ``step`` that a second person confirmed, and whose signer may sign."""
    return tuple(
        each
        for each in papers
        if each.step_id == step.pk and each.counts and each.signer_person_id not in barred
    )


def confirmed_by(
    submission: Submission, steps: Sequence[RouteStep], parts: dict[str, str]
) -> dict[str, set[int]]:
    """Each part that changed since submission, with the people who confirmed exactly what it says now.

    Two queries, none where no step may edit.
    """
    if not any(step.may_edit for step in steps):
        return {}
    submitted = Snapshot.objects.values_list("parts", flat=True).get(pk=submission.snapshot_id)
    changed = {part: digest for part, digest in parts.items() if submitted.get(part) != digest}
    if not changed:
        return {}
    said = list(EditConfirmation.objects.filter(submission=submission))
    return {
        part: {each.person_id for each in said if each.parts.get(part) == digest}
        for part, digest in changed.items()
    }
