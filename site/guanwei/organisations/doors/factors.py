"""The second factor: enrol, verify, remove, reset; and where it is demanded."""

from typing import Any

from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from guanwei.api import Duty, Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.doors.record import NOWHERE, Came, enter
from guanwei.organisations.models import Authenticator, DoorEvent, FactorDemand, Person, RecoveryCode
from guanwei.organisations.models.factors import code_digests
from guanwei.organisations.rights.holdings import holdings_of

CODES = 10
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


def enrolled(person: Any) -> Authenticator | None:
    """The person's authenticator, once a code of it was shown to work."""
    return Authenticator.objects.filter(user=person, confirmed=True).first()


def demanded_of(person: Any) -> bool:
    """Whether a duty that the person holds demands a second factor."""
    duties = [str(duty) for duty in Duty if holdings_of(person).where(duty)]
    return FactorDemand.objects.filter(duty__in=duties, demanded=True).exists()


def begin(person: Person) -> Authenticator:
    """A new secret to be shown. It counts from ``confirm`` on; beginning anew makes another."""
    with transaction.atomic():
        Authenticator.objects.filter(user=person, confirmed=False).delete()
        return Authenticator.objects.create(user=person, name=person.get_username(), confirmed=False)


def begun(person: Any) -> Authenticator | None:
    """What ``begin`` made, while it waits for its first code."""
    return Authenticator.objects.filter(user=person, confirmed=False).first()


def confirm(person: Person, code: str, came: Came = NOWHERE) -> tuple[list[str], list[Refusal]]:
    """The first code proves that the app holds the secret. Returns the recovery codes, shown once."""
    with transaction.atomic():
        waiting = Authenticator.objects.select_for_update().filter(user=person, confirmed=False).first()
        if waiting is None:
            return [], [Refusal(_("没有等待启用的身份验证器；请重新开始。"))]
        if not waiting.verify_token(code):
            return [], [Refusal(_("验证码不对。请核对手机时间是否准确，等出现新的六位数后再填。"))]
        Authenticator.objects.filter(user=person, confirmed=True).delete()
        waiting.confirmed, waiting.since = True, clock.now()
        waiting.save()
        enter(DoorEvent.FACTOR_ADDED, person, came)
        return _new_codes(person), []


def new_codes(person: Person, came: Came = NOWHERE) -> list[str]:
    """A new set of recovery codes; the old ones no longer count."""
    with transaction.atomic():
        enter(DoorEvent.RECOVERY_MADE, person, came)
        return _new_codes(person)


def _new_codes(person: Person) -> list[str]:
    RecoveryCode.objects.filter(person=person).delete()
    codes = [get_random_string(16, SIGNS) for _each in range(CODES)]
    for each in codes:
        RecoveryCode.objects.create(person=person, digest=next(code_digests(person.pk, each)))
    return ["-".join((each[:4], each[4:8], each[8:12], each[12:])) for each in codes]


def verify(person: Person, code: str, came: Came = NOWHERE) -> bool:
    """Whether ``code`` opens: six digits of now, or a recovery code. Each counts once."""
    code = "".join(code.split()).replace("-", "").lower()
    with transaction.atomic():
        device = Authenticator.objects.select_for_update().filter(user=person, confirmed=True).first()
        if device is not None and device.verify_token(code):
            return True
        gone, _kinds = RecoveryCode.objects.filter(
            person=person, digest__in=list(code_digests(person.pk, code))
        ).delete()
        event = DoorEvent.RECOVERY_USED if gone else DoorEvent.CODE_FAILED
        enter(event, person, came)
        return bool(gone)


def remove(person: Person, came: Came = NOWHERE) -> list[Refusal]:
    """The person gives it up; not while a duty demands it."""
    if demanded_of(person):
        return [Refusal(_("您的职责要求启用双重验证，不能停用；换手机请用“重新启用”。"))]
    with transaction.atomic():
        _forget(person)
        enter(DoorEvent.FACTOR_REMOVED, person, came)
    return []


def reset(person: Person, *, by: Person, reason: str, came: Came = NOWHERE) -> list[Refusal]:
    """An administrator takes a lost factor away; every session of the person ends."""
    if not reason.strip():
        return [Refusal(_("请写明理由：重置双重验证要留下依据。"))]
    if by.pk == person.pk:
        return [Refusal(_("不能重置自己的双重验证；请另一位系统管理员办理。"))]
    with transaction.atomic():
        _forget(person)
        end_sessions(person, by=by, reason=reason)
        enter(DoorEvent.FACTOR_RESET, person, came, by=by, reason=reason.strip())
    return []


def _forget(person: Person) -> None:
    Authenticator.objects.filter(user=person).delete()
    RecoveryCode.objects.filter(person=person).delete()


def end_sessions(person: Person, *, by: Person, reason: str = "", came: Came = NOWHERE) -> None:
    """Every session that is open now stops counting."""
    with transaction.atomic(), acting(by, reason):
        person.session_round += 1
        person.save(update_fields=["session_round"])
        enter(DoorEvent.SESSIONS_ENDED, person, came, by=by, reason=reason)


def demand(duty: Duty, demanded: bool, *, by: Person, reason: str) -> list[Refusal]:
    """Demand a second factor of who holds ``duty``, or stop demanding it. Holds from the next sign-in."""
    if not reason.strip():
        return [Refusal(_("请写明理由：双重验证要求的变更要留下依据。"))]
    said = FactorDemand.objects.filter(duty=duty).first() or FactorDemand(duty=str(duty))
    if said.pk and said.demanded == demanded:
        return []
    said.demanded, said.reason = demanded, reason.strip()[:200]
    with transaction.atomic(), acting(by, reason):
        said.save()
    return []
