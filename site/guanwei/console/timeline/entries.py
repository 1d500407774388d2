"""One line of a timeline."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from guanwei.api import Citation


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened: ``kind`` for the mark beside it, ``what`` in plain words, who in which post.

    ``snapshot`` is the id of what the content said then, 0 where none was kept. ``notes`` are sentences;
    ``parts`` the titles of the parts concerned; ``trace`` the questions that the rules were asked.
    """

    at: datetime
    kind: str
    what: str
    person: str = ""
    post: str = ""
    cites: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    snapshot: int = 0
    address: str = ""
    trace: tuple[dict[str, Any], ...] = field(default=())


def citations(kept: list[dict[str, Any]]) -> tuple[Citation, ...]:
    """Articles as a record keeps them."""
    return tuple(Citation(each["document"], each["article"], tuple(each.get("clauses", ()))) for each in kept)
