"""Times that people give a release: when it goes out, and from when it is no longer public."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit import clock

# Farther off, the year was mistyped: nobody signs for what goes out in two years.
FARTHEST = timedelta(days=366)
REASON_CHARS = 300


def shown(moment: datetime) -> str:
    """As the office writes it."""
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def refusals_to_begin(due_at: datetime | None) -> list[Refusal]:
    """Why the release can't begin at ``due_at``; None is at once."""
    if due_at is None:
        return []
    now = clock.now()
    if due_at <= now:
        return [
            Refusal(
                _("定时发布的时间%(time)s已经过去；请改填以后的时间，或留空立即发布。")
                % {"time": shown(due_at)}
            )
        ]
    if due_at > now + FARTHEST:
        return [Refusal(_("定时发布最远定到一年以后；请核对年份。"))]
    return []


def refusals_to_end(ends_at: datetime | None, due_at: datetime | None) -> list[Refusal]:
    """Why the item can't go offline at ``ends_at`` when it goes out at ``due_at`` (None: at once)."""
    if ends_at is None:
        return []
    if ends_at <= clock.now():
        return [
            Refusal(
                _("下线时间%(time)s已经过去；请改填以后的时间，或留空长期公开；现在就要下线的，请用“撤下”。")
                % {"time": shown(ends_at)}
            )
        ]
    if due_at is not None and ends_at <= due_at:
        return [Refusal(_("下线时间须晚于发布时间%(time)s；请改正。") % {"time": shown(due_at)})]
    return []


def reason_refusals(reason: str) -> list[Refusal]:
    """A reason is typed by a person and fits the record."""
    if not reason.strip():
        return [Refusal(_("请写明理由；它会留在记录里。"))]
    if len(reason) > REASON_CHARS:
        return [Refusal(_("理由请控制在%(limit)d字以内。") % {"limit": REASON_CHARS})]
    return []
