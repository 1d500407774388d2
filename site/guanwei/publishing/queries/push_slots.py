"""How many pushes an account has left on a day: by its channel's limits and the office's calendar."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.accounts.queries import limits_of
from guanwei.api import Refusal
from guanwei.publishing.models import PushPlace, PushSlot
from guanwei.publishing.models.push_places import PlaceState


def month_of(day: date) -> str:
    """``2026-03``."""
    return f"{day:%Y-%m}"


def taken(account: Account, but: int | None = None) -> QuerySet[PushSlot]:
    """Slots that stand, other than those of push ``but``."""
    slots = PushSlot.objects.filter(account=account, freed_at__isnull=True)
    return slots if but is None else slots.exclude(release__object_id=but)


def free_number(used: list[int]) -> int:
    """The lowest number from 1 that isn't used."""
    return next(number for number in range(1, len(used) + 2) if number not in used)


def slot_refusals(account: Account, day: date, but: int | None = None) -> list[Refusal]:
    """Why no more push goes out on ``day``, not counting push ``but``. Two queries at most."""
    limits, slots = limits_of(account), taken(account, but)
    if limits.pushes_a_day is not None and slots.filter(day=day).count() >= limits.pushes_a_day:
        return [
            Refusal(
                _("%(account)s每天最多推送%(most)d次，%(day)s已排满；请把这次推送改到别的日子。")
                % {"account": account, "most": limits.pushes_a_day, "day": day.isoformat()}
            )
        ]
    of_month = slots.filter(month=month_of(day))
    if limits.pushes_a_month is not None and of_month.count() >= limits.pushes_a_month:
        return [
            Refusal(
                _("%(account)s每月最多推送%(most)d次，%(month)s已用完；请把这次推送改到下月，或减少推送。")
                % {"account": account, "most": limits.pushes_a_month, "month": month_of(day)}
            )
        ]
    return []


def rival_refusals(account: Account, day: date, but: int | None = None) -> list[Refusal]:
    """Pushes of the day that are signed for at this moment count too: one of them could never go out."""
    most = limits_of(account).pushes_a_day
    if most is None:
        return []
    rivals = PushPlace.objects.filter(account=account, day=day, state=PlaceState.STANDING).exclude(push=but)
    others = list(rivals.values_list("push", "push__title").distinct())
    if len(others) < most:
        return []
    return [
        Refusal(
            _(
                "%(account)s每天最多推送%(most)d次，%(day)s已有“%(title)s”在流程中；"
                "请改到别的日子，或请其提交人先撤回。"
            )
            % {"account": account, "most": most, "day": day.isoformat(), "title": others[0][1]}
        )
    ]
