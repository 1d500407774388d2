"""Reads a docx."""

from collections.abc import Iterator

from guanwei.screening.attachments import other
from guanwei.screening.attachments.archive import Archive
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.markup import Element, parsed
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.problems import RemarkCode
from guanwei.screening.attachments.units import State, Unit
from guanwei.screening.attachments.word import paragraphs
from guanwei.screening.attachments.word.blocks import paragraphs as blocks

# By the ending of its sort.
OUTER = {
    ".main+xml": Where.PARAGRAPH,
    ".header+xml": Where.HEADER,
    ".footer+xml": Where.FOOTER,
    ".footnotes+xml": Where.FOOTNOTE,
    ".endnotes+xml": Where.ENDNOTE,
    ".comments+xml": Where.COMMENT,
}


def outer_of(packed: Archive, name: str) -> Where | None:
    """Of a part with paragraphs; None for another one. Building blocks (glossary) are read as other parts."""
    said = packed.type_of(name)
    return next((where for ending, where in OUTER.items() if said.endswith(ending)), None)


def parts(packed: Archive) -> Iterator[tuple[str, Where]]:
    """Those with paragraphs, the main one first."""
    found = [(name, where) for name in packed.names if (where := outer_of(packed, name)) is not None]
    return iter(sorted(found, key=lambda each: list(OUTER.values()).index(each[1])))


def units(root: Element, outer: Where) -> Iterator[Unit]:
    """Of one part: paragraphs, then what stands in attributes. Boxes come twice, as the file holds them."""
    for place, paragraph, _aside in blocks(root, outer):
        yield from paragraphs.units(paragraph, place)
    yield from other.attributes(root, Place(outer))


def read(packed: Archive, collector: Collector) -> None:
    """Raises Stopped."""
    own = dict(parts(packed))
    for name, outer in own.items():
        _read_part(parsed(packed.read(name)), outer, collector)
    other.read(packed, own, collector, other.place_of)


def _read_part(root: Element, outer: Where, collector: Collector) -> None:
    """What only a form for old programs says is read too, what it repeats isn't."""
    seen = set()
    for place, paragraph, aside in blocks(root, outer):
        for unit in paragraphs.units(paragraph, place):
            text = unit.text
            repeats = aside or any(each.state & State.ASIDE for each in unit.pieces)
            if not (repeats and text in seen):
                collector.take(unit.place, text)
            seen.add(text)
            collector.count(RemarkCode.DELETED_WORDS, unit.place.deleted)
    for unit in other.attributes(root, Place(outer)):
        collector.take(unit.place, unit.text)
    collector.count(RemarkCode.COMMENTS, sum(1 for _each in root.iter("{*}comment")))
