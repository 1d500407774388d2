"""Counts how often somebody comes to a door. In the database: several processes serve one site."""

import hashlib
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from guanwei.audit import clock
from guanwei.organisations.models import Tally

KEPT = timedelta(days=2)


def span_of(moment: datetime, seconds: int) -> datetime:
    """The beginning of the span of ``seconds`` in which ``moment`` lies."""
    return moment - timedelta(seconds=moment.timestamp() % seconds)


def count(door: str, who: str, seconds: int, *, add: int = 1) -> int:
    """Count one more at ``door`` by ``who`` and say how many it makes in this span. Two queries."""
    key = hashlib.sha256(f"{door}\0{who}".encode()).hexdigest()
    since = span_of(clock.now(), seconds)
    found = Tally.objects.filter(key=key, since=since)
    if not found.update(count=F("count") + add):
        _begin(key, since)
        found.update(count=F("count") + add)
    return found.values_list("count", flat=True).first() or add


def counted(door: str, who: str, seconds: int) -> int:
    """How many it is, without counting."""
    return count(door, who, seconds, add=0)


def _begin(key: str, since: datetime) -> None:
    """The first of a span sweeps what is over. Another process may begin the same span at this moment."""
    Tally.objects.filter(since__lt=clock.now() - KEPT).delete()
    try:
        with transaction.atomic():
            Tally.objects.create(key=key, since=since)
    except IntegrityError:
        pass
