"""What an editor states beside the text: categories, and facts that rules ask for."""

from dataclasses import dataclass
from enum import StrEnum

from guanwei.api.citations import Citation
from guanwei.api.facts import Rule


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
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Field:
    """A fact that a rule asks of the editor. ``id`` may name a core fact (``category``, ``source_name``,
    ``source_url``, ``permission``, ``original_title``) to make it required, ``priority`` to have it offered, or a
    new one, which the editor then shows.

    ``required`` decides from the facts; ``sentence`` is what the editor reads when it is missing. ``register``
    is the register to choose from, for ``FieldType.ENTRY``. ``listed``: lists of manuscripts can be filtered by it.
    """

    id: str
    label: str
    cites: tuple[Citation, ...]
    sentence: str
    type: FieldType = FieldType.TEXT
    choices: tuple[tuple[str, str], ...] = ()
    help: str = ""
    required: Rule | None = None
    register: str = ""
    listed: bool = False
