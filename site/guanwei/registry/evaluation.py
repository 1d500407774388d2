"""Asks rule functions. The same code runs in the child processes and, in inline mode, in this one."""

import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from time import perf_counter
from typing import Any

from guanwei.api import ApprovalRoute, ChecklistItem, Declarations, ManuscriptFacts
from guanwei.api.declarations import Rule
from guanwei.registry import sentences
from guanwei.registry.loaded import Loaded


class Asked(StrEnum):
    """Which of a declaration's functions is meant."""

    FIELD = "field"
    ROUTE = "route"
    LINKAGE = "linkage"
    CHECK = "check"
    SCREENING = "screening"
    CONFIRMATION = "confirmation"
    BOX = "box"


RULES: dict[Asked, tuple[str, str]] = {
    Asked.FIELD: ("fields", "required"),
    Asked.ROUTE: ("routes", "applies"),
    Asked.LINKAGE: ("linkages", "applies"),
    Asked.CHECK: ("checks", "found"),
    Asked.SCREENING: ("screenings", "applies"),
    Asked.CONFIRMATION: ("confirmations", "applies"),
}
"""Which kinds of declarations hold a rule function, and under which name. Boxes stand below routes."""


@dataclass(frozen=True, slots=True)
class Question:
    """One rule function of one plugin; ``rule`` is the id of the declaration that holds it."""

    asked: Asked
    rule: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule said. With a ``failure`` (a clause without full stop) ``holds`` means nothing.

    ``spoilt``: its process is no good for further questions.
    """

    question: Question
    holds: bool
    failure: str
    milliseconds: float
    spoilt: bool = False


def asking(rules: Declarations) -> Iterator[tuple[Asked, Any]]:
    """Every declaration that holds a rule function, in the order in which rules are asked."""
    for asked, (kind, attribute) in RULES.items():
        for declared in getattr(rules, kind):
            if getattr(declared, attribute) is not None:
                yield asked, declared
    # Routes may share a step, and its boxes with it.
    yield from ((Asked.BOX, box) for box in {each.id: each for each in _boxes(rules)}.values())


def _boxes(rules: Declarations) -> Iterator[ChecklistItem]:
    """The boxes of signing screens that are there for some facts alone."""
    for route in rules.routes:
        for step in route.steps:
            yield from (box for box in step.checklist if box.applies is not None)


def questions_of(rules: Declarations) -> tuple[Question, ...]:
    """Every function that the declarations hold, in declaration order."""
    return tuple(Question(asked, declared.id) for asked, declared in asking(rules))


def evaluate(
    declarations: Declarations,
    questions: Sequence[Question],
    facts: ManuscriptFacts,
    mark: Callable[[int], None],
    left_behind: Callable[[], str] = lambda: "",
) -> tuple[Answer, ...]:
    """One answer per question. ``mark`` is told each question's position before its rule runs.

    ``left_behind`` says after each rule, as a clause, what still runs of it; empty for nothing.
    """
    functions = _functions(declarations)
    # Much quicker than copy.deepcopy, and facts cross to the rule process the same way.
    frozen = pickle.dumps(facts, pickle.HIGHEST_PROTOCOL)
    answers = []
    for position, question in enumerate(questions):
        mark(position)
        own = pickle.loads(frozen)  # noqa: S301 - written two lines above
        answer = _answer(question, functions[question], own, facts)
        left = left_behind()
        answers.append(replace(answer, failure=answer.failure or left, spoilt=True) if left else answer)
    return tuple(answers)


def _answer(question: Question, function: Rule, own: ManuscriptFacts, facts: ManuscriptFacts) -> Answer:
    """Runs one rule on its ``own`` copy of the facts."""
    started = perf_counter()
    holds, failure, spoilt = False, "", False
    try:
        said: object = function(own)
        if type(said) is bool:
            holds = said
        else:
            failure = sentences.not_a_bool(type(said).__name__)
    except BaseException as error:  # sys.exit in a rule is a failure like any other
        failure = sentences.raised(sentences.of_exception(error))
        # What took the room may be kept, and would leave none to the next plugin's rules.
        spoilt = isinstance(error, MemoryError)
    if not failure and own != facts:
        failure = sentences.changed_facts()
    return Answer(question, holds, failure, (perf_counter() - started) * 1000, spoilt)


def _functions(declarations: Declarations) -> dict[Question, Rule]:
    return {
        Question(asked, declared.id): declared.applies
        if asked is Asked.BOX
        else getattr(declared, RULES[asked][1])
        for asked, declared in asking(declarations)
    }


def asked_through_the_registry(facts: ManuscriptFacts) -> bool:
    """Stands in the catalogue for every rule function, which stays where it is evaluated."""
    raise RuntimeError("rule functions are asked through guanwei.registry.decide_manuscript")


def without_functions(loaded: Loaded) -> Loaded:
    """The same plugin as plain data that can cross to another process."""
    rules = loaded.declarations
    plain = {kind: tuple(_plain(one, at) for one in getattr(rules, kind)) for kind, at in RULES.values()}
    plain["routes"] = tuple(map(_plain_boxes, plain["routes"]))
    return Loaded(loaded.plugin, replace(rules, **plain))


def _plain(declared: Any, attribute: str) -> Any:
    if getattr(declared, attribute) is None:
        return declared
    return replace(declared, **{attribute: asked_through_the_registry})


def _plain_boxes(route: ApprovalRoute) -> ApprovalRoute:
    steps = tuple(
        replace(step, checklist=tuple(_plain(box, "applies") for box in step.checklist))
        for step in route.steps
    )
    return replace(route, steps=steps)
