"""The way in: name and password, then, where the person has one, the second factor. No "remember me"."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import login
from django.utils import timezone
from django.utils.translation import gettext as _

from guanwei.audit import clock
from guanwei.console.doors import sessions
from guanwei.organisations.doors.passwords import refusals_for
from guanwei.organisations.models import Person

BACKEND = "guanwei.organisations.rights.backend.PostsBackend"
PENDING = "doors_pending"
PATIENCE = timedelta(minutes=5)


def let_in(request: Any, person: Person, *, weak: bool) -> None:
    """A session of its own key. A password that the rules of today no longer take must be changed first."""
    request.session.pop(PENDING, None)
    login(request, person, backend=BACKEND)
    request.session.set_expiry(0)
    if weak:
        sessions.owe(request, "password")


def is_weak(password: str, person: Person) -> bool:
    """Known at sign-in alone: rules may have become stricter since it was chosen, or the person's posts."""
    return bool(refusals_for(password, person))


def hold(request: Any, person: Person, going_to: str, *, weak: bool) -> None:
    """The password was right; the code is still missing. Nobody is signed in yet."""
    request.session.flush()
    request.session[PENDING] = {
        "person": person.pk,
        "next": going_to,
        "weak": weak,
        "until": (clock.now() + PATIENCE).isoformat(),
        "hash": person.get_session_auth_hash(),
    }


def held(request: Any) -> tuple[Person | None, dict[str, Any]]:
    """Who waits before the second door, while the wait lasts and the password is still the same."""
    said = request.session.get(PENDING) or {}
    if not said or clock.now() >= datetime.fromisoformat(said["until"]):
        return None, {}
    person = Person.objects.filter(pk=said["person"], is_active=True).first()
    if person is None or person.get_session_auth_hash() != said["hash"]:
        return None, {}
    return person, said


def when(moment: datetime) -> str:
    """A lock's sentence, with the minute after which the next try is heard."""
    later = timezone.localtime(moment + timedelta(seconds=59))
    return _(
        "连续多次没有输对，这个用户名在本机所在的网络暂停登录。请在 %(time)s 以后再试；"
        "急用请联系系统管理员，说明情况后由其恢复。"
    ) % {"time": later.strftime("%H:%M")}
