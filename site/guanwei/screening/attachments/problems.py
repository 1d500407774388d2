"""Why a file could not be read, or not wholly; and what people should know of one that was."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guanwei.screening.attachments.places import Place

Params = Mapping[str, int | str]


class ProblemCode(StrEnum):
    """``sentences.problem`` says it in words, with what to do."""

    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    NOT_READABLE = "not_readable"
    TRUNCATED = "truncated"
    EMBEDDED = "embedded"
    """Of a masked copy: the file carries another one, or a program, whose words nobody read."""
    NOT_MASKED = "not_masked"
    """Of a masked copy: read again it still holds what should be masked."""


class RemarkCode(StrEnum):
    """``sentences.remark`` says it in words."""

    OTHER_KIND = "other_kind"
    HIDDEN_SHEETS = "hidden_sheets"
    HIDDEN_CELLS = "hidden_cells"
    LOST_DIGITS = "lost_digits"
    ACTIVE_FORMULAS = "active_formulas"
    DELETED_WORDS = "deleted_words"
    COMMENTS = "comments"
    PICTURES = "pictures"
    PAGES_WITHOUT_WORDS = "pages_without_words"
    EMBEDDED = "embedded"
    FORMULAS_TO_VALUES = "formulas_to_values"
    PDF_AS_TEXT = "pdf_as_text"


@dataclass(frozen=True, slots=True)
class Problem:
    """``params`` and ``place`` fill the sentence's blanks."""

    code: ProblemCode
    params: Params = field(default_factory=dict)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """``params`` fill the sentence's blanks."""

    code: RemarkCode
    params: Params = field(default_factory=dict)


class Stopped(Exception):
    """Reading ends here. What was read before stays."""

    def __init__(self, code: ProblemCode, **params: int | str) -> None:
        super().__init__(code)
        self.problem = Problem(code, params)
