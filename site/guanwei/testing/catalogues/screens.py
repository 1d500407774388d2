"""What a person reads on a page: texts and labels, without what a computer reads."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment, Doctype

SPOKEN = ("title", "aria-label", "placeholder", "alt")
UNREAD = ("script", "style", "template", "code", "svg")


def words_read(html: str) -> Iterator[str]:
    """Each text and each label, blanks closed up."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup(UNREAD):
        element.decompose()
    for text in soup.find_all(string=True):
        if not isinstance(text, Comment | Doctype) and text.strip():
            yield " ".join(text.split())
    for element in soup.find_all(True):
        yield from (" ".join(element[name].split()) for name in SPOKEN if element.get(name))
