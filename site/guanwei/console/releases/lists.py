"""The sections of 发布情况. The number of queries doesn't grow with their length."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from guanwei.audit import clock
from guanwei.delivery.queries.out import left_behind, recalls_waiting_for
from guanwei.publishing.models import Release
from guanwei.publishing.models.releases import ReleaseState
from guanwei.publishing.queries.plans import in_public

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Section:
    """One heading with its rows. ``kind`` says which rows: release, delivery or recall."""

    kind: str
    heading: str
    help: str
    rows: list[Any]


def sections(units: set[int]) -> list[Section]:
    """Everything that is under way or in trouble in ``units``, what needs a person first. Six queries."""
    found = [
        Section(
            "release", _("出错或停住"), _("系统没能办成，或有人停住；请看原因后处理。"), _rows(_stuck(units))
        ),
        Section(
            "recall",
            _("等待人工删除"),
            _("渠道不能自动撤回；请登录平台删除后确认。"),
            _few(recalls_waiting_for(units)),
        ),
        Section(
            "delivery",
            _("已撤下，渠道上仍有"),
            _("稿件已不公开，发到渠道的内容还在；请决定是否撤回。"),
            _few(left_behind(units)),
        ),
        Section("release", _("定时发布"), _("到时自动发布。"), _rows(_timed(units))),
        Section("release", _("正在发布"), _("等待渠道回执。"), _rows(_going(units))),
        Section("release", _("到期下线"), _("到时自动下线。"), _rows(_ending(units))),
    ]
    return [each for each in found if each.rows]


def _few(rows: QuerySet[Any]) -> list[Any]:
    return list(rows[:SHOWN])


def _rows(rows: QuerySet[Release]) -> list[Release]:
    return list(rows.select_related("by", "permit__submission__manager")[:SHOWN])


def _of(units: set[int]) -> QuerySet[Release]:
    return Release.objects.filter(permit__submission__manager__in=units)


def _stuck(units: set[int]) -> QuerySet[Release]:
    failed = ~Q(problem="") & ~Q(state=ReleaseState.TAKEN_DOWN)
    return _of(units).filter(failed | Q(state=ReleaseState.HELD)).order_by("due_at", "pk")


def _timed(units: set[int]) -> QuerySet[Release]:
    return (
        _of(units).filter(state=ReleaseState.RUNNING, due_at__gt=clock.now(), problem="").order_by("due_at")
    )


def _going(units: set[int]) -> QuerySet[Release]:
    running = _of(units).filter(state=ReleaseState.RUNNING, due_at__lte=clock.now(), problem="")
    return running.order_by("due_at", "pk")


def _ending(units: set[int]) -> QuerySet[Release]:
    ends = in_public().filter(permit__submission__manager__in=units, ends_at__gt=clock.now(), problem="")
    return ends.order_by("ends_at", "pk")
