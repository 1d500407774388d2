"""How much time a second review has left, in words."""

from datetime import timedelta

from django.utils.translation import gettext as _

from guanwei.approvals.models import SecondReview
from guanwei.audit import clock

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def remaining(review: SecondReview) -> str:
    """For example 还有 5 小时, 还有 40 分钟, 已逾期 3 小时."""
    left = review.due_at - clock.now()
    if left <= timedelta():
        return _("已逾期 %(hours)d 小时") % {"hours": -left // HOUR}
    if left < HOUR:
        return _("还有 %(minutes)d 分钟") % {"minutes": max(left // MINUTE, 1)}
    return _("还有 %(hours)d 小时") % {"hours": left // HOUR}
