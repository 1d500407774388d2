"""What a plugin may declare. Data where it can be data; behaviour only as pure functions of facts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from guanwei.api.citations import Citation
from guanwei.api.emergencies import SecondReview, TelephoneConsent
from guanwei.api.facts import ManuscriptFacts
from guanwei.api.whose import Whose

Rule = Callable[[ManuscriptFacts], bool]


class Duty(StrEnum):
    """What holding a post lets a person do. Rights derive from posts held, from nothing else."""

    WRITE = "write"
    REVIEW = "review"
    RELEASE = "release"
    TAKE_DOWN = "take_down"
    ADMINISTER = "administer"
    AUDIT = "audit"


class StepKind(StrEnum):
    """审核, 核对, 发布. Reviews and checks are signed before the permit; a release acts on the permit."""

    REVIEW = "review"
    CHECK = "check"
    RELEASE = "release"


class ReleaseOrder(StrEnum):
    """Which goes first of a linked pair."""

    PAGE_FIRST = "page_first"
    POSTS_FIRST = "posts_first"


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a rule book, summed up in our own words."""

    number: str
    summary: str


@dataclass(frozen=True, slots=True)
class RuleBook:
    """A published regulation. ``in_force_until`` is the first day on which it no longer applies."""

    id: str
    document: str
    number: str
    issuer: str
    in_force_from: date
    in_force_until: date | None = None
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A post that people hold. ``per_unit`` is (least, most); ``most`` 0 means no limit."""

    id: str
    label: str
    duties: frozenset[Duty]
    cites: tuple[Citation, ...]
    per_unit: tuple[int, int] = (0, 0)
    open_to_contractors: bool = False


@dataclass(frozen=True, slots=True)
class Category:
    """A content category (内容类别) that an editor chooses."""

    id: str
    label: str
    cites: tuple[Citation, ...]


class FieldType(StrEnum):
    """How a declared field is filled."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Field:
    """A fact that a rule asks of the editor. ``id`` may name a core fact (``category``, ``source_name``,
    ``source_url``, ``permission``, ``original_title``) to make it required, or a new one, which the editor then shows.

    ``required`` decides from the facts; ``sentence`` is what the editor reads when it is missing.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    sentence: str
    type: FieldType = FieldType.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    help: str = ""
    required: Rule | None = None


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A box on a step's signing screen. A ``binding`` one must be ticked to sign; others warn."""

    id: str
    label: str
    cites: tuple[Citation, ...]
    binding: bool = True


@dataclass(frozen=True, slots=True)
class Paper:
    """A step that is signed on paper: by role, who brings the scan in and who compares it with the content.

    Both are posts of the managing unit, held by two different people, neither of whom signed the paper.
    """

    recorder: str
    confirmer: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a route: who signs what kind of decision, and the article that asks for it.

    ``group`` names a ``StepGroup`` of the route. ``signatures`` is how many different holders of the post
    must sign. ``subject`` is for ``Whose.OVERSEER_OF_SUBJECT``: the fact that names it, ``category`` or a
    declared field. With ``paper`` the post signs outside the system and may be nobody's within it.

    ``veto``: a holder of the post may end the submission (一票否决) until it is released. Such a step holds
    nobody up and may pass in silence, unless it is ``binding``: then it must sign like any other.
    ``may_edit``: whoever reviews here may change the text on the way; the supplying unit then confirms the
    changed parts, and only with that the signature counts.
    """

    id: str
    label: str
    kind: StepKind
    role: str
    whose: Whose
    cites: tuple[Citation, ...]
    open_to_contributor: bool = False
    checklist: tuple[ChecklistItem, ...] = ()
    telephone: TelephoneConsent | None = None
    group: str = ""
    signatures: int = 1
    subject: str = "category"
    paper: Paper | None = None
    veto: bool = False
    binding: bool = False
    may_edit: bool = False

    @property
    def holds(self) -> bool:
        """Whether the chain waits for this step."""
        return self.binding or not self.veto


@dataclass(frozen=True, slots=True)
class StepGroup:
    """Neighbouring steps that wait side by side, signed in any order (会签).

    The group is done when ``quorum`` of its steps are signed; 0 means all.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    quorum: int = 0


