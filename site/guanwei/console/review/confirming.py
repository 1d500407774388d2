"""The clock of a unit concerned in words: since when it is asked, how long it has, who decides when it is late."""

from datetime import timedelta

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from guanwei.approvals.models import Asking, RouteStep
from guanwei.approvals.naming import post_in_words
from guanwei.audit import clock

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def due_in_words(step: RouteStep, asking: Asking) -> str:
    """The moment that counts, plus the hours of the rule, makes the deadline."""
    since = _minute(asking.at)
    if asking.due_at is None:
        return _("%(since)s 起征求，规则没有定时限") % {"since": since}
    return _("%(since)s 起征求，加 %(hours)d 小时，应在 %(due)s 前答复") % {
        "since": since,
        "hours": step.within_hours,
        "due": _minute(asking.due_at),
    }


def late_in_words(step: RouteStep, asking: Asking | None) -> str:
    """The post, and from when on: the deadline less the hours that the rule says before it."""
    unit = step.decider_unit
    if unit is None:
        return ""
    post = post_in_words(step.decider, unit, step.decider_overseer)
    if asking is None or asking.decides_at is None:
        return _("到期前 %(hours)d 小时仍未答复的，由%(post)s决定") % {
            "hours": step.decider_hours,
            "post": post,
        }
    return _("到期前 %(hours)d 小时（%(since)s）起仍未答复的，由%(post)s决定") % {
        "hours": step.decider_hours,
        "since": _minute(asking.decides_at),
        "post": post,
    }


def left_in_words(asking: Asking) -> str:
    """For a queue: how much time is left; empty without a deadline."""
    if asking.due_at is None:
        return ""
    left = asking.due_at - clock.now()
    if left <= timedelta():
        return _("已逾期 %(hours)d 小时") % {"hours": -left // HOUR}
    due = _minute(asking.due_at)
    if left < HOUR:
        return _("还有 %(minutes)d 分钟（%(due)s）") % {"minutes": max(left // MINUTE, 1), "due": due}
    return _("还有 %(hours)d 小时（%(due)s）") % {"hours": left // HOUR, "due": due}


def _minute(moment: object) -> str:
    return localtime(moment).strftime("%Y-%m-%d %H:%M")  # type: ignore[arg-type]
