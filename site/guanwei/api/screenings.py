"""What the check engine can find in a text, and how a rule book says what that means."""

from dataclasses import dataclass
from enum import StrEnum

from guanwei.api.checks import Severity
from guanwei.api.citations import Citation
from guanwei.api.facts import Rule


class FindingType(StrEnum):
    """What the engine knows to look for. A rule book says of each what follows from it."""

    ID_NUMBER = "id_number"
    MOBILE = "mobile"
    BANK_CARD = "bank_card"
    HOME_ADDRESS = "home_address"
    SECRECY_MARK = "secrecy_mark"
    AD_SUPERLATIVE = "ad_superlative"
    COMMERCIAL_AD = "commercial_ad"
    POLICE_REPORT_INTENT = "police_report_intent"
    EMPTY_TALK = "empty_talk"
    MISSING_SOURCE = "missing_source"
    TITLE_CHANGED = "title_changed"
    DICTIONARY_TERM = "dictionary_term"
    LEADER_ORDER = "leader_order"
    LINK_DEAD = "link_dead"
    CHANNEL_LIMIT = "channel_limit"
    WORDING = "wording"


PERSONAL = frozenset(
    {FindingType.ID_NUMBER, FindingType.MOBILE, FindingType.BANK_CARD, FindingType.HOME_ADDRESS}
)
"""What tells of one person, and can be masked."""


@dataclass(frozen=True, slots=True)
class Screening:
    """What follows where the engine finds ``finds``: ``sentence`` tells the editor what to do about it.

    ``cleared_by`` are roles of the managing unit that may let a blocking hit pass with a reason, for exactly
    that text. ``applies`` keeps the rule to some items, for example to those that may not name a person.
    ``dictionary`` keeps a rule on dictionary terms, stock phrases or wording to the lists of that name.
    ``at_entry``: no draft is stored in which it is found (拒收), whoever writes it; for blocks without any way out.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    finds: FindingType
    severity: Severity
    sentence: str
    suggestion: str = ""
    cleared_by: tuple[str, ...] = ()
    applies: Rule | None = None
    dictionary: str = ""
    at_entry: bool = False


@dataclass(frozen=True, slots=True)
class Dictionary:
    """A list of words that a rule book brings, or asks its agencies to keep (机关设定).

    ``terms`` are the words it comes with; agencies add their own. A term of ``FindingType.WORDING`` may
    name the right form after a tab. ``FindingType.DICTIONARY_TERM``: a word that should not go out.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    finds: FindingType
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What a person may hold an item by (标为违法违规): nothing is signed or released while it stands.

    ``placed_by`` are roles of the supplying or managing unit besides whoever has a step to sign, who always may;
    ``lifted_by`` are the roles of the managing unit that may lift it, with a reason. Without any it stands until
    the item is given up.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    sentence: str
    placed_by: tuple[str, ...] = ()
    lifted_by: tuple[str, ...] = ()
