"""The county's book and an agency's over the same manuscript, whatever the manuscript is."""

from collections.abc import Iterator

import pytest
from guanwei import registry
from guanwei.api import Decision, Form, Kind, ManuscriptFacts, Refusal, StepKind, Whose
from guanwei.registry import Active
from guanwei.testing.strategies import manuscripts
from hypothesis import given, settings
from hypothesis import strategies as st

Key = tuple[StepKind, str, Whose]
AGENCY, COUNTY = "luan-emergency", "county"


@pytest.fixture(autouse=True, scope="module")
def _installed_plugins() -> Iterator[None]:
    before = registry.configuration()
    registry.configure("inline")
    yield
    registry.configure(before.mode, before.time_limit, before.extra)


@st.composite
def items(draw: st.DrawFn) -> ManuscriptFacts:
    """Any manuscript in the words of both books. What is installed is known at the test, not at import."""
    known = registry.catalogue()
    both = [known.of(AGENCY), known.of(COUNTY)]
    categories = [each.id for one in both for each in one.categories]
    fields = [each.id for one in both for each in one.fields if "." in each.id]
    return draw(manuscripts(categories, fields))


def decide(facts: ManuscriptFacts, mandatory: bool = False) -> Decision:
    """By both, the agency's nearer."""
    return registry.decide_manuscript(facts, [Active(AGENCY, 1, False), Active(COUNTY, 2, mandatory)])


def alone(facts: ManuscriptFacts, plugin: str) -> Decision:
    return registry.decide_manuscript(facts, [Active(plugin, 1, False)])


def missing(decision: Decision) -> set[Refusal]:
    """What an editor forgot; without the refusal that no route applies, which is nobody's."""
    return {each for each in decision.refusals if each.plugin}


def keys(decision: Decision) -> list[Key]:
    """Who signs what, step by step."""
    routed = decision.route.steps if decision.route else ()
    return [(one.step.kind, one.step.role, one.step.whose) for one in routed]


def in_order(wanted: list[Key], found: list[Key]) -> bool:
    rest = iter(found)
    return all(each in rest for each in wanted)


each_item = given(items())
unhurried = settings(deadline=None)


@unhurried
@each_item
def test_together_they_ask_for_all_that_each_asks_for_alone(facts: ManuscriptFacts) -> None:
    assert missing(decide(facts)) == missing(alone(facts, AGENCY)) | missing(alone(facts, COUNTY))


@unhurried
@each_item
def test_the_agency_chooses_the_route_where_it_answers_and_the_county_elsewhere(
    facts: ManuscriptFacts,
) -> None:
    today = facts.now.date()
    books = registry.catalogue().of(AGENCY).rule_books
    speaks = today >= books[0].in_force_from
    published = facts.form in (Form.ARTICLE, Form.POST) and facts.kind is not Kind.REPLY
    decision = decide(facts)
    if decision.route is None:
        assert today < registry.catalogue().of(COUNTY).rule_books[0].in_force_from
        return
    assert decision.route.plugin == (AGENCY if speaks and published else COUNTY)


@unhurried
@each_item
def test_a_mandatory_county_adds_its_steps_and_loses_none_of_the_agencys(facts: ManuscriptFacts) -> None:
    whole = keys(decide(facts, mandatory=True))
    for plugin in (AGENCY, COUNTY):
        assert in_order(keys(alone(facts, plugin)), whole)


@unhurried
@each_item
def test_the_order_in_which_they_are_named_changes_nothing(facts: ManuscriptFacts) -> None:
    active = [Active(AGENCY, 1, False), Active(COUNTY, 2, True)]
    first, second = (registry.decide_manuscript(facts, each) for each in (active, active[::-1]))
    assert (first.route, first.order, first.refusals) == (second.route, second.order, second.refusals)


@unhurried
@each_item
def test_every_word_against_an_item_names_who_says_it_and_by_which_article(facts: ManuscriptFacts) -> None:
    for each in decide(facts).refusals:
        assert each.sentence.endswith("。")
        assert bool(each.cites) == bool(each.plugin) == bool(each.rule)
