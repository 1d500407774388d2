"""Elements: whatever a plugin declares with citations, at any depth, and which clauses of its ledger each serves.

New kinds of declarations join by themselves: an element is any dataclass that has ``cites`` or, as an article of a
rule book has, ``clauses``.
"""

from collections.abc import Iterator, Set
from dataclasses import Field, dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from guanwei.api import Citation, Declarations

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Element:
    """A declared thing that serves a clause. ``kind`` is its class; one without an id has its place below another."""

    id: str
    kind: str
    plugin: str


def served_by(thing: Any) -> frozenset[str]:
    """The clauses that it names, or its own citations do."""
    cited = (clause for cite in getattr(thing, "cites", ()) for clause in cite.clauses)
    return frozenset((*cited, *getattr(thing, "clauses", ())))


def elements(declared: Declarations) -> Iterator[tuple[str, Any]]:
    """Everything that cites or serves a clause, each under its id."""
    yield from _below(declared, "")


def _below(owner: Any, owner_id: str) -> Iterator[tuple[str, Any]]:
    for attribute in fields(owner):
        for thing in _things(getattr(owner, attribute.name)):
            name = str(getattr(thing, "id", f"{owner_id}/{_called(thing) or attribute.name}"))
            if served_by(thing) or hasattr(thing, "cites"):
                yield name, thing
            yield from _below(thing, name)


def _called(thing: Any) -> str:
    """What a thing without an id goes by: an article's number, a cell's label."""
    return str(getattr(thing, "number", "") or getattr(thing, "label", ""))


def _things(value: object) -> Iterator[Any]:
    for each in value if isinstance(value, tuple) else (value,):
        if is_dataclass(each) and not isinstance(each, Citation):
            yield each


def without(declared: Declarations, clauses: Set[str]) -> Declarations:
    """The declarations without the elements that serve one of the clauses.

    Of what stands below an element, only that falls; an attribute that can't be empty takes its owner along.
    """
    return _pruned(declared, clauses) or Declarations()


def _pruned(thing: T, clauses: Set[str]) -> T | None:
    if served_by(thing) & clauses:
        return None
    changes = {}
    for attribute in fields(thing):  # type: ignore[arg-type]
        value = getattr(thing, attribute.name)
        if isinstance(value, tuple):
            kept = tuple(each for each in (_kept(one, clauses) for one in value) if each is not None)
        else:
            kept = _kept(value, clauses)
        if kept is None and value is not None and not _may_be_empty(attribute):
            return None
        if kept != value:
            changes[attribute.name] = kept
    return replace(thing, **changes) if changes else thing  # type: ignore[type-var]


def _kept(value: Any, clauses: Set[str]) -> Any:
    if not is_dataclass(value) or isinstance(value, Citation):
        return value
    return _pruned(value, clauses)


def _may_be_empty(attribute: "Field[Any]") -> bool:
    return attribute.default is None
