"""Listens for what Django, axes and the API's tokens report, and puts it on the record."""

from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy
from wagtail.models import APIToken

from guanwei.audit.acting import current
from guanwei.audit.wording import on_record
from guanwei.console.doors import sessions
from guanwei.console.doors.arrivals import came
from guanwei.organisations.doors.record import acting_other, enter
from guanwei.organisations.models import DoorEvent, Person

_WHY = gettext_lazy("%(token)s，理由：%(reason)s")


def connect() -> None:
    """Called once, when the console is ready."""
    for signal, receiver in (
        (user_logged_in, signed_in),
        (user_logged_out, signed_out),
        (user_login_failed, failed),
        (user_locked_out, locked),
    ):
        signal.connect(receiver, dispatch_uid=f"doors.{receiver.__name__}")
    post_save.connect(token_changed, sender=APIToken, dispatch_uid="doors.token_changed")


def signed_in(sender: Any, request: Any, user: Any, **_kwargs: Any) -> None:
    """Whatever way in was taken."""
    enter(DoorEvent.SIGNED_IN, user, came(request))
    sessions.begin(request, user)


def signed_out(sender: Any, request: Any, user: Any, **_kwargs: Any) -> None:
    """By hand; a session that ended by itself is told by the one who ended it."""
    if user is not None and not getattr(request, "doors_ended", False):
        enter(DoorEvent.SIGNED_OUT, user, came(request))


def failed(sender: Any, credentials: dict[str, Any], request: Any = None, **_kwargs: Any) -> None:
    """A wrong name, password or code. Tries that were not even heard are not told one by one."""
    if request is not None and not getattr(request, "doors_shut", False):
        enter(DoorEvent.FAILED, _named(credentials), came(request))


def locked(sender: Any, request: Any, username: str, **_kwargs: Any) -> None:
    """The failure that closed the door."""
    if not getattr(request, "doors_shut", False):
        enter(DoorEvent.LOCKED, _named({"username": username}), came(request))


def token_changed(sender: Any, instance: Any, created: bool, **kwargs: Any) -> None:
    """Made or taken back, by whom."""
    revoked = instance.revoked_at and "revoked_at" in (kwargs.get("update_fields") or ())
    event = DoorEvent.TOKEN_MADE if created else DoorEvent.TOKEN_REVOKED if revoked else None
    if event is not None:
        said, why = f"{instance.name[:50]} ({instance.prefix})", current().reason
        reason = on_record(_WHY) % {"token": said, "reason": why} if why else said
        enter(event, instance.user, by=acting_other(instance.user), reason=reason)


def _named(credentials: dict[str, Any]) -> Person | None:
    return Person.objects.filter(username=credentials.get("username") or "").first()
