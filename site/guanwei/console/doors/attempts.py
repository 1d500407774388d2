"""Failed sign-ins, counted by django-axes. Kept out is a name together with an address, never an office.

Three limits, each over 15 minutes:

- a name at an address: 5 failures. The usual case; nobody else is touched.
- a name at all addresses: 20 failures. Guessing from many places.
- an address with all names: 50 failures. Trying many names.

The last two spare whoever signed in from that address within 30 days: neither a stranger who knows a name,
nor a colleague behind the same gateway, can keep people from their work.
"""

from datetime import datetime, timedelta
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.db.models import Max, QuerySet, Sum
from django.utils.crypto import salted_hmac

from guanwei.audit import clock
from guanwei.organisations.doors.record import came_before
from guanwei.organisations.models import Person

COOL_OFF = timedelta(minutes=15)
PAIR, NAME, ADDRESS = 5, 20, 50


def kept_name(request: Any, credentials: dict[str, Any] | None = None) -> str:
    """The name under which axes counts. One that nobody has is replaced by a mark: it may be a password."""
    named = (credentials or {}).get("username")
    said = str(request.POST.get("username", "") if named is None else named)
    known = request.__dict__.setdefault("_doors_names", {})
    if said not in known:
        known[said] = said if Person.objects.filter(username=said).exists() else _mark(said)
    return str(known[said])


def _mark(said: str) -> str:
    return "?" + salted_hmac("guanwei.unknown-name", said).hexdigest()[:16]


def locked_until(request: Any, credentials: dict[str, Any] | None) -> datetime | None:
    """When the next try is heard; None while tries are."""
    name, address = kept_name(request, credentials), request.axes_ip_address
    recent = AccessAttempt.objects.filter(attempt_time__gte=clock.now() - COOL_OFF)
    pair = _end(recent.filter(username=name, ip_address=address), PAIR)
    if pair is not None:
        return pair
    end = _end(recent.filter(username=name), NAME) or _end(recent.filter(ip_address=address), ADDRESS)
    return end if end is not None and not came_before(name, address or "") else None


def _end(attempts: QuerySet[AccessAttempt], most: int) -> datetime | None:
    found = attempts.aggregate(failures=Sum("failures_since_start"), last=Max("attempt_time"))
    return found["last"] + COOL_OFF if (found["failures"] or 0) >= most else None


class DoorHandler(AxesDatabaseHandler):
    """Axes by our clock, with the two further limits, keeping nothing of what was typed."""

    def is_locked(self, request: Any, credentials: dict[str, Any] | None = None) -> bool:
        request.axes_attempt_time = clock.now()
        request.doors_shut = locked_until(request, credentials) is not None
        return bool(request.doors_shut)

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any
    ) -> None:
        if request is not None:
            request.axes_attempt_time = clock.now()
        super().user_login_failed(sender, credentials, request, **kwargs)
        if request is not None and not request.axes_locked_out:
            pair = {"username": kept_name(request, credentials), "ip_address": request.axes_ip_address}
            AccessAttempt.objects.filter(**pair).update(get_data="", post_data="", attempt_time=clock.now())
