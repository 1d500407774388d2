"""The model's organisation: units, people, posts, what is lent. Plain numbers, nothing of the product."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from guanwei.api import Duty, Role, Whose


@dataclass(frozen=True)
class Holding:
    """A post that a person holds, from a day up to and including a day."""

    person: int
    role: str
    unit: int
    first: date
    last: date | None = None
    oversees: frozenset[int] = frozenset()
    subjects: frozenset[str] = frozenset()

    def stands(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Lent:
    """A post lent in writing. ``revoked`` is the first day on which the other signs no more."""

    holding: int
    to: int
    first: date
    last: date
    document: str
    revoked: date | None = None

    def stands(self, day: date) -> bool:
        return self.first <= day <= self.last and (self.revoked is None or day < self.revoked)


@dataclass
class Organisation:
    """``parents`` names each unit's parent, the first unit being the county; people are numbers too."""

    parents: list[int]
    agencies: frozenset[int]
    people: int
    contractors: frozenset[int]
    root: int
    """The person with a superuser's account."""
    holdings: list[Holding] = field(default_factory=list)
    lent: list[Lent] = field(default_factory=list)
    away: set[int] = field(default_factory=set)
    """People whose account is switched off."""

    def line(self, unit: int) -> Iterator[int]:
        """The unit, its parent, and so on up to the county."""
        yield unit
        while unit:
            unit = self.parents[unit]
            yield unit

    def agency_of(self, unit: int) -> int:
        return next(each for each in self.line(unit) if each in self.agencies)

    def place(self, whose: Whose, supplier: int, manager: int) -> tuple[int, bool]:
        """The unit at which a post is looked for, and whether the post oversees that unit."""
        unit = supplier if whose in (Whose.SUPPLIER, Whose.OVERSEER_OF_SUPPLIER) else manager
        if whose in (Whose.AGENCY, Whose.OVERSEER_OF_SUBJECT):
            unit = self.agency_of(manager)
        return unit, whose in (Whose.OVERSEER_OF_SUPPLIER, Whose.OVERSEER_OF_MANAGER)

    def signers(self, role: str, unit: int, overseer: bool, day: date, subject: str) -> set[int]:
        """Who holds the post or signs for its holder in writing. What is lent isn't lent on.

        With a ``subject``, those whose post oversees it.
        """
        posts = {
            number: each
            for number, each in enumerate(self.holdings)
            if each.role == role
            and each.stands(day)
            and (unit in each.oversees if overseer else unit == each.unit)
            and (not subject or subject in each.subjects)
        }
        deputies = {each.to for each in self.lent if each.holding in posts and each.stands(day)}
        return ({each.person for each in posts.values()} | deputies) - self.away

    def has_duty(self, person: int, duty: Duty, units: set[int], roles: dict[str, Role], day: date) -> bool:
        """Whether the person holds, in person, a post with the duty in one of the units."""
        return person not in self.away and any(
            each.person == person
            and each.stands(day)
            and each.unit in units
            and each.role in roles
            and duty in roles[each.role].duties
            for each in self.holdings
        )
