"""What a person's posts add up to today. Read once a request: Wagtail asks about rights row by row."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from guanwei.api import Duty
from guanwei.audit import clock
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.posts import HeldPost, posts_of
from guanwei.organisations.queries.tree import AGENCY_KINDS
from guanwei.registry import catalogue

NOWHERE: frozenset[int] = frozenset()
# A post that writes and releases by itself keeps the site; rule books name it, the mechanism doesn't.
KEEPS = frozenset({Duty.WRITE, Duty.RELEASE})


@dataclass(frozen=True, slots=True)
class Holdings:
    """Ids of the units in which a person holds each duty; ``keeping`` are those whose pages the person keeps.

    ``posts`` are the ones held and those signed for in writing.
    """

    units: dict[Duty, frozenset[int]]
    keeping: frozenset[int]
    posts: tuple[HeldPost, ...]

    def where(self, duty: Duty) -> frozenset[int]:
        return self.units.get(duty, NOWHERE)

    @property
    def seated(self) -> bool:
        """Whether the person holds a post today or signs for one in writing."""
        return bool(self.posts)

    @property
    def writes(self) -> bool:
        return bool(self.where(Duty.WRITE))


def holdings_of(person: Any) -> Holdings:
    """What ``person`` holds today. One query; kept on the instance for the day."""
    today = clock.today()
    kept = getattr(person, "_holdings", None)
    if kept is None or kept[0] != today:
        kept = (today, _read(person, today))
        person._holdings = kept
    return kept[1]


def _read(person: Person, today: date) -> Holdings:
    units: dict[Duty, set[int]] = defaultdict(set)
    keeping: set[int] = set()
    posts = posts_of(person, today)
    for post in posts:
        declared = catalogue().role(post.role) if post.own else None
        duties = declared.duties if declared else frozenset()
        for duty in duties:
            units[duty].add(post.unit_id)
        if duties >= KEEPS:
            keeping.add(post.unit_id)
    return Holdings({duty: frozenset(ids) for duty, ids in units.items()}, frozenset(keeping), posts)


def known_units(person: Any) -> dict[int, Unit]:
    """Every unit by id. One query, kept on the instance: the tree is small."""
    if not hasattr(person, "_known_units"):
        person._known_units = {each.pk: each for each in Unit.objects.all()}
    return person._known_units


def line_of(person: Any, unit_id: int) -> list[Unit]:
    """The unit, its parent, and so on up. No query beyond ``known_units``; a cycle ends the walk."""
    known, line = known_units(person), []
    unit = known.get(unit_id)
    while unit is not None and unit not in line:
        line.append(unit)
        unit = known.get(unit.parent_id)
    return line


def agency_in_memory(person: Any, unit_id: int) -> int:
    """The agency of a unit, by keys; no query beyond ``known_units``."""
    line = line_of(person, unit_id)
    return next((each.pk for each in line if each.kind in AGENCY_KINDS), unit_id)