@dataclass(frozen=True, slots=True)
class ApprovalRoute:
    """A chain of steps and when it applies. One rule book answers with at most one applying route."""

    id: str
    label: str
    cites: tuple[Citation, ...]
    applies: Rule
    steps: tuple[Step, ...]
    second_review: SecondReview | None = None
    groups: tuple[StepGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Linkage:
    """Order of release of a page and its posts, for the facts to which it applies (联动发布)."""

    id: str
    label: str
    cites: tuple[Citation, ...]
    applies: Rule
    order: ReleaseOrder


@dataclass(frozen=True, slots=True)
class FormCell:
    """One printed field. ``value`` names a fact of the item or of a sign-off: see docs/reference/forms.md."""

    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class FormSignature:
    """A signed opinion: the ``step`` whose sign-offs fill it."""

    label: str
    step: str


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """A printed form: header cells, one row per item, signatures, note. One sheet per day and managing unit.

    ``title`` may leave room for the name of the agency that uses the form: ``{agency}``.
    ``least_rows`` is how many rows the print has; fewer items leave blank ones.
    """

    id: str
    title: str
    cites: tuple[Citation, ...]
    route: str
    header: tuple[FormCell, ...]
    row: tuple[FormCell, ...]
    signatures: tuple[FormSignature, ...]
    note: str = ""
    least_rows: int = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """A channel's limits in characters and counts; None means none is known.

    ``*_warn`` are limits over which the platform may still accept: they warn, the others block.
    ``articles_a_push`` is how many articles one push holds, ``pushes_a_*`` how many pushes an account sends
    in a day or a month of the office's calendar.
    """

    title_chars: int | None = None
    title_warn: int | None = None
    digest_chars: int | None = None
    text_chars: int | None = None
    text_warn: int | None = None
    images: int | None = None
    cover_required: bool = False
    articles_a_push: int | None = None
    pushes_a_day: int | None = None
    pushes_a_month: int | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A way out. ``transport`` is the dotted path (``module:attribute``) of the class that delivers,
    imported by the worker alone; an empty one means that a person publishes by hand from a package.
    ``can_withdraw``: the transport can take a sent post back; otherwise a person deletes it by hand.
    """

    id: str
    label: str
    platform: str
    limits: Limits
    transport: str = ""
    address_pattern: str = ""
    address_hint: str = ""
    can_withdraw: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """A portal theme: the package that holds ``templates/`` and ``static/``."""

    id: str
    label: str
    package: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class PasswordPolicy:
    """What a regulation asks of the passwords of people who hold a post where it is in force.

    ``classes`` counts digits, letters and other signs: 1 to 3 of them. ``max_age_months`` are calendar months,
    0 for no end. ``history`` is how many earlier passwords may not come back. Of several policies in force
    the strictest value of each counts; nothing declared here can fall below the system's own floor.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    min_length: int = 0
    classes: int = 1
    max_age_months: int = 0
    history: int = 0


@dataclass(frozen=True, slots=True)
class Declarations:
    """All that one plugin declares, by kind. Built by the registry from the hooks."""

    rule_books: tuple[RuleBook, ...] = ()
    roles: tuple[Role, ...] = ()
    categories: tuple[Category, ...] = ()
    fields: tuple[Field, ...] = ()
    routes: tuple[ApprovalRoute, ...] = ()
    linkages: tuple[Linkage, ...] = ()
    forms: tuple[OfficialForm, ...] = ()
    channels: tuple[Channel, ...] = ()
    themes: tuple[Theme, ...] = ()
    password_policies: tuple[PasswordPolicy, ...] = ()
    problems: tuple[str, ...] = field(default=())
