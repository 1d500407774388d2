"""Rule books for the model's counties: drawn at random, read by the model, and loaded as plugins by the product."""

import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from approvals.model.ruling import COUNTY, Book
from dummy_plugins.misbehaving import module_with
from guanwei import registry
from guanwei.api import (
    ApprovalRoute,
    ChecklistItem,
    Citation,
    Duty,
    ManuscriptFacts,
    Role,
    RuleBook,
    Step,
    StepGroup,
    StepKind,
    Whose,
    hookimpl,
)
from guanwei.county.posts import ROLES
from guanwei.county.routes import WRITTEN

CATEGORIES = ("county.convenience", "county.publicity")
NAMES = ("m0", "m1")
COUNTYS = Book(COUNTY, ROLES, ((WRITTEN, None),))
# The leader of a subject is one of many: more of these, so that somebody tries in another's place.
WHOSE = (
    Whose.SUPPLIER,
    Whose.MANAGER,
    Whose.OVERSEER_OF_SUPPLIER,
    Whose.OVERSEER_OF_MANAGER,
    *[Whose.OVERSEER_OF_SUBJECT] * 2,
)
BEFORE_RELEASE = (StepKind.REVIEW, StepKind.REVIEW, StepKind.REVIEW, StepKind.CHECK)
ENDS = ([StepKind.RELEASE], [], [StepKind.RELEASE, StepKind.REVIEW])
# A book that answers with two routes, or that has nothing to say of a category, is held or passed over.
SCOPES: tuple[tuple[frozenset[str] | None, ...], ...] = (
    (None,),
    (frozenset(CATEGORIES[:1]),),
    (frozenset(CATEGORIES[:1]), frozenset(CATEGORIES[1:])),
    (frozenset(CATEGORIES[:1]), None),
)


def cite(book: str) -> tuple[Citation, ...]:
    return (Citation(f"{book}办法", "第一条"),)


def roles_of(book: str) -> tuple[Role, ...]:
    """Who writes, reviews, reviews and takes down, releases."""
    duties = {
        "writer": {Duty.WRITE},
        "reviewer": {Duty.REVIEW},
        "leader": {Duty.REVIEW, Duty.TAKE_DOWN},
        "publisher": {Duty.RELEASE, Duty.TAKE_DOWN},
    }
    return tuple(
        Role(f"{book}.{name}", name, frozenset(held), cite(book), open_to_contractors=name == "writer")
        for name, held in duties.items()
    )


def draw_book(random: Random, name: str) -> Book:
    """A plugin with one or two routes."""
    routes = []
    for number, to in enumerate(random.choices(SCOPES, weights=(4, 4, 6, 1))[0]):
        steps = tuple(_steps(random, name, f"route{number}"))
        if random.random() < 0.25:
            steps = _grouped(random, steps, f"{name}.route{number}-group")
        routes.append((_route(random, name, f"route{number}", to, steps), to))
    return Book(name, roles_of(name), tuple(routes))


def _route(
    random: Random, book: str, label: str, to: frozenset[str] | None, steps: tuple[Step, ...]
) -> ApprovalRoute:
    def applies(facts: ManuscriptFacts) -> bool:
        return to is None or facts.category in to

    together = [each for each in steps if each.group]
    several = any(each.signatures > 1 for each in together)
    quorum = random.choice((0, len(together)) if several else (0, 1, len(together)))
    groups = (StepGroup(together[0].group, "会签", cite(book), quorum),) if together else ()
    return ApprovalRoute(f"{book}.{label}", label, cite(book), applies, steps, groups=groups)


def _grouped(random: Random, steps: tuple[Step, ...], group: str) -> tuple[Step, ...]:
    """Two or more neighbours side by side, where there are two that the chain waits for."""
    fit = [each.kind is not StepKind.RELEASE and (each.binding or not each.veto) for each in steps]
    starts = [at for at in range(len(steps) - 1) if fit[at] and fit[at + 1]]
    if not starts:
        return steps
    start = random.choice(starts)
    end = start + 2 + (start + 2 < len(steps) and fit[start + 2] and random.random() < 0.5)
    return tuple(replace(each, group=group) if start <= at < end else each for at, each in enumerate(steps))


def _steps(random: Random, book: str, route: str) -> Iterator[Step]:
    """One to three reviews and checks, then mostly a release; hardly ever a release in between."""
    kinds = random.choices(BEFORE_RELEASE, k=random.randint(1, 3))
    kinds += random.choices(ENDS, weights=(20, 3, 1))[0]
    for number, kind in enumerate(kinds):
        role = "publisher" if kind is StepKind.RELEASE else random.choice(("reviewer", "leader"))
        name = f"{book}.{route}-{number}"
        box = ChecklistItem(f"{name}-box", "已核对", cite(book))
        yield Step(
            name,
            f"{route}{number}",
            kind,
            f"{book}.{role}",
            random.choice(WHOSE),
            cite(book),
            open_to_contributor=kind is StepKind.REVIEW and random.random() < 0.15,
            checklist=(box,) if random.random() < 0.2 else (),
            # The first step always holds the chain up: a route that nobody need sign isn't one.
            **({} if kind is StepKind.RELEASE else _asks(random, silent=number > 0)),
        )


def _asks(random: Random, silent: bool) -> dict[str, Any]:
    """Mostly one signature and no more."""
    draws = ({}, {"signatures": 2}, {"may_edit": True}, {"veto": True, "binding": True}, {"veto": True})
    return random.choices(draws[: 5 if silent else 4], weights=(12, 6, 5, 6, 6)[: 5 if silent else 4])[0]


def install(books: Iterable[Book], loaded: Collection[str]) -> None:
    """Let the product find these plugins and no others beside its own."""
    extra = {}
    for book in books:
        if book.name != COUNTY and book.name in loaded:
            sys.modules[f"model_{book.name}"] = module_with(_hooks(book))
            extra[book.name] = f"model_{book.name}"
    registry.configure("inline", extra=extra)
    broken = [each.error for each in registry.plugins() if each.name in extra and each.error]
    assert not broken, broken


def _hooks(book: Book) -> dict[str, Any]:
    published = RuleBook(f"{book.name}.book", f"{book.name}办法", "", "清河县", date(2020, 1, 1))
    routes = [route for route, _to in book.routes]
    return {
        "plugin_label": hookimpl(lambda: f"规则 {book.name}", specname="plugin_label"),
        "register_rule_books": hookimpl(lambda: [published], specname="register_rule_books"),
        "register_roles": hookimpl(lambda: book.roles, specname="register_roles"),
        "register_approval_routes": hookimpl(lambda: routes, specname="register_approval_routes"),
    }
