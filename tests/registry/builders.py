"""Facts and rule sets for tests, built from a few words."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from time import monotonic, sleep
from typing import Any

from guanwei import registry
from guanwei.api import (
    ApprovalRoute,
    Citation,
    Declarations,
    Field,
    Form,
    Kind,
    Linkage,
    ManuscriptFacts,
    ReleaseOrder,
    RuleBook,
    Step,
    StepKind,
    UnitFacts,
    Urgency,
    Whose,
)
from guanwei.registry import Active, LoadedPlugin
from guanwei.registry.asking import Report
from guanwei.registry.evaluation import evaluate, questions_of
from guanwei.registry.standing import Standing

BEIJING = timezone(timedelta(hours=8))
UNIT = UnitFacts("office", "办公室", "section", ("bureau", "county"))


def facts(**changes: Any) -> ManuscriptFacts:
    """An ordinary original article, with changes."""
    known: dict[str, Any] = {
        "kind": Kind.ORIGINAL,
        "form": Form.ARTICLE,
        "urgency": Urgency.ORDINARY,
        "title": "防汛提示",
        "text": "请注意防范。",
        "category": "",
        "supplier": UNIT,
        "manager": UNIT,
        "now": datetime(2026, 6, 1, 9, 0, tzinfo=BEIJING),
    }
    return ManuscriptFacts(**(known | changes))


def cite(plugin: str) -> tuple[Citation, ...]:
    return (Citation(f"{plugin}办法", "第一条"),)


def step(plugin: str, role: str, kind: StepKind = StepKind.REVIEW, **changes: Any) -> Step:
    """``role`` is any word; steps of the same word and kind are the same to the registry."""
    return Step(f"{plugin}.{role}-{kind}", role, kind, role, Whose.SUPPLIER, cite(plugin), **changes)


def route(plugin: str, *steps: Step, name: str = "route", applies: Any = lambda facts: True) -> ApprovalRoute:
    return ApprovalRoute(f"{plugin}.{name}", name, cite(plugin), applies, steps)


def required(plugin: str, field_id: str) -> Field:
    return Field(field_id, "字段", cite(plugin), f"{plugin}要求填写。", required=lambda facts: True)


def linkage(plugin: str, order: ReleaseOrder, name: str = "linkage") -> Linkage:
    return Linkage(f"{plugin}.{name}", name, cite(plugin), lambda facts: True, order)


def stand(plugin: str, distance: int = 0, mandatory: bool = False, **declared: Any) -> Standing:
    """A healthy plugin that has already answered."""
    book = RuleBook(f"{plugin}.book", f"{plugin}办法", "", "清河县", date(2020, 1, 1))
    rules = Declarations(rule_books=(book,), **declared)
    answers = evaluate(rules, questions_of(rules), facts(), lambda position: None)
    loaded = LoadedPlugin(plugin, "1.0", plugin, plugin, (book,))
    return Standing(Active(plugin, distance, mandatory), loaded, rules, Report(answers), in_force=True)


def shape(steps: Any) -> list[tuple[StepKind, str]]:
    """Kind and role of each routed step."""
    return [(one.step.kind, one.step.role) for one in steps]


def ask_once() -> None:
    """The work of a process of its own."""
    registry.configure("child", extra={"healthy": "dummy_plugins.healthy"})
    decision = registry.decide_manuscript(facts(), [Active("healthy", 0, False)])
    assert decision.refusals == ()


def gone(pids: list[int], is_alive: Callable[[int], bool], seconds: float) -> bool:
    """Whether they are within ``seconds``."""
    until = monotonic() + seconds
    while any(map(is_alive, pids)) and monotonic() < until:
        sleep(0.05)
    return not any(map(is_alive, pids))
