"""``guanwei publish_scheduled``: in the place of Wagtail's, which would publish by a date in a draft (law L1).

Runs the office's own due releases, each by itself, and names what failed. A date that somebody planted in a
revision publishes nothing: it is named, and the others go on.
"""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin, Revision

from guanwei.approvals.gate import GateRefused, check_triggers
from guanwei.approvals.governed import governed_models
from guanwei.console.reporting.printing import ReportCommand
from guanwei.publishing.models import Release
from guanwei.publishing.services import end_due, release_due


class Command(ReportCommand):
    """One round of what the worker does all day; for an installation that runs it by the clock instead."""

    help = "run the releases that are due; refuse and name what was scheduled past the office"

    def report(self, **options: Any) -> tuple[Any, bool]:
        gate = _gate()
        moved = {"released": 0, "ended": 0} if gate else {"released": release_due(), "ended": end_due()}
        found = {**moved, "failed": [*gate, *_failed()], "refused": [*_planted(), *_dated()]}
        return found, not found["failed"] and not found["refused"]

    def lines(self, document: Any) -> list[str]:
        return [_("已办理到时的发布%(released)d件，到期下线%(ended)d件。") % document]

    def sentence(self, document: Any) -> str:
        return "\n".join([*document["failed"], *document["refused"]])


def _gate() -> list[str]:
    """Why nothing may go out at all; empty when the gate is whole."""
    try:
        check_triggers()
    except GateRefused as error:
        return list(map(str, error.refusals))
    return []


def _failed() -> list[str]:
    """Every release that stands in trouble, this round's and earlier ones."""
    return [
        _("“%(title)s”没有发布：%(problem)s") % {"title": each.title, "problem": each.problem}
        for each in Release.objects.exclude(problem="").order_by("due_at", "pk")
    ]


def _planted() -> Iterator[str]:
    """Revisions with a date on which stock Wagtail would publish them. Nothing of ours writes one."""
    for each in Revision.objects.filter(approved_go_live_at__isnull=False).order_by("pk"):
        yield _(
            "“%(title)s”的旧稿被直接填了定时（%(time)s），没有经过签批，不予发布；请系统管理员查明是谁填的。"
        ) % {
            "title": each.object_str,
            "time": f"{timezone.localtime(each.approved_go_live_at):%Y-%m-%d %H:%M}",
        }


def _dated() -> Iterator[str]:
    """Live objects with a day of expiry that no release set: stock Wagtail would take them down without a word."""
    for model in {each.model for each in governed_models() if issubclass(each.model, DraftStateMixin)}:
        for obj in model._default_manager.filter(live=True, expire_at__isnull=False):
            yield _("“%(title)s”被直接填了下线时间，不予执行；请由发布人员在发布情况里设定。") % {
                "title": obj
            }
