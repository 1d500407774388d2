"""An agency's book that chooses no route: it finds words in the text, and asks units concerned within a time.

Its plugin is named ``asking``.
"""

from datetime import date

from guanwei.api import (
    Check,
    Citation,
    Confirmation,
    Duty,
    ManuscriptFacts,
    Overdue,
    Paper,
    Role,
    RuleBook,
    Severity,
    Whose,
    hookimpl,
)

__version__ = "1.0"

DOCUMENT = "清河县水利局发布办法"
CITES = (Citation(DOCUMENT, "第三条"),)
LATE = (Citation(DOCUMENT, "第四条"),)
SPEAKER = Role("asking.speaker", "单位负责人", frozenset({Duty.REVIEW}), CITES)
PRINCIPAL = Role("asking.principal", "局主要领导", frozenset({Duty.REVIEW}), CITES)
JURIST = Role("asking.jurist", "法制员", frozenset({Duty.REVIEW}), CITES)
CLERK = Role("asking.clerk", "文书", frozenset({Duty.WRITE}), CITES)
KEEPER = Role("asking.keeper", "档案员", frozenset({Duty.AUDIT}), CITES)
ROLES = (SPEAKER, PRINCIPAL, JURIST, CLERK, KEEPER)


def says(word: str) -> object:
    """A check that finds ``word`` in a post."""
    return lambda facts: any(word in each.text for each in facts.variants)


def check(name: str, word: str, severity: Severity, **more: object) -> Check:
    sentence = f"文中有“{word}”，请改正。"
    return Check(f"asking.{name}", f"检查{word}", CITES, severity, sentence, says(word), **more)  # type: ignore[arg-type]


CHECKS = (
    check("secret", "密件", Severity.BLOCK),
    check("toll", "收费", Severity.BLOCK, cleared_by=("asking.jurist",)),
    check("rumour", "据传", Severity.LOOK, suggestion="写明消息来源。"),
    check("slang", "亲们", Severity.INFO),
)


def is_written(facts: ManuscriptFacts) -> bool:
    return True


CONFIRMATION = Confirmation(
    "asking.agree",
    "会商确认",
    CITES,
    is_written,
    SPEAKER.id,
    Paper(CLERK.id, KEEPER.id),
    within_hours=24,
    reminds_hours=8,
    overdue=Overdue(PRINCIPAL.id, Whose.AGENCY, 4, LATE),
)


@hookimpl
def plugin_label() -> str:
    return "水利局发布办法"


@hookimpl
def register_rule_books() -> list[RuleBook]:
    return [RuleBook("asking.book", DOCUMENT, "", "水利局", date(2020, 1, 1))]


@hookimpl
def register_roles() -> tuple[Role, ...]:
    return ROLES


@hookimpl
def register_checks() -> tuple[Check, ...]:
    return CHECKS


@hookimpl
def register_confirmations() -> tuple[Confirmation, ...]:
    return (CONFIRMATION,)
