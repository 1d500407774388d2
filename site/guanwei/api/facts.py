"""What a rule is told. Frozen and plain: no model objects and no clock, ``now`` is a fact like any other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What an item is by origin: 原创, 转载, 回复, or a word or sign under another's post (评论互动)."""

    ORIGINAL = "original"
    REPOST = "repost"
    REPLY = "reply"
    COMMENT = "comment"


class Form(StrEnum):
    """What an item is by shape: a portal article with its posts, posts alone, a page of the structure, or a
    push (推送): articles that were each signed already, ordered into one send.
    """

    ARTICLE = "article"
    POST = "post"
    STRUCTURE = "structure"
    PUSH = "push"


class Relation(StrEnum):
    """How an item stands to an earlier publication: 更正, 事实说明, 补充发布, 评论解读."""

    NONE = ""
    CORRECTION = "correction"
    STATEMENT = "statement"
    SUPPLEMENT = "supplement"
    COMMENTARY = "commentary"


class Linked(StrEnum):
    """What the posts of an item link to: nothing, a page of the portal that isn't public yet, or a public one."""

    NOTHING = "nothing"
    DRAFT = "draft"
    PUBLIC = "public"


class Urgency(StrEnum):
    """常规 or 突发公共事件."""

    ORDINARY = "ordinary"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit of the tree. ``ancestors`` runs from the parent up to the county, as slugs.

    ``kind`` is a word of ``Structure``, ``declared_kind`` the id of the ``UnitKind`` that a rule book names it by.
    """

    slug: str
    name: str
    kind: str
    ancestors: tuple[str, ...] = ()
    declared_kind: str = ""


@dataclass(frozen=True, slots=True)
class VariantFacts:
    """One channel variant. ``account`` is the account's slug; ``number`` counts corrections from 1.

    ``leaders`` says that the account is an official's own in office, not a unit's (领导账号). ``name`` is the
    account as people know it; ``text_limit`` is how many characters its channel takes well, 0 where none is known.
    """

    account: str
    number: int
    platform: str
    title: str
    text: str
    leaders: bool = False
    name: str = ""
    text_limit: int = 0


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A picture that the item shows. ``width`` and ``height`` are in pixels.

    ``captured``: the file told when it was taken, as a camera writes it. ``declared_original`` and ``edited`` are
    what its uploader said of it.
    """

    title: str
    width: int = 0
    height: int = 0
    captured: bool = False
    declared_original: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentFacts:
    """A file that the item carries, by its name and the digest of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """The column that an item stands in. ``id`` is the declared column's, empty for one that nobody declares.

    ``lead`` is the unit that keeps it. ``supplier_may``: the supplying unit keeps it or contributes to it.
    """

    id: str
    slug: str
    lead: UnitFacts
    supplier_may: bool


@dataclass(frozen=True, slots=True)
class ConcernedFacts:
    """A unit or organ that the item concerns. ``unit`` is its slug, empty for an organ outside the system."""

    unit: str
    name: str


@dataclass(frozen=True, slots=True)
class ManuscriptFacts:
    """A manuscript as the rules see it.

    ``category`` is the id of a declared category or empty. ``fields`` holds the values of the
    declared fields, sorted by field id. ``text`` is the article body as plain text.

    ``column`` is the column's address, ``column_facts`` what is known of it. ``submitter_roles`` are the posts
    that whoever submits holds in the supplying unit. ``entries`` holds, by field id, what a register says of
    the entry that the field names. ``linked`` is what the posts carry a link to: an article's its own page.
    ``marks`` are the ids of the declared marks that stand on the item. ``pictures`` are all that its texts and
    posts show, ``videos`` how many the body links to.
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
    column_facts: ColumnFacts | None = None
    concerned: tuple[ConcernedFacts, ...] = ()
    submitter_roles: tuple[str, ...] = ()
    entries: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    linked: Linked = Linked.NOTHING
    priority: bool = False
    relation: Relation = Relation.NONE
    apology: str = ""
    marks: tuple[str, ...] = ()
    pictures: tuple[PictureFacts, ...] = ()
    videos: int = 0
    attachments: tuple[AttachmentFacts, ...] = ()

    def entry(self, field_id: str, name: str) -> str:
        """What the register says under ``name`` of the entry that a field names, or an empty string."""
        return dict(dict(self.entries).get(field_id, ())).get(name, "")

    def field(self, field_id: str) -> str:
        """The value of a declared field, or an empty string."""
        return dict(self.fields).get(field_id, "")


Rule = Callable[[ManuscriptFacts], bool]
"""A pure function of the facts."""
