"""Judging a password, and remembering when it was set."""

from calendar import monthrange
from datetime import date
from typing import Any

from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.organisations.doors.policies import Strictest, strictest_for
from guanwei.organisations.doors.record import acting_other, enter
from guanwei.organisations.models import DoorEvent, PasswordUse


def classes_of(password: str) -> int:
    """How many of the three kinds of signs it has: digits, letters, others."""
    kinds = {"digit" if each.isdigit() else "letter" if each.isalpha() else "other" for each in password}
    return len(kinds)


def refusals_for(password: str, person: Any, asked: Strictest | None = None) -> list[Refusal]:
    """Why the rules don't take ``password``, each with its article. Earlier passwords aren't looked at."""
    asked = asked or strictest_for(person)
    found = []
    if len(password) < asked.min_length.value:
        said = _("密码至少要有 %(least)d 个字符。") % {"least": asked.min_length.value}
        found.append(Refusal(said, asked.min_length.cites))
    if classes_of(password) < asked.classes.value:
        said = _("密码要含数字、字母、特殊符号中的至少 %(least)d 种。") % {"least": asked.classes.value}
        found.append(Refusal(said, asked.classes.cites))
    return found


def came_back(password: str, person: Any, asked: Strictest) -> list[Refusal]:
    """Whether it is one of the person's last passwords, which the rules keep from returning."""
    last = PasswordUse.objects.filter(person=person)[: asked.history.value]
    if any(check_password(password, each.hash) for each in last):
        said = _("不能再用最近 %(count)d 次用过的密码。") % {"count": asked.history.value}
        return [Refusal(said, asked.history.cites)]
    return []


def must_change(person: Any) -> Refusal | None:
    """Why the person must choose a new password before going on. None where the present one may stay."""
    last = PasswordUse.objects.filter(person=person).first()
    if last is not None and last.by_id is not None:
        return Refusal(_("这个密码是别人为您设的；请改成只有自己知道的密码。"))
    asked = strictest_for(person).max_age_months
    since = timezone.localtime(last.at if last is not None else person.date_joined).date()
    if asked.value and clock.today() > months_later(since, asked.value):
        said = _("密码已用满 %(months)d 个月，按规定要更换。") % {"months": asked.value}
        return Refusal(said, asked.cites)
    return None


def months_later(day: date, months: int) -> date:
    """Calendar months: the same day, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class RuleBooksValidator:
    """Puts the rule books into AUTH_PASSWORD_VALIDATORS, and the moment of each change on the record."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError with every sentence."""
        asked = strictest_for(user)
        found = refusals_for(password, user, asked)
        if user is not None and user.pk is not None:
            found += came_back(password, user, asked)
        if found:
            raise ValidationError([str(each) for each in found])

    def password_changed(self, password: str, user: Any = None) -> None:
        """Called by Django once the person is saved with the new password."""
        other = acting_other(user)
        PasswordUse.objects.create(person=user, by=other, hash=user.password)
        enter(DoorEvent.PASSWORD_CHANGED, user, by=other)

    def get_help_text(self) -> str:
        """Shown beside the field."""
        return _("还要符合您任职单位现行规定对密码的要求。")
