"""What a timeline tells of findings: each answer, and the end of a reason."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from guanwei.console.review.chain import held_post
from guanwei.console.timeline.entries import Entry, citations
from guanwei.console.timeline.sources import Subject
from guanwei.screening.models import Answer, AnswerKind

KINDS = {AnswerKind.REASON: "sign", AnswerKind.CLEARED: "sign", AnswerKind.GONE: "save"}


def answers(subject: Subject) -> Iterator[Entry]:
    """Who answered which finding, and why. One query."""
    rows = Answer.objects.filter(**subject.key).select_related("person", "appointment__unit", "delegation")
    for each in rows.order_by("pk"):
        yield Entry(
            each.at,
            KINDS[AnswerKind(each.kind)],
            _("检查提示“%(label)s”：%(answer)s")
            % {"label": each.finding.get("label", each.rule), "answer": each.get_kind_display()},
            str(each.person or _("系统")),
            held_post(each) if each.appointment else "",
            citations(each.finding.get("cites", [])),
            (each.reason,) if each.reason else (),
        )
