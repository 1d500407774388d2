"""What happened beside the signatures: papers, the supplying unit's word on edits, vetoes."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.approvals.models import EditConfirmation, PaperSignature, Submission, Veto
from guanwei.console.review.chain import held_post
from guanwei.console.timeline.entries import Entry, citations
from guanwei.console.timeline.sources import Subject
from guanwei.organisations.queries.roles import role_label


def papers(subject: Subject, submissions: list[Submission]) -> Iterator[Entry]:
    """Brought in, then compared with the content by another person. One query."""
    for each in _of(PaperSignature, submissions).select_related("confirmed_by", "confirmed_as__unit"):
        said = _("%(signer)s于%(day)s签署，文号或编号：%(document)s") % {
            "signer": each.signer,
            "day": each.signed_on,
            "document": each.document,
        }
        yield Entry(
            each.decided_at,
            "sign",
            _("%(step)s：登记纸质签署") % {"step": each.step.label},
            str(each.person),
            held_post(each),
            citations(each.step.cites),
            (said, _("扫描件摘要 %(digest)s") % {"digest": each.scan}),
            subject.titles(each.parts),
            each.snapshot_id,
            reverse("review:scan", args=[each.submission_id, each.pk]),
        )
        if each.confirmed_at:
            yield _checked(each)


def _checked(each: PaperSignature) -> Entry:
    words = _("%(step)s：扫描件不符") if each.refused_reason else _("%(step)s：扫描件核对相符")
    held = each.confirmed_as
    return Entry(
        each.confirmed_at,
        "return" if each.refused_reason else "sign",
        words % {"step": each.step.label},
        str(each.confirmed_by),
        f"{held.unit}{role_label(held.role)}" if held else "",
        notes=(each.refused_reason,) if each.refused_reason else (),
    )


def confirmations(subject: Subject, submissions: list[Submission]) -> Iterator[Entry]:
    """What the supplying unit confirmed. One query."""
    for each in _of(EditConfirmation, submissions):
        yield Entry(
            each.decided_at,
            "sign",
            _("%(step)s：供稿单位确认审改") % {"step": each.step.label},
            str(each.person),
            held_post(each),
            citations(each.step.cites),
            parts=subject.titles(each.parts),
            snapshot=each.snapshot_id,
        )


def vetoes(submissions: list[Submission]) -> Iterator[Entry]:
    """Vetoed, and lifted. One query."""
    for each in _of(Veto, submissions).select_related("lifted_by", "lifted_as__unit"):
        yield Entry(
            each.decided_at,
            "return",
            _("%(step)s：一票否决") % {"step": each.step.label},
            str(each.person),
            held_post(each),
            citations(each.step.cites),
            (each.reason,),
            snapshot=each.snapshot_id,
        )
        if each.lifted_at:
            yield Entry(
                each.lifted_at,
                "sign",
                _("%(step)s：解除否决") % {"step": each.step.label},
                str(each.lifted_by),
                f"{each.lifted_as.unit}{role_label(each.lifted_as.role)}",
                citations(each.step.cites),
                (each.lifted_reason,),
            )


def _of(model: type, submissions: list[Submission]) -> QuerySet:  # type: ignore[type-arg]
    rows = model.objects.filter(submission__in=submissions)  # type: ignore[attr-defined]
    return rows.select_related("person", "appointment__unit", "delegation", "step").order_by("pk")
