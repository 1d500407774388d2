"""The contract that every plugin keeps. A plugin's tests say its name and get all of this:

.. code-block:: python

    from guanwei.testing.contract import PluginContract

    class TestContract(PluginContract):
        plugin = "some-agency"

Nothing here needs a database or Django. It wants pytest and Hypothesis.
"""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guanwei import registry
from guanwei.api import Clause, Declarations, ManuscriptFacts
from guanwei.registry import Active, LoadedPlugin
from guanwei.testing.contract.asking import alone, answers, known_ids, reports, run_rules
from guanwei.testing.contract.reading import (
    citations,
    clauses_proved,
    clauses_served,
    elements,
    summed_up,
)
from guanwei.testing.strategies import extreme_manuscripts, manuscripts

COUNTY = "county"
KEPT_OUT = ("django", "wagtail", "simple_history", "modelcluster", "rest_framework")


class PluginContract:
    """Subclass it in a module of the plugin's tests. ``clause_tests`` are folders of further tests of it."""

    plugin: str
    clause_tests: tuple[Path, ...] = ()

    @pytest.fixture(autouse=True)
    def _registry_as_it_was(self) -> Iterator[None]:
        before = registry.configuration()
        run_rules("inline")
        yield
        registry.configure(before.mode, before.time_limit, before.extra)

    @property
    def loaded(self) -> LoadedPlugin:
        """The plugin as the registry found it."""
        found = registry.catalogue().plugin(self.plugin)
        assert found is not None, f"no plugin {self.plugin} is installed"
        return found

    @property
    def declared(self) -> Declarations:
        """All that it declares, without the rule functions."""
        return registry.catalogue().of(self.plugin)

    @property
    def extremes(self) -> tuple[ManuscriptFacts, ...]:
        """The fixed row of extreme manuscripts, with the plugin's own categories and fields."""
        return extreme_manuscripts(*known_ids(self.declared))

    def test_it_loads(self) -> None:
        assert self.loaded.error == ""
        assert self.loaded.label
        assert self.loaded.version
        assert self.loaded.hooks

    def test_ids_carry_its_name(self) -> None:
        # A channel has the platform's name, a field without a dot is a fact of the core, a clause its ledger's id.
        foreign = {
            each.id
            for each in elements(self.declared)
            if not isinstance(each, Clause) and "." in each.id and not each.id.startswith(f"{self.plugin}.")
        }
        assert foreign == set()

    def test_each_element_cites_an_article(self) -> None:
        assert [each.id for each in elements(self.declared) if getattr(each, "cites", None) == ()] == []
        assert [
            owner for owner, cite in citations(self.declared) if not (cite.document and cite.article)
        ] == []

    def test_each_cited_article_of_its_own_books_is_summed_up(self) -> None:
        books = summed_up(self.declared)
        unknown = [
            f"{owner}: {cite}"
            for owner, cite in citations(self.declared)
            if not any(cite.article.startswith(number) for number in books.get(cite.document, [cite.article]))
        ]
        assert unknown == []

    def test_each_clause_that_an_element_serves_is_proved_by_a_test(self) -> None:
        own = Path(inspect.getfile(type(self))).parent
        assert clauses_served(self.declared) - clauses_proved((own, *self.clause_tests)) == set()

    def test_its_rules_bring_in_neither_django_nor_the_core(self) -> None:
        modules = alone(self.loaded.module, self.extremes, seed=0)["modules"]
        own = self.loaded.module.partition(":")[0]
        core = [
            name for name in modules if name.startswith("guanwei.") and not f"{name}.".startswith(f"{own}.")
        ]
        assert core == []
        assert [name for name in modules if name.partition(".")[0] in KEPT_OUT] == []

    def test_its_rules_answer_the_same_wherever_and_whenever_they_are_asked(self) -> None:
        extremes = self.extremes
        here = answers(reports(self.plugin, *extremes))
        assert answers(reports(self.plugin, *extremes)) == here
        run_rules("child")
        assert answers(reports(self.plugin, *extremes)) == here
        for seed in (0, 1):
            assert alone(self.loaded.module, extremes, seed)["answers"] == here

    def test_its_rules_answer_extreme_manuscripts_in_time(self) -> None:
        extremes = self.extremes
        run_rules("child")
        for report in reports(self.plugin, *extremes):
            assert report.failure == "", f"{report.rule}: {report.failure}"
            assert [each for each in report.answers if each.failure] == []

    def test_its_rules_answer_yes_or_no_to_any_manuscript(self) -> None:
        @settings(deadline=None)
        @given(manuscripts(*known_ids(self.declared)))
        def ask(facts: ManuscriptFacts) -> None:
            (report,) = reports(self.plugin, facts)
            assert [each for each in report.answers if each.failure] == []

        ask()

    def test_a_decision_is_reached_on_any_manuscript_beside_the_county(self) -> None:
        places = st.tuples(st.integers(0, 3), st.booleans(), st.integers(0, 3), st.booleans())

        @settings(deadline=None)
        @given(manuscripts(*known_ids(self.declared)), places)
        def decide(facts: ManuscriptFacts, at: tuple[int, bool, int, bool]) -> None:
            active = [Active(self.plugin, at[0], at[1]), Active(COUNTY, at[2], at[3])]
            decision = registry.decide_manuscript(facts, active)
            assert decision.route is not None or decision.refusals
            assert all(each.sentence.strip() for each in decision.refusals)
            assert registry.decide_manuscript(facts, active[::-1]).route == decision.route

        decide()
