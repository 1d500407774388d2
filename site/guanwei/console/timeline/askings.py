"""What a timeline tells of units concerned: asked, reminded, put to whoever decides late."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from guanwei.approvals.models import Asking, AskingTurn, Submission
from guanwei.approvals.models.askings import TurnKind
from guanwei.console.review.confirming import due_in_words, late_in_words
from guanwei.console.timeline.entries import Entry, citations


def askings(submissions: list[Submission]) -> Iterator[Entry]:
    """Each time a unit was asked, with its deadline, and what became of it. Two queries."""
    rows = Asking.objects.filter(step__submission__in=submissions).select_related("step__decider_unit")
    for each in rows.order_by("pk"):
        terms = (due_in_words(each.step, each), late_in_words(each.step, each))
        what = _("%(step)s：征求意见") % {"step": each.step.label}
        yield Entry(
            each.at,
            "submit",
            what,
            _("系统"),
            cites=citations(each.step.cites),
            notes=tuple(filter(None, terms)),
        )
    turns = AskingTurn.objects.filter(asking__step__submission__in=submissions).exclude(kind=TurnKind.ENDED)
    for turn in turns.select_related("asking__step").order_by("pk"):
        step = turn.asking.step
        late = turn.kind == TurnKind.ESCALATED
        yield Entry(
            turn.at,
            "return" if late else "submit",
            _("%(step)s：%(turn)s") % {"step": step.label, "turn": turn.get_kind_display()},
            _("系统"),
            cites=citations(step.decider_cites if late else step.cites),
        )
