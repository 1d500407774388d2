"""The editor's HTML as a tree."""

from io import StringIO

from bs4 import BeautifulSoup


def parsed(source: str) -> BeautifulSoup:
    """``source`` as it was stored, markup or plain words.

    Handed over as a file that lies open: a paragraph of nothing but an address or the name of a file is the
    author's word, while Beautiful Soup would write a warning into the log that somebody forgot to open it.
    """
    return BeautifulSoup(StringIO(source, newline=""), "html.parser")
