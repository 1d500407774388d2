"""Asks rule functions. The same code runs in the child processes and, in inline mode, in this one."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from time import perf_counter

from guanwei.api import Declarations, ManuscriptFacts
from guanwei.api.declarations import Rule
from guanwei.registry import sentences
from guanwei.registry.loaded import Loaded


class Asked(StrEnum):
    """Which of a declaration's functions is meant."""

    FIELD = "field"
    ROUTE = "route"
    LINKAGE = "linkage"


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


def questions_of(rules: Declarations) -> tuple[Question, ...]:
    """Every function that the declarations hold, in declaration order."""
    fields = [Question(Asked.FIELD, field.id) for field in rules.fields if field.required is not None]
    routes = [Question(Asked.ROUTE, route.id) for route in rules.routes]
    linkages = [Question(Asked.LINKAGE, linkage.id) for linkage in rules.linkages]
    return (*fields, *routes, *linkages)


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
    answers = []
    for position, question in enumerate(questions):
        mark(position)
        answer = _answer(question, functions[question], copy.deepcopy(facts), facts)
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
    functions: dict[Question, Rule] = {}
    for field in declarations.fields:
        if field.required is not None:
            functions[Question(Asked.FIELD, field.id)] = field.required
    for route in declarations.routes:
        functions[Question(Asked.ROUTE, route.id)] = route.applies
    for linkage in declarations.linkages:
        functions[Question(Asked.LINKAGE, linkage.id)] = linkage.applies
    return functions


def asked_through_the_registry(facts: ManuscriptFacts) -> bool:
    """Stands in the catalogue for every rule function, which stays where it is evaluated."""
    raise RuntimeError("rule functions are asked through guanwei.registry.decide_manuscript")


def without_functions(loaded: Loaded) -> Loaded:
    """The same plugin as plain data that can cross to another process."""
    rules, stand_in = loaded.declarations, asked_through_the_registry
    plain = replace(
        rules,
        fields=tuple(replace(one, required=one.required and stand_in) for one in rules.fields),
        routes=tuple(replace(one, applies=stand_in) for one in rules.routes),
        linkages=tuple(replace(one, applies=stand_in) for one in rules.linkages),
    )
    return Loaded(loaded.plugin, plain)
