"""What is asked of a person's password: the strictest of all rule books in force where the person holds a post."""

from dataclasses import dataclass
from typing import Any

from guanwei.api import Citation, PasswordPolicy
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.posts import held_or_lent
from guanwei.organisations.queries.rules import rules_of
from guanwei.registry import catalogue
from guanwei.registry.in_force import rules_in_force

LEAST_LENGTH = 10
"""The system's own floor (AUTH_PASSWORD_VALIDATORS asks the same of everybody); 64 is what a form takes with ease."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One demand in numbers, with the articles that ask for it. Empty where it is the system's own."""

    value: int
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Strictest:
    """The strictest value of each demand."""

    min_length: Asked
    classes: Asked
    max_age_months: Asked
    history: Asked


def policies_for(person: Any) -> tuple[PasswordPolicy, ...]:
    """Policies of every rule book in force today at any unit where the person holds or signs for a post."""
    today = clock.today()
    if person is None or person.pk is None:
        return ()
    units = Unit.objects.filter(appointments__in=held_or_lent(person, today)).distinct()
    names = {active.plugin for rules in rules_of(units).values() for active in rules}
    return tuple(
        policy
        for name in sorted(names)
        for policy in rules_in_force(catalogue().of(name), today).password_policies
    )


def strictest_for(person: Any) -> Strictest:
    """What counts for the person. A person who isn't saved yet is held to the system's own floor."""
    found = policies_for(person)
    return Strictest(
        min_length=_most(found, "min_length", LEAST_LENGTH),
        classes=_most(found, "classes", 1),
        max_age_months=_shortest(found),
        history=_most(found, "history", 0),
    )


def _most(policies: tuple[PasswordPolicy, ...], name: str, floor: int) -> Asked:
    asked = max((getattr(each, name) for each in policies), default=floor)
    if asked <= floor:
        return Asked(floor)
    return Asked(asked, _cites(each for each in policies if getattr(each, name) == asked))


def _shortest(policies: tuple[PasswordPolicy, ...]) -> Asked:
    """0 stands for no end, so the least of the others is the strictest."""
    ages = [each.max_age_months for each in policies if each.max_age_months]
    if not ages:
        return Asked(0)
    return Asked(min(ages), _cites(each for each in policies if each.max_age_months == min(ages)))


def _cites(policies: Any) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cite for each in policies for cite in each.cites))
