"""Addresses that open nothing for the public: known dead, inside the office, left over, or broken in writing."""

from collections.abc import Iterable, Iterator, Sequence

from guanwei.api.screenings import FindingType
from guanwei.screening.detectors.lexicon import web_addresses as web
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading

TYPE = FindingType.LINK_DEAD
ANCHORS = web.ANCHORS
DIGITS = 0


def find(reading: Reading, anchors: Sequence[int], about: About) -> Iterable[Hit]:
    """Each address without the punctuation around it. Full-width marks inside break it for a browser."""
    plain, text = reading.plain, reading.text
    dead = frozenset(_normal(link) for link in about.dead_links)
    for start, end, kind in _addresses(text, plain, anchors):
        if kind != "url" or not text[start:end].isascii() or _opens_nothing(plain[start:end], dead):
            yield Hit(TYPE, start, end)


def _addresses(text: str, plain: str, anchors: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each; they are looked for around the anchors."""
    for first, last in _stretches(plain, anchors):
        pairs = zip(text[first:last], plain[first:last], strict=True)
        piece = "".join(written if written in web.WIDE else folded for written, folded in pairs)
        for match in web.ADDRESS.finditer(piece):
            kind, found = str(match.lastgroup), match.group()
            length = len(_trimmed(found)) if kind == "url" else len(found)
            if length:
                yield first + match.start(), first + match.start() + length, kind


def _stretches(plain: str, anchors: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Parts of the text that don't overlap, with all that may belong to an address that has an anchor."""
    first = last = -1
    for at in anchors:
        if first >= 0 and at - web.BEFORE > last:
            yield first, last
            first = -1
        first = max(0, at - web.BEFORE) if first < 0 else first
        if at + web.BEHIND > last:
            run = web.RUN.match(plain, at)
            last = min(len(plain), max(at + web.BEHIND, run.end() if run is not None else 0))
    if first >= 0:
        yield first, last


def _trimmed(url: str) -> str:
    """Without marks at its end that belong to the sentence; a bracket belongs to it if it opens in it."""
    while url and url[-1] in web.SENTENCE_MARKS and not (url[-1] == ")" and "(" in url):
        url = url[:-1]
    return url


def _normal(url: str) -> str:
    return web.SCHEME.sub("", _trimmed(url.strip().casefold())).rstrip("/")


def _opens_nothing(url: str, dead: frozenset[str]) -> bool:
    normal = _normal(url)
    host = web.HOST.match(normal)
    if normal in dead or host is None:
        return True
    name = host.group("name")
    return bool(
        web.INSIDE.fullmatch(name)
        or web.LEFT_OVER.search(name)
        or web.PREVIEW.search(normal)
        or ("." not in name and "://" in url)
        or web.MISTYPED.search(name)
    )
