"""What the engine finds in a text, and what it is told beside the text."""

from dataclasses import dataclass

from guanwei.api.screenings import FindingType


@dataclass(frozen=True, slots=True)
class Hit:
    """``text[start:end]`` is what was meant, of the text as it was written.

    ``term`` is the dictionary's word, ``right`` the form to put in its place, ``dictionary`` the list's name.
    ``legitimate``: the use is a warning, an exposure or a ban, so it asks for a look at most.
    ``detail`` is what a person needs to know about it beyond the words: a limit, the right order.
    """

    type: FindingType
    start: int
    end: int
    term: str = ""
    right: str = ""
    dictionary: str = ""
    legitimate: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Leader:
    """A leader of the agency in the order of precedence, with the offices held."""

    name: str
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the text that is read. Empty means not known.

    ``kind`` is an item's origin (``original``, ``repost``, ``reply``, ``comment``), or ``message`` for what a
    citizen writes. ``limit`` is how many characters the channel takes, 0 for no limit; ``leaders`` are in
    order of precedence. ``dead_links`` are addresses that are known to open nothing.
    """

    kind: str = "original"
    title: str = ""
    original_title: str = ""
    source_name: str = ""
    source_url: str = ""
    platform: str = ""
    limit: int = 0
    leaders: tuple[Leader, ...] = ()
    dead_links: frozenset[str] = frozenset()
    required_source: bool = True


NOTHING_KNOWN = About()
