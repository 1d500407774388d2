"""Appoint, delegate, end. Refusals are sentences; nothing is written when there is one."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit.acting import acting
from guanwei.organisations.models import Appointment, Delegation, Person, Unit
from guanwei.organisations.queries.posts import DECIDING
from guanwei.registry import catalogue


def _refusals(person: Person, role: str, starts_on: date, ends_on: date | None) -> list[Refusal]:
    declared = catalogue().role(role)
    if declared is None:
        return [Refusal(_("没有“%(role)s”这个职务；请先安装声明它的规则包。") % {"role": role})]
    found = []
    if ends_on is not None and ends_on < starts_on:
        found.append(Refusal(_("任职截止日早于起始日，请改正日期。")))
    if person.contractor and declared.duties & DECIDING and not declared.open_to_contractors:
        found.append(
            Refusal(
                _("%(person)s是外包单位人员，不能担任%(role)s；请改任本单位人员。")
                % {"person": person, "role": declared.label},
                declared.cites,
                role,
            )
        )
    return found


def appoint(
    person: Person,
    role: str,
    unit: Unit,
    starts_on: date,
    *,
    by: Person | None,
    ends_on: date | None = None,
    oversees: Iterable[Unit] = (),
    subjects: Iterable[str] = (),
    basis: str = "",
) -> tuple[Appointment | None, list[Refusal]]:
    """Give ``person`` the post. Returns the appointment, or the refusals."""
    refusals = _refusals(person, role, starts_on, ends_on)
    if refusals:
        return None, refusals
    with transaction.atomic(), acting(by, basis):
        made = Appointment.objects.create(
            person=person,
            role=role,
            unit=unit,
            starts_on=starts_on,
            ends_on=ends_on,
            subjects=list(subjects),
            basis=basis,
        )
        made.oversees.set(oversees)
    return made, []


def end_appointment(appointment: Appointment, last_day: date, *, by: Person | None, reason: str) -> None:
    """The post is held up to and including ``last_day``."""
    appointment.ends_on = last_day
    with acting(by, reason):
        appointment.save()


def delegate(
    appointment: Appointment,
    to: Person,
    starts_on: date,
    ends_on: date,
    document: str,
    *,
    by: Person | None,
) -> tuple[Delegation | None, list[Refusal]]:
    """Let ``to`` sign for the post, in writing and for a time."""
    found = []
    if not document.strip():
        found.append(Refusal(_("代签要有书面授权；请填写授权文件的名称和文号。")))
    if ends_on < starts_on:
        found.append(Refusal(_("授权截止日早于起始日，请改正日期。")))
    if to.pk == appointment.person_id:
        found.append(Refusal(_("不能授权给本人；请另选受托人。")))
    if to.contractor:
        found.append(Refusal(_("外包单位人员不能代签；请授权给本单位人员。")))
    if found:
        return None, found
    with acting(by, document):
        made = Delegation.objects.create(
            appointment=appointment, delegate=to, starts_on=starts_on, ends_on=ends_on, document=document
        )
    return made, []


def revoke_delegation(delegation: Delegation, on: date, *, by: Person | None, reason: str) -> None:
    """The delegate signs no more from ``on``."""
    delegation.revoked_on = on
    with acting(by, reason):
        delegation.save()
