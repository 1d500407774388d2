"""Words in parts that have no place of their own: charts, properties, links, notes of a form, data kept beside."""

from collections.abc import Callable, Container, Iterator
from dataclasses import replace

from guanwei.screening.attachments.archive import Archive
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.markup import Element, local, parsed
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import RemarkCode
from guanwei.screening.attachments.units import WORDS, Piece, State, Unit, pieces_of, view

MARKUP = (".xml", ".rels", ".vml", ".svg")
DRAWN = ".vml"
# How things look: numbers that look like people's, and no words.
LOOKS = ("/theme", "/fonttable", "/styles", "/websettings", "/tablestyles", "/numbering")
PICTURES = (
    *(".png", ".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".ico"),
    *(".emf", ".wmf", ".wdp", ".svg"),
)
HARMLESS = (".odttf", ".fntdata", ".ttf")
MEDIA, PRINTER = "/media/", "printersettings"
PROPERTIES = "docprops/"
WHOLE = frozenset({"p", "si", "text", "is"})
ALT_TEXT = frozenset({"descr", "title", "alt"})
SAYING = frozenset(
    {
        *ALT_TEXT,
        *("tooltip", "display", "prompt", "promptTitle", "error", "errorTitle", "instr", "string", "comment"),
    }
)
# Elsewhere these attributes are settings.
SAYING_IN = {
    "Relationship": "Target",
    "docVar": "val",
    "tableColumn": "name",
    "s": "v",
    "n": "v",
    "listItem": "displayText",
    "tag": "val",
    "alias": "val",
}
# They are read one by one.
CELLS = frozenset({"sheetData"})
LEAST_DIGITS = 7
HAN = chr(0x3400)


def read(packed: Archive, done: Container[str], collector: Collector, place: Callable[[str], Place]) -> None:
    """Every part of XML that may hold words and isn't ``done``, and a count of what has none. Raises Stopped."""
    for name in packed.names:
        collector.count(RemarkCode.PICTURES, is_picture(name))
        collector.count(RemarkCode.EMBEDDED, is_carried(name))
        if name not in done and is_markup(name):
            for unit in units(part(packed, name), place(name)):
                collector.take(unit.place, unit.text)


def part(packed: Archive, name: str) -> Element:
    """The root of a part."""
    return parsed(packed.read(name), mend=name.lower().endswith(DRAWN))


def place_of(name: str) -> Place:
    """Of words in a part that the office never sees by itself."""
    return Place(Where.PROPERTY if name.lower().startswith(PROPERTIES) else Where.OTHER, part=name)


def is_markup(name: str) -> bool:
    """Whether a part is XML with words, by its name."""
    lower = f"/{name.lower()}"
    return lower.endswith(MARKUP) and not any(each in lower for each in LOOKS)


def is_picture(name: str) -> bool:
    """Whose words nobody reads. The thumbnail of the first page is none: a copy leaves it out."""
    return name.lower().endswith(PICTURES) and MEDIA in name.lower()


def is_carried(name: str) -> bool:
    """Another file, a program, or something that isn't known."""
    lower = name.lower()
    known = (*MARKUP, *PICTURES, *HARMLESS, "/")
    return not lower.endswith(known) and PRINTER not in lower


def units(root: Element, place: Place) -> Iterator[Unit]:
    """``place`` is for all of the part; alternative texts get their own. Numbers of the machine are left out."""
    waiting = [(root, False)]
    while waiting:
        element, inside = waiting.pop()
        if local(element) in CELLS:
            continue
        whole = local(element) in WHOLE
        if whole:
            yield from _whole(element, place)
        if element.text and not (inside and local(element) in WORDS):
            yield from _worth(Unit(place, [Piece(element, element.text)]))
        if element.tail:
            yield from _worth(Unit(place, [Piece(element, element.tail, tail=True)]))
        waiting.extend((each, inside or whole) for each in reversed(element))
    yield from attributes(root, place)


def attributes(root: Element, place: Place) -> Iterator[Unit]:
    """Words that stand in attributes: alternative texts, targets of links, prompts."""
    for element in root.iter():
        name = local(element)
        for key in element.keys():  # noqa: SIM118
            short = key.rpartition("}")[2]
            if short in SAYING or SAYING_IN.get(name) == short:
                there = replace(place, where=Where.ALT_TEXT) if short in ALT_TEXT else place
                yield from _worth(Unit(there, [Piece(element, element.get(key), key=key)]))


def _whole(element: Element, place: Place) -> Iterator[Unit]:
    pieces = list(pieces_of(element))
    for wanted, unwanted in ((State.LIVE, State.ASIDE), (State.ASIDE, State.LIVE)):
        yield from _worth(Unit(place, view(pieces, wanted, unwanted)))


def _worth(unit: Unit) -> Iterator[Unit]:
    text = unit.text
    if any(each >= HAN for each in text) or sum(map(str.isdigit, text)) >= LEAST_DIGITS:
        yield unit
