"""Appoint, delegate, end. Refusals are sentences; nothing is written when there is one."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Appointment, Delegation, Person, Unit
from guanwei.organisations.queries.posts import appointments_on
from guanwei.organisations.queries.rules import rules_in_force
from guanwei.organisations.queries.vacancies import demanded
from guanwei.organisations.services.appointing import Asked, stands_against


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
    qualification: str = "",
    in_place_of: Appointment | None = None,
) -> tuple[Appointment | None, list[Refusal]]:
    """Give ``person`` the post. Returns the appointment or the refusals; its ``warnings`` keep what was told.

    ``in_place_of`` ends the day before: a post that exactly one person must hold passes from hand to hand.
    """
    with transaction.atomic(), acting(by, basis):
        _one_at_a_time(unit)
        refusals, told = stands_against(role, Asked(person, unit, starts_on, ends_on, in_place_of))
        if refusals:
            return None, refusals
        if in_place_of is not None:
            _last_day(in_place_of, starts_on - timedelta(days=1))
        made = Appointment.objects.create(
            person=person,
            role=role,
            unit=unit,
            starts_on=starts_on,
            ends_on=ends_on,
            subjects=list(subjects),
            basis=basis,
            qualification=qualification.strip(),
            warnings=[each.kept() for each in told],
        )
        made.oversees.set(oversees)
    return made, []


def end_appointment(
    appointment: Appointment, last_day: date, *, by: Person | None, reason: str
) -> list[Refusal]:
    """The post is held up to and including ``last_day``, unless that leaves fewer people than it must have."""
    with transaction.atomic(), acting(by, reason):
        _one_at_a_time(appointment.unit)
        refusals = _too_few_left(appointment, last_day)
        if not refusals:
            _last_day(appointment, last_day)
    return refusals


def _last_day(appointment: Appointment, day: date) -> None:
    appointment.ends_on = day
    appointment.save()


def _one_at_a_time(unit: Unit) -> None:
    """Who counts a unit's holders waits for whoever is about to change them."""
    Unit.objects.select_for_update().get(pk=unit.pk)


def _too_few_left(appointment: Appointment, last_day: date) -> list[Refusal]:
    """The past can't be mended, so what counts is the day after, or today where that is later."""
    day = max(last_day + timedelta(days=1), clock.today())
    if appointment.ends_on is not None and appointment.ends_on < day:
        return []
    unit = appointment.unit
    asked = demanded(unit, rules_in_force(unit), day)
    role = next((each for each in asked if each.id == appointment.role), None)
    if role is None or role.least_warns:
        return []
    others = appointments_on(day).filter(role=role.id, unit=unit).exclude(pk=appointment.pk)
    least = role.per_unit[0]
    if others.values("person").distinct().count() >= least:
        return []
    said = _("%(unit)s的%(role)s至少要有 %(least)d 人；请先任命接任的人，任命时写明接替%(person)s。") % {
        "unit": unit,
        "role": role.label,
        "least": least,
        "person": appointment.person,
    }
    return [Refusal(said, role.cites, role.id)]


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
