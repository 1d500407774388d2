"""Words in XML, and the pieces that they are put together from: an office program may tear one number into many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from guanwei.screening.attachments.markup import Element, attribute, local
from guanwei.screening.attachments.places import Place
from guanwei.screening.attachments.spreading import spread

WORDS = frozenset({"t", "delText"})
CODES = frozenset({"instrText", "delInstrText"})
FIXED = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
# What holds a fixed piece; elsewhere the same name means a tab stop.
HOLDERS = frozenset({"r", "p"})
# Paragraphs inside a paragraph stand in boxes: they are found by themselves.
NESTED = frozenset({"p", "txbxContent"})
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OFF = frozenset({"0", "false", "off"})
Mask = Callable[[str], str]


class State:
    """Bits of where a piece stands: tracked as deleted or inserted, in a form for old programs, in a field's code."""

    LIVE = 0
    DELETED = 1
    INSERTED = 2
    ASIDE = 4
    CODE = 8


AROUND = {
    "del": State.DELETED,
    "moveFrom": State.DELETED,
    "ins": State.INSERTED,
    "moveTo": State.INSERTED,
    "Fallback": State.ASIDE,
    "rPh": State.ASIDE,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of an element, of its attribute ``key``, or behind it (``tail``). A ``fixed`` one stands for its text."""

    element: Element
    text: str
    state: int = State.LIVE
    key: str = ""
    tail: bool = False
    fixed: bool = False

    def write(self, text: str) -> None:
        """In place. A fixed piece can only go."""
        if self.fixed:
            self.element.getparent().remove(self.element)
        elif self.key:
            self.element.set(self.key, text)
        elif self.tail:
            self.element.tail = text
        else:
            self.element.text = text
            if text != text.strip() and local(self.element) in WORDS:
                self.element.set(SPACE, "preserve")


@dataclass(frozen=True, slots=True)
class Unit:
    """Pieces that are read as one, and the place where they stand."""

    place: Place
    pieces: Sequence[Piece]

    @property
    def text(self) -> str:
        return "".join(each.text for each in self.pieces)

    def mask(self, mask: Mask) -> bool:
        """Whether anything changed."""
        old = self.text
        new = mask(old) if old and not old.isspace() else old
        if new == old:
            return False
        self.say(new)
        return True

    def say(self, new: str) -> None:
        """Instead of its text, in its pieces."""
        texts = spread([each.text for each in self.pieces], new)
        for piece, text in zip(self.pieces, self._writable(texts), strict=True):
            if text != piece.text:
                piece.write(text)

    def _writable(self, texts: list[str]) -> list[str]:
        """What became of a tab or a line break goes to the words before it, or behind it."""
        words = [number for number, each in enumerate(self.pieces) if not each.fixed]
        for number, piece in enumerate(self.pieces):
            if piece.fixed and texts[number] != piece.text and words:
                before = [each for each in words if each < number]
                to = before[-1] if before else words[0]
                texts[to] = texts[to] + texts[number] if before else texts[number] + texts[to]
                texts[number] = ""
        return texts


def pieces_of(paragraph: Element) -> Iterator[Piece]:
    """Of a paragraph, a shared string or a note, in the order in which they are read. Without nested paragraphs."""
    waiting = [(each, State.LIVE) for each in reversed(paragraph)]
    while waiting:
        element, state = waiting.pop()
        name = local(element)
        if name in NESTED:
            continue
        state |= AROUND.get(name, State.LIVE)
        if name in WORDS or name in CODES:
            yield Piece(element, element.text or "", state | (State.CODE if name in CODES else State.LIVE))
        elif name in FIXED and local(element.getparent()) in HOLDERS:
            yield Piece(element, FIXED[name], state, fixed=True)
        else:
            waiting.extend((each, state) for each in reversed(element))


def view(pieces: Sequence[Piece], wanted: int, unwanted: int) -> list[Piece]:
    """Those that have all of ``wanted`` and none of ``unwanted``."""
    return [each for each in pieces if each.state & wanted == wanted and not each.state & unwanted]


def is_hidden(pieces: Sequence[Piece]) -> bool:
    """Whether a run of them is formatted as hidden text."""
    runs = (each.element.getparent() for each in pieces if each.text and not each.key)
    found = chain.from_iterable(run.iterfind("{*}rPr/{*}vanish") for run in runs if run is not None)
    return any(attribute(each, "val", "1") not in OFF for each in found)
