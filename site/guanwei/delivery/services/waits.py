"""When a platform is asked again, and when it no longer counts as reviewing."""

from datetime import datetime, timedelta

from django.utils import timezone

# An unknown outcome: soon, then ever less often.
AFTER_UNKNOWN = (
    timedelta(seconds=5),
    timedelta(seconds=15),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
)
# A review: platforms count queries (WeChat allows a hundred a day and account), so six of them in two hours.
BETWEEN_REVIEWS = tuple(timedelta(minutes=each) for each in (1, 2, 5, 15, 30, 60))
REVIEW_ENDS = timedelta(hours=2)
# A platform may take in late what it was sent: before this, "not there" proves nothing.
SETTLES_AFTER = timedelta(minutes=2)


def after_unknown(asked: int) -> timedelta:
    """How long to wait where the platform was asked ``asked`` times since the try."""
    return AFTER_UNKNOWN[min(asked, len(AFTER_UNKNOWN) - 1)]


def between_reviews(asked: int) -> timedelta:
    """How long to wait where the platform was asked ``asked`` times since it took the message in."""
    return BETWEEN_REVIEWS[min(asked, len(BETWEEN_REVIEWS) - 1)]


def shown(moment: datetime) -> str:
    """A moment of today or tomorrow, in the office's time."""
    return timezone.localtime(moment).strftime("%H:%M:%S")
