"""What a rule is told. Frozen and plain: no model objects and no clock, ``now`` is a fact like any other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What an item is by origin: 原创, 转载, 回复."""

    ORIGINAL = "original"
    REPOST = "repost"
    REPLY = "reply"


class Form(StrEnum):
    """What an item is by shape: a portal article with its posts, posts alone, a page of the structure, or a
    push (推送): articles that were each signed already, ordered into one send.
    """

    ARTICLE = "article"
    POST = "post"
    STRUCTURE = "structure"
    PUSH = "push"


class Urgency(StrEnum):
    """常规 or 突发公共事件."""

    ORDINARY = "ordinary"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit of the tree. ``ancestors`` runs from the parent up to the county, as slugs."""

    slug: str
    name: str
    kind: str
    ancestors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VariantFacts:
    """One channel variant. ``account`` is the account's slug; ``number`` counts corrections from 1."""

    account: str
    number: int
    platform: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ManuscriptFacts:
    """A manuscript as the rules see it.

    ``category`` is the id of a declared category or empty. ``fields`` holds the values of the
    declared fields, sorted by field id. ``text`` is the article body as plain text.
    """

    kind: Kind
    form: Form
    urgency: Urgency
    title: str
    text: str
    category: str
    supplier: UnitFacts
    manager: UnitFacts
    now: datetime
    important_disclosure: bool = False
    source_name: str = ""
    source_url: str = ""
    permission: str = ""
    original_title: str = ""
    column: str = ""
    variants: tuple[VariantFacts, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    def field(self, field_id: str) -> str:
        """The value of a declared field, or an empty string."""
        return dict(self.fields).get(field_id, "")


Rule = Callable[[ManuscriptFacts], bool]
"""A pure function of the facts."""
