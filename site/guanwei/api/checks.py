"""What a rule finds in a manuscript without choosing its route: must be mended, asks for a look, or informs."""

from dataclasses import dataclass
from enum import StrEnum

from guanwei.api.citations import Citation
from guanwei.api.facts import Rule


class Severity(StrEnum):
    """必须处理, 请核实, 供参考.

    ``BLOCK`` stops submission until it is mended, or cleared by a role that the check names. ``LOOK`` stops it
    until the editor gives a reason. ``INFO`` is shown to everybody who signs and stops nobody.
    """

    BLOCK = "block"
    LOOK = "look"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Check:
    """A finding that stands where ``found`` says so; ``sentence`` tells the editor what to do about it.

    ``cleared_by`` are roles of the managing unit that may let a blocking finding pass, with a reason; it is
    for ``Severity.BLOCK`` alone.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    severity: Severity
    sentence: str
    found: Rule
    suggestion: str = ""
    cleared_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in a manuscript: characters ``start`` to ``end`` of one of its texts.

    ``part`` names the text as its author knows it (标题, 正文, 微博一号 正文); ``key`` as the code does
    (``title``, ``text``, ``variant:weibo-1:1:text``). ``words`` are those characters as they may be shown:
    shortened where long, and masked where they tell of a person. ``right`` is what to write in their place, empty
    where nobody can say.
    """

    key: str
    part: str
    start: int
    end: int
    words: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found in one manuscript, with who says so.

    ``finds`` is the kind of thing that the check engine found (a ``FindingType``), empty for a check of facts;
    ``places`` are where the same words stand, none for what is about the item as a whole. ``about`` tells
    findings of one check apart: a digest of the words that each found, empty for a check of facts.
    """

    check: str
    label: str
    severity: Severity
    sentence: str
    cites: tuple[Citation, ...]
    plugin: str
    version: str
    suggestion: str = ""
    cleared_by: tuple[str, ...] = ()
    finds: str = ""
    places: tuple[Span, ...] = ()
    about: str = ""

    @property
    def key(self) -> str:
        """By which an answer finds it again: the check, and the words that it found, wherever they stand."""
        return f"{self.check}#{self.about}" if self.about else self.check
