"""The model's manuscripts: what they say, part by part, and what has become of them."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from guanwei.api import Step

Parts = dict[str, Any]
"""Each part's content by its name. Equal content, equal part: the model needs no digest."""


@dataclass(frozen=True)
class Content:
    """All that a post says. ``texts`` are its variants for the managing unit's account, by number."""

    supplier: int
    manager: int
    category: str
    title: str
    texts: tuple[tuple[int, str], ...]

    def parts(self) -> Parts:
        """Facts, page, and each variant; which variants there are is a fact."""
        numbers = tuple(number for number, _text in self.texts)
        found: Parts = {"facts": (self.supplier, self.manager, self.category, numbers), "page": self.title}
        return found | {f"variant:{number}": text for number, text in self.texts}

    def said(self, number: int, text: str) -> "Content":
        """The same with the text of one variant, which is added where there is none."""
        return replace(self, texts=tuple(sorted((dict(self.texts) | {number: text}).items())))


@dataclass(frozen=True)
class FrozenStep:
    """A step with the place at which its post is held. Steps of one group share a ``turn``.

    ``quorum`` is how many of the turn's steps must be signed, ``subject`` what the post must oversee.
    """

    step: Step
    unit: int
    overseer: bool
    turn: int
    quorum: int
    subject: str = ""


@dataclass
class SignedOff:
    """``person`` agreed at step ``at`` to these parts as they were."""

    at: int
    person: int
    parts: Parts


@dataclass
class Confirmed:
    """``person`` stands by these parts, changed in review, for the supplying unit."""

    person: int
    parts: Parts


@dataclass
class Veto:
    """``step`` refused this content."""

    step: FrozenStep
    content: Content
    lifted: bool = False


@dataclass
class Permit:
    """Leave to publish this content. ``upto``: contributions that it may hold, counted from the first."""

    content: Content
    upto: int
    revoked: bool = False


@dataclass
class Submission:
    """One try of ``content``. Contributions before ``after`` were public already, those before ``upto`` were
    made before it. ``books`` are those that were asked.
    """

    by: int
    steps: tuple[FrozenStep, ...]
    content: Content
    after: int
    upto: int
    books: frozenset[str]
    state: str = "open"
    signed: list[SignedOff] = field(default_factory=list)
    confirmed: list[Confirmed] = field(default_factory=list)
    permit: Permit | None = None

    @property
    def stands(self) -> bool:
        return self.state in ("open", "permitted")


@dataclass
class Release:
    """A decided release. ``carries`` are the texts that it sends; ``out`` once it went live."""

    submission: Submission
    permit: Permit
    due: datetime
    carries: dict[int, str]
    out: bool = False
    state: str = "running"


@dataclass
class Item:
    """One manuscript. ``contributions`` names the person of each change, ``published_upto`` of them are public."""

    draft: Content
    shown: list[Content] = field(default_factory=list)
    """All that it ever said: what may still stand on somebody's screen."""
    contributions: list[int] = field(default_factory=list)
    published_upto: int = 0
    live: Content | None = None
    tries: list[Submission] = field(default_factory=list)
    releases: list[Release] = field(default_factory=list)
    vetoes: list[Veto] = field(default_factory=list)

    @property
    def submission(self) -> Submission | None:
        """The try that stands, else the latest."""
        return self.tries[-1] if self.tries else None

    @property
    def standing_permit(self) -> Permit | None:
        permits = [each.permit for each in self.tries if each.permit and not each.permit.revoked]
        return permits[-1] if permits else None

    def sent(self) -> dict[int, str]:
        """Texts that went out, by number."""
        return {number: text for each in self.releases if each.out for number, text in each.carries.items()}

    @property
    def going_out(self) -> bool:
        return any(each.state in ("running", "held") for each in self.releases)
