"""How long a session lasts, and what must be done before it can be used. Kept in the session: no query a request."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.audit import clock
from guanwei.audit.wording import on_record
from guanwei.organisations.doors import factors, passwords

LONGEST = timedelta(hours=8)
"""Nobody stays signed in past the working day."""
STEP = timedelta(minutes=1)
"""How exactly activity is noted: a write a minute, not one a request."""
SINCE, SEEN, TASK = "doors_since", "doors_seen", "doors_task"


def idle_limit() -> timedelta:
    """How long nothing may happen."""
    return timedelta(minutes=settings.GUANWEI_IDLE_MINUTES)


def begin(request: Any, person: Any) -> None:
    """At sign-in: the session's clock starts, and what the person owes is noted in it."""
    now = clock.now().isoformat()
    request.session.update({SINCE: now, SEEN: now})
    if passwords.must_change(person) is not None:
        owe(request, "password")
    elif factors.demanded_of(person) and factors.enrolled(person) is None:
        owe(request, "factor")


def owe(request: Any, task: str) -> None:
    """Nothing else is open to this session until the ``task`` is done: "password" or "factor"."""
    request.session[TASK] = task


def owed(request: Any) -> str:
    """The task, or an empty string."""
    return str(request.session.get(TASK, ""))


def settle(request: Any, person: Any) -> None:
    """A task is done; the next one, if there is one, follows."""
    request.session.pop(TASK, None)
    if passwords.must_change(person) is not None:
        owe(request, "password")
    elif factors.demanded_of(person) and factors.enrolled(person) is None:
        owe(request, "factor")


def ended(request: Any) -> str:
    """Why the session is over: "idle" or "day"; empty while it stands. Notes activity as a side effect."""
    now = clock.now()
    since, seen = _moment(request, SINCE, now), _moment(request, SEEN, now)
    if now - since >= LONGEST:
        return "day"
    if now - seen >= idle_limit():
        return "idle"
    noted = SEEN in request.session and SINCE in request.session
    if not noted:
        request.session.update({SINCE: since.isoformat(), SEEN: now.isoformat()})
    elif now - seen >= STEP and not is_passive(request):
        request.session[SEEN] = now.isoformat()
    return ""


def is_passive(request: Any) -> bool:
    """Whether a page that lies open asks by itself.

    Saving a draft is no such thing: the editor saves only after somebody typed, and the day's limit stands anyway.
    A check of what is on the screen is one: it comes with the save of what was typed, and is tried again by itself.
    """
    asks_only = request.method == "GET" and request.path.endswith("/doors/here/")
    return asks_only or "/editing-sessions/" in request.path or request.path.endswith("/findings/now/")


def sentence(why: str) -> str:
    """What a person reads who comes back to an ended session."""
    if why == "idle":
        return _(
            "您有 %(minutes)d 分钟没有操作，系统已自动退出。草稿里写好的内容都已保存，登录后会回到原来的页面。"
        ) % {"minutes": settings.GUANWEI_IDLE_MINUTES}
    if why == "day":
        return _("登录已满 8 小时，请重新登录。草稿里写好的内容都已保存，登录后会回到原来的页面。")
    return ""


ENDS = {"idle": gettext_lazy("长时间没有操作"), "day": gettext_lazy("满一个工作日")}


def on_the_record(why: str) -> str:
    """Why a session ended, in the office's language."""
    return on_record(ENDS[why])


def _moment(request: Any, name: str, default: datetime) -> datetime:
    try:
        return min(datetime.fromisoformat(request.session[name]), default)
    except (KeyError, ValueError, TypeError):
        return default
