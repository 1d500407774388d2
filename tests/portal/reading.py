"""Reads a page as a citizen does: words without markup, links by their words."""

import re
from html import unescape
from html.parser import HTMLParser

from django.http import HttpResponse


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self._open: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._open = (dict(attrs).get("href") or "", [])

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._open:
            self.links.append((" ".join("".join(self._open[1]).split()), self._open[0]))
            self._open = None


def links(response: HttpResponse, words: str = "") -> list[str]:
    """Addresses of the links, of those that read ``words`` where given."""
    parser = _Links()
    parser.feed(response.content.decode())
    return [address for text, address in parser.links if not words or text == words]


def part(response: HttpResponse, start: str, end: str) -> str:
    """Words between the first ``start`` and the next ``end`` of the markup."""
    return words(response.content.decode().split(start, 1)[1].split(end, 1)[0])


def words(source: HttpResponse | str) -> str:
    """The words of the body, blanks collapsed."""
    html = source if isinstance(source, str) else _body(source)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def _body(response: HttpResponse) -> str:
    return response.content.decode().split("<body", 1)[1].split(">", 1)[1]
