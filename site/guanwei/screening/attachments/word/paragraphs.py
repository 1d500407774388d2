"""One paragraph of Word as people may see it: as it reads now, as it read before tracked changes, its fields' codes."""

from collections.abc import Iterator
from dataclasses import replace

from guanwei.screening.attachments.markup import Element
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.units import Piece, State, Unit, is_hidden, pieces_of, view

NOT_SHOWN = State.ASIDE | State.CODE


def units(paragraph: Element, place: Place) -> Iterator[Unit]:
    """The first is what is read today; it is there even if it is empty."""
    pieces = list(pieces_of(paragraph))
    now = view(pieces, State.LIVE, NOT_SHOWN | State.DELETED)
    yield Unit(replace(place, hidden=is_hidden(now)), now)
    yield from _before_changes(pieces, place)
    for wanted, there in (
        (State.CODE, replace(place, where=Where.FIELD)),
        (State.ASIDE, replace(place, hidden=True)),
    ):
        found = view(pieces, wanted, State.LIVE)
        if found:
            yield Unit(there, found)


def _before_changes(pieces: list[Piece], place: Place) -> Iterator[Unit]:
    """A number may be whole only with what was deleted from it."""
    if any(each.state & State.DELETED for each in pieces):
        yield Unit(replace(place, deleted=True), view(pieces, State.LIVE, NOT_SHOWN | State.INSERTED))
