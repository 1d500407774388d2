"""A plugin's ledger: the clauses of its regulation, each in our own words, from ``clauses.toml`` in its package."""

from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from guanwei.api import ledgers
from guanwei.api.ledgers import LedgerError

__all__ = ["Clause", "LedgerError", "Parameter", "Room", "Strength", "clauses_of"]

LEDGER = "clauses.toml"


class Strength(StrEnum):
    """How far the wording binds."""

    ENFORCE = "enforce"
    """What breaks it is refused."""
    WARN = "warn"
    """What breaks it is told, and may go on with a reason."""
    SUPPORT = "support"
    """The system offers what the clause asks people to do."""
    RECORD = "record"
    """What was done is recorded."""
    DECLARE = "declare"
    """It is shown where it matters."""


class Room(StrEnum):
    """The part of the system that a clause is about."""

    ORGANISATIONS = "organisations"
    ACCOUNTS = "accounts"
    SCREENING = "screening"
    APPROVALS = "approvals"
    PUBLISHING = "publishing"
    PORTAL = "portal"
    CASES = "cases"
    OPINION = "opinion"
    SUPERVISION = "supervision"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A figure or a list that the clause prints: a number of days, kinds of content."""

    name: str
    value: str | int | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One duty of one article. ``id`` is that of the ledger (``QH-8.4``); elements name it in their citations."""

    id: str
    article: str
    summary: str
    room: Room
    strength: Strength
    parameters: tuple[Parameter, ...] = ()


def clauses_of(package: str) -> tuple[Clause, ...]:
    """The clauses of ``clauses.toml`` in the package, in its order. Raises LedgerError, which tells every mistake."""
    text = files(package).joinpath(LEDGER).read_text(encoding="utf-8")
    return tuple(
        Clause(
            id=each["id"],
            article=each["article"],
            summary=each["summary"],
            room=Room(each["room"]),
            strength=Strength(each["strength"]),
            parameters=tuple(Parameter(*pair) for pair in each.get("parameters", {}).items()),
        )
        for each in ledgers.read(text, LEDGER, {"room": list(Room), "strength": list(Strength)})
    )
