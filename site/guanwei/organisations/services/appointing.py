"""What stands against giving somebody a post, and what is only told: by the role's declaration, with its articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from guanwei.api import BodySeat, Refusal, Role
from guanwei.audit import clock
from guanwei.organisations.bounds import Term, most_at_once
from guanwei.organisations.models import Appointment, Person, Unit
from guanwei.organisations.notices import Notice
from guanwei.organisations.queries.bodies import bodies_of, seat_called
from guanwei.organisations.queries.kinds import has_post, kind_label
from guanwei.organisations.queries.posts import DECIDING, appointments_during
from guanwei.organisations.queries.roles import role_label
from guanwei.registry import catalogue


@dataclass(frozen=True, slots=True)
class Asked:
    """The appointment that is asked for. ``in_place_of`` is the one that ends the day before it begins."""

    person: Person
    unit: Unit
    first: date
    last: date | None
    in_place_of: Appointment | None = None


def stands_against(role_id: str, asked: Asked) -> tuple[list[Refusal], list[Notice]]:
    """Refusals, and what is told where there are none."""
    seat = seat_called(role_id)
    if seat is not None:
        return [_seat_follows(seat, asked.unit)], []
    role = catalogue().role(role_id)
    if role is None:
        return [Refusal(_("没有“%(role)s”这个职务；请先安装声明它的规则包。") % {"role": role_id})], []
    refusals = list(_refusals(role, asked))
    if refusals:
        return refusals, []
    too_many = _too_many(role, asked)
    if too_many is not None and not role.most_warns:
        return [Refusal(too_many.sentence, too_many.cites, role.id)], []
    told = [too_many] if too_many is not None else []
    return [], [*told, *_better_apart(role, asked)]


def _refusals(role: Role, asked: Asked) -> Iterator[Refusal]:
    words = {"person": asked.person, "role": role.label, "unit": asked.unit, "kind": kind_label(asked.unit)}
    if asked.last is not None and asked.last < asked.first:
        yield Refusal(_("任职截止日早于起始日，请改正日期。"))
    if asked.person.contractor and role.duties & DECIDING and not role.open_to_contractors:
        said = _("%(person)s是外包单位人员，不能担任%(role)s；请改任本单位人员。") % words
        yield Refusal(said, role.cites, role.id)
    before = asked.in_place_of
    if before is not None and (before.role, before.unit_id) != (role.id, asked.unit.pk):
        yield Refusal(_("被接替的任职不是%(unit)s的%(role)s；请重新选择。") % words)
    if before is not None and asked.first <= before.starts_on:
        yield Refusal(_("接任日期要晚于前任的任职起始日；请改正日期。"))
    if not has_post(asked.unit, role):
        said = _("%(unit)s是%(kind)s，不设%(role)s；请改选设有该职务的单位。") % words
        yield Refusal(said, role.cites, role.id)


def _too_many(role: Role, asked: Asked) -> Notice | None:
    """More people at once than the role's declaration has room for."""
    most = role.per_unit[1]
    if not most:
        return None
    rows = appointments_during(role.id, asked.unit, asked.first, asked.last)
    if asked.in_place_of is not None:
        rows = rows.exclude(pk=asked.in_place_of.pk)
    terms = [Term(*each) for each in rows.values_list("person_id", "starts_on", "ends_on")]
    found = most_at_once(terms, Term(asked.person.pk, asked.first, asked.last))
    if found <= most:
        return None
    words = {"unit": asked.unit, "role": role.label, "most": most, "found": found}
    if role.most_warns:
        said = _("%(unit)s的%(role)s一般不超过 %(most)d 人，这样将有 %(found)d 人。")
    else:
        said = _("%(unit)s的%(role)s最多 %(most)d 人，已经满额；请在任命时写明接替哪一位现任。")
    return Notice(said % words, role.cites)


def _better_apart(role: Role, asked: Asked) -> Iterator[Notice]:
    """Posts that the person holds in the same unit and that either declaration wants held by another."""
    others = {each.id: each for each in catalogue().roles if _apart(role, each)}
    for other in others.values():
        if (
            appointments_during(other.id, asked.unit, asked.first, asked.last)
            .filter(person=asked.person)
            .exists()
        ):
            said = _("%(person)s在%(unit)s同时担任%(role)s和%(other)s；两职一般由两人分别担任。") % {
                "person": asked.person,
                "unit": asked.unit,
                "role": role.label,
                "other": other.label,
            }
            yield Notice(said, tuple(dict.fromkeys((*role.cites, *other.cites))))


def _apart(role: Role, other: Role) -> bool:
    return other.id in role.apart_from or role.id in other.apart_from


def _seat_follows(seat: BodySeat, unit: Unit) -> Refusal:
    """Nobody is appointed to a seat: the sentence says who sits there, and what to change instead."""
    posts = _("或").join(role_label(role) for role in seat.held_by)
    sitting = _sitting(seat, unit)
    words = {"seat": seat.label, "posts": posts, "people": _("、").join(str(each.person) for each in sitting)}
    if sitting:
        said = _("%(seat)s由%(posts)s兼任，现为%(people)s，不另行任命；要换人，请任免%(posts)s。")
    else:
        said = _("%(seat)s由%(posts)s兼任，现缺，不另行任命；请任命%(posts)s。")
    return Refusal(said % words, seat.cites, seat.id)


def _sitting(seat: BodySeat, unit: Unit) -> list[Appointment]:
    """Who sits in the seat of the unit's agency; of a unit that sends a member itself, its own."""
    places = [
        each for body in bodies_of(unit, clock.today()) for each in body.places if each.seat.id == seat.id
    ]
    own = [each for each in places if each.unit == unit]
    return [held for each in own or places for held in each.holders]
