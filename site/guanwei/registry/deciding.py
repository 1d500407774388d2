"""Asks every plugin in force about a manuscript and combines what they say."""

from collections.abc import Iterable, Sequence

from guanwei.api import Decision, ManuscriptFacts
from guanwei.registry import engine, sentences
from guanwei.registry.combining import combine
from guanwei.registry.evaluation import Asked, questions_of
from guanwei.registry.in_force import books_in_force, rules_in_force
from guanwei.registry.loaded import LoadedPlugin
from guanwei.registry.standing import Active, Standing


def decide_manuscript(facts: ManuscriptFacts, active: Sequence[Active]) -> Decision:
    """The route, the order of release, and all that stands against submitting.

    ``active`` are the plugins in force for the supplying and managing units; a plugin that comes more than
    once counts at its smallest distance, and as mandatory if it is so anywhere. The day on which rule
    books must be in force is ``facts.now``'s date as written, so give local time. Ask before a write
    transaction opens: a plugin may take its time limit.
    """
    return combine(facts, [_stand(facts, one) for one in _each_once(active)])


def decide_screenings(facts: ManuscriptFacts, active: Sequence[Active]) -> Decision:
    """What the check engine should look for in a text that is being written. No other rule is asked, and whatever
    else the decision says means nothing.
    """
    return combine(facts, [_stand(facts, one, frozenset({Asked.SCREENING})) for one in _each_once(active)])


def _stand(facts: ManuscriptFacts, active: Active, asked: frozenset[Asked] = frozenset(Asked)) -> Standing:
    catalogue, day = engine.catalogue(), facts.now.date()
    plugin = catalogue.plugin(active.plugin)
    if plugin is None:
        # An activation that names an unknown plugin holds, like one that failed to load (law L6).
        missing = LoadedPlugin(active.plugin, "", "", "", error=sentences.not_installed())
        return Standing(active, missing)
    if plugin.error:
        return Standing(active, plugin)
    declared = catalogue.of(active.plugin)
    rules = rules_in_force(declared, day)
    questions = tuple(each for each in questions_of(rules) if each.asked in asked)
    in_force = bool(books_in_force(declared.rule_books, day))
    if not questions:
        return Standing(active, plugin, rules, in_force=in_force)
    report = engine.asker().ask(active.plugin, questions, facts)
    return Standing(active, plugin, rules, report, in_force)


def _each_once(active: Iterable[Active]) -> list[Active]:
    merged: dict[str, Active] = {}
    for one in active:
        known = merged.get(one.plugin, one)
        distance = min(known.distance, one.distance)
        merged[one.plugin] = Active(one.plugin, distance, known.mandatory or one.mandatory)
    return sorted(merged.values(), key=lambda one: (one.distance, one.plugin))
