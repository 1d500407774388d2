"""The model's rules: which books are in force where, and which steps they ask of a content."""

from dataclasses import dataclass, field

from approvals.model.manuscripts import Content
from guanwei.api import ApprovalRoute, Role, Step, StepKind

COUNTY = "county"
FAR = 1000


@dataclass(frozen=True)
class Book:
    """A plugin: its roles, and its routes with the categories to which each applies (None: to all)."""

    name: str
    roles: tuple[Role, ...]
    routes: tuple[tuple[ApprovalRoute, frozenset[str] | None], ...]

    def applying(self, category: str) -> list[ApprovalRoute]:
        return [route for route, to in self.routes if to is None or category in to]


@dataclass(frozen=True)
class Asked:
    """A step that the rules ask for, with the quorum of its group."""

    step: Step
    quorum: int


@dataclass
class Say:
    """What a unit says of a book."""

    on: bool
    mandatory: bool


@dataclass
class Rules:
    """``says`` by unit and book. ``loaded`` are the books that are installed just now."""

    books: dict[str, Book]
    says: dict[tuple[int, str], Say] = field(default_factory=dict)
    loaded: set[str] = field(default_factory=set)

    def roles(self) -> dict[str, Role]:
        """Roles that somebody declares now."""
        return {each.id: each for name in self.loaded for each in self.books[name].roles}

    def in_force(self, line: list[int]) -> dict[str, tuple[int, bool]]:
        """Distance of each book in force for a unit, whose line is given, and whether it is mandatory."""
        found = {}
        for name in self.books:
            said = [(at, self.says[unit, name]) for at, unit in enumerate(line) if (unit, name) in self.says]
            forced = [at for at, each in said if each.on and each.mandatory]
            if said and said[0][1].on:
                found[name] = (said[0][0], bool(forced))
            elif forced:
                found[name] = (forced[0], True)
        found.setdefault(COUNTY, (len(line), False))
        return found

    def over(self, supplier: list[int], manager: list[int]) -> dict[str, tuple[int, bool]]:
        """The managing unit's books, then those of the supplying unit that it doesn't have."""
        ruling = self.in_force(manager)
        others = self.in_force(supplier) if supplier != manager else {}
        return ruling | {
            name: (at + FAR, forced) for name, (at, forced) in others.items() if name not in ruling
        }

    def missing(self, *lines: list[int]) -> bool:
        """Law L6: a book in force that isn't loaded holds signatures and releases."""
        return any(name not in self.loaded for line in lines for name in self.in_force(line))

    def steps(
        self, content: Content, supplier: list[int], manager: list[int]
    ) -> tuple[tuple[Asked, ...] | None, str]:
        """The steps asked of a content, or None and why there is no answer."""
        ranked = sorted((at, name, forced) for name, (at, forced) in self.over(supplier, manager).items())
        if any(name not in self.loaded for _at, name, _forced in ranked):
            return None, "a book isn't loaded"
        said = [(at, forced, self.books[name].applying(content.category)) for at, name, forced in ranked]
        if any(len(routes) > 1 for _at, _forced, routes in said):
            return None, "a book answers with two routes"
        applying = [(at, forced, asked_by(routes[0])) for at, forced, routes in said if routes]
        if not applying:
            return None, "no route"
        nearest = applying[0][0]
        if sum(at == nearest for at, _forced, _steps in applying) > 1:
            return None, "two books of equal rank"
        steps = applying[0][2]
        for _at, forced, demanded in applying[1:]:
            if forced:
                steps = _before_release(steps, demanded)
        if any(each.step.kind is StepKind.RELEASE for each in steps[:-1]):
            return None, "a release before the end"
        return steps, ""


def asked_by(route: ApprovalRoute) -> tuple[Asked, ...]:
    """The route's steps, each with its group's quorum (0: all)."""
    quorums = {each.id: each.quorum for each in route.groups}
    return tuple(Asked(each, quorums.get(each.group, 0)) for each in route.steps)


def _before_release(steps: tuple[Asked, ...], more: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """Books here share no role, so no step of one is a step of another: all that is demanded is added."""
    kinds = [each.step.kind for each in steps]
    at = kinds.index(StepKind.RELEASE) if StepKind.RELEASE in kinds else len(steps)
    return (*steps[:at], *more, *steps[at:])
