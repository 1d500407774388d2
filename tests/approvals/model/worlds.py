"""Counties drawn at random: a tree of units, rule books, and the acts that put people in post and rules in force."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from random import Random

from approvals.model.acts import Act, Appoint, SwitchOn, Write
from approvals.model.books import CATEGORIES, COUNTYS, NAMES, draw_book
from approvals.model.laws import Model
from approvals.model.manuscripts import Content
from approvals.model.organisation import Holding, Organisation
from approvals.model.ruling import COUNTY, Book, Rules
from guanwei.api import Step, Whose

BEIJING = timezone(timedelta(hours=8))
START = datetime(2026, 3, 2, 9, 0, tzinfo=BEIJING)
LONG_AGO = date(2020, 1, 1)
PEOPLE = 7
CONTRACTOR, ROOT = 5, 6


@dataclass(frozen=True)
class World:
    """What a county begins with. ``desk``: who supplies and who manages most of what is written."""

    parents: tuple[int, ...]
    agencies: frozenset[int]
    books: tuple[Book, ...]
    desk: tuple[int, int]
    founding: tuple[Act, ...]

    def model(self) -> Model:
        """The model of this county, with nobody in post yet and nothing switched on."""
        people = Organisation(list(self.parents), self.agencies, PEOPLE, frozenset({CONTRACTOR}), ROOT)
        known = {each.name: each for each in (COUNTYS, *self.books)}
        return Model(people, Rules(known, loaded=set(known)), START)

    def lines(self) -> list[str]:
        """For a failure's message."""
        routes = [
            f"{route.id} for {sorted(to) if to else 'all'}: "
            + ", ".join(f"{step.kind} by {step.role} of {step.whose}{_beside(step)}" for step in route.steps)
            + "".join(f"; {each.quorum or 'all'} of {each.id}" for each in route.groups)
            for book in self.books
            for route, to in book.routes
        ]
        return [f"units under {self.parents}, agencies {sorted(self.agencies)}, desk {self.desk}", *routes]


def _beside(step: Step) -> str:
    """What the step asks beyond one signature."""
    said = {
        "open": step.open_to_contributor,
        "veto": step.veto,
        "binding": step.binding,
        "may edit": step.may_edit,
        f"{step.signatures} signatures": step.signatures > 1,
        step.group: bool(step.group),
    }
    words = ", ".join(word for word, holds in said.items() if holds)
    return f" ({words})" if words else ""


def draw_world(random: Random) -> World:
    """Most steps have somebody in post, or hardly anything would ever be signed."""
    count = random.randint(2, 5)
    parents = (0, *(random.randrange(unit) for unit in range(1, count)))
    agencies = frozenset({0, *(unit for unit in range(1, count) if random.random() < 0.4)})
    books = tuple(draw_book(random, name) for name in NAMES)
    supplier = random.randrange(count)
    desk = (supplier, random.choice([supplier, random.randrange(count)]))
    blank = Organisation(list(parents), agencies, PEOPLE, frozenset(), ROOT)
    founding = [*_posts(random, blank, books, desk), *_switches(random, count)]
    founding.append(Write(0, Content(*desk, random.choice(CATEGORIES), "通知", ((1, "停水。"),)), desk=False))
    return World(parents, agencies, books, desk, tuple(founding))


def _posts(random: Random, blank: Organisation, books: tuple[Book, ...], desk: tuple[int, int]) -> list[Act]:
    found = [Holding(random.randrange(2), f"{COUNTY}.editor", unit, LONG_AGO) for unit in sorted({*desk})]
    for step in _asked(books):
        unit, overseer = blank.place(step.whose, *desk)
        where, oversees = (0, frozenset({unit})) if overseer else (unit, frozenset[int]())
        for subjects in _overseen(step):
            for _each in range(random.choice((1, 1, 2, 1, 2, 0)) + step.signatures - 1):
                person = random.choice((0, 1, 2, 2, 3, 3, 4, 4))
                found.append(Holding(person, step.role, where, LONG_AGO, None, oversees, subjects))
    return [Appoint(each) for each in dict.fromkeys(found)]


def _overseen(step: Step) -> list[frozenset[str]]:
    """Where the leader of a subject is asked for, each subject has its own."""
    if step.whose is Whose.OVERSEER_OF_SUBJECT:
        return [frozenset({each}) for each in CATEGORIES]
    return [frozenset()]


def _asked(books: tuple[Book, ...]) -> list[Step]:
    every = [step for book in (*books, COUNTYS) for route, _to in book.routes for step in route.steps]
    return list({(step.role, step.whose): step for step in every}.values())


def _switches(random: Random, count: int) -> list[Act]:
    more = [random.randrange(count) for _each in range(random.randrange(3))]
    said = [(0, NAMES[0]), *((unit, random.choice(NAMES)) for unit in more)]
    return [SwitchOn(unit, book, random.random() < 0.3) for unit, book in said]
