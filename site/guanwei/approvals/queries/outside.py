"""What counts of papers and of the supplying unit's confirmations. Nothing is asked where no step wants it."""

from collections.abc import Iterable, Sequence

from guanwei.approvals.governed import governed_of
from guanwei.approvals.models import EditConfirmation, PaperSignature, RouteStep, Submission
from guanwei.approvals.subjects import draft_of
from guanwei.audit.canonical import digest
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

    Where every step that may edit exempts layout, parts of which only that changed are left out. Two queries, none
    where no step may edit; the draft is read besides where layout is exempt.
    """
    if not any(step.may_edit for step in steps):
        return {}
    submitted = Snapshot.objects.values_list("parts", flat=True).get(pk=submission.snapshot_id)
    changed = {part: said for part, said in parts.items() if submitted.get(part) != said}
    if changed and all(step.layout_exempt for step in steps if step.may_edit):
        changed = _in_words(submission, changed)
    if not changed:
        return {}
    said = list(EditConfirmation.objects.filter(submission=submission))
    return {
        part: {each.person_id for each in said if each.parts.get(part) == now}
        for part, now in changed.items()
    }


def _in_words(submission: Submission, changed: dict[str, str]) -> dict[str, str]:
    """Those of ``changed`` that say something else than was submitted, as far as the draft can tell."""
    draft = draft_of(submission.family, submission.object_id)
    governed = governed_of(draft) if draft is not None else None
    if governed is None:
        return changed
    before = Snapshot.objects.values_list("content", flat=True).get(pk=submission.snapshot_id)
    now = governed.parts(draft)
    return {
        part: asked
        for part, asked in changed.items()
        if part not in before
        or digest(now.get(part)) != asked
        or digest(governed.words(now[part])) != digest(governed.words(before[part]))
    }
