"""Clauses and the elements that serve them; what is left of a plugin when some are suppressed."""

from dataclasses import replace
from threading import Thread
from typing import Any

from dummy_plugins import served
from dummy_plugins.misbehaving import route_hooks
from guanwei import registry
from guanwei.api import Declarations, hookimpl
from guanwei.api.clauses import LedgerError
from guanwei.registry import Active
from guanwei.registry.elements import elements, without
from hypothesis import given
from hypothesis import strategies as st
from registry.builders import facts


def serving(clause: str) -> list[tuple[str, str]]:
    return [(each.id, each.kind) for each in registry.catalogue().serving(clause)]


def test_every_declared_thing_serves_the_clauses_that_it_cites_at_any_depth(rules: Any) -> None:
    rules.inline("served")
    assert serving("SRV-1") == [("served.editor", "Role"), ("served.leader", "Role")]
    assert serving("SRV-2") == [("served.review", "Step")]
    assert serving("SRV-2.1") == [("served.read", "ChecklistItem")]
    assert serving("SRV-3") == [("served.sign", "Step"), ("served.call", "Step")]
    assert serving("SRV-3.1") == [("served.call/telephone", "TelephoneConsent")]
    assert serving("SRV-4") == [("served.afterwards", "SecondReview")]
    assert serving("SRV-6") == [("served.shown", "Field"), ("served.order", "Linkage")]
    assert {each.plugin for each in registry.catalogue().serving("SRV-1")} == {"served"}
    assert serving("SRV-99") == []


def test_a_clause_that_is_only_to_be_shown_is_served_by_its_article(rules: Any) -> None:
    rules.inline("served")
    assert serving("SRV-5") == [("served.book/第五条", "Article")]
    with registry.suppress("SRV-5"):
        assert [each.rule_books[0].articles for each in registry.plugins() if each.name == "served"] == [()]


def test_what_serves_a_suppressed_clause_is_neither_declared_nor_asked(rules: Any, mode: Any) -> None:
    rules.use(mode, "served")
    whole = registry.decide_manuscript(facts(), [Active("served", 0, False)])
    with registry.suppress("SRV-6", "SRV-2"):
        bare = registry.decide_manuscript(facts(), [Active("served", 0, False)])
        assert registry.catalogue().field("served.shown") is None
        assert registry.catalogue().role("served.editor") is not None
    assert {each.rule for each in whole.trace} - {each.rule for each in bare.trace} == {
        "served.shown",
        "served.order",
    }
    assert [each.sentence for each in whole.refusals] == ["请填写。"]
    assert bare.refusals == ()
    assert bare.route is not None
    assert [each.step.id for each in bare.route.steps] == ["served.sign"]
    assert registry.decide_manuscript(facts(), [Active("served", 0, False)]).refusals == whole.refusals


def test_only_what_serves_it_falls_below_an_element(rules: Any) -> None:
    rules.inline("served")
    with registry.suppress("SRV-2.1", "SRV-3.1", "SRV-4"):
        written, emergency = registry.catalogue().of("served").routes
    assert [(each.id, each.checklist) for each in written.steps] == [
        ("served.review", ()),
        ("served.sign", ()),
    ]
    assert [(each.id, each.telephone) for each in emergency.steps] == [("served.call", None)]
    assert emergency.second_review is None


def test_suppression_reaches_other_threads_and_ends_with_its_block(rules: Any) -> None:
    rules.inline("served")
    seen: list[int] = []
    asked = Thread(target=lambda: seen.append(len(registry.catalogue().roles)))
    whole = len(registry.catalogue().roles)
    with registry.suppress("SRV-1"):
        asked.start()
        asked.join()
        with registry.suppress():
            assert len(registry.catalogue().roles) == whole
    assert seen == [whole - 2]
    assert len(registry.catalogue().roles) == whole


FALLS_WITH = {
    "served.editor": {"SRV-1"},
    "served.leader": {"SRV-1"},
    "served.shown": {"SRV-6"},
    "served.route": {"SRV-0"},
    "served.review": {"SRV-0", "SRV-2"},
    "served.read": {"SRV-0", "SRV-2", "SRV-2.1"},
    "served.sign": {"SRV-0", "SRV-3"},
    "served.emergency": set(),
    "served.call": {"SRV-3"},
    "served.call/telephone": {"SRV-3", "SRV-3.1"},
    "served.afterwards": {"SRV-4"},
    "served.owed": {"SRV-4"},
    "served.order": {"SRV-6"},
}


@given(st.sets(st.sampled_from([each.id for each in served.LEDGER])))
def test_an_element_falls_with_its_own_clauses_and_its_owners_and_with_no_other(clauses: set[str]) -> None:
    whole = Declarations(
        roles=served.register_roles(),
        fields=served.register_fields(),
        routes=served.register_approval_routes(),
        linkages=served.register_linkages(),
    )
    left = {name for name, _element in elements(without(whole, clauses))}
    assert left == {name for name, its in FALLS_WITH.items() if not its & clauses}


def test_a_clause_that_the_own_ledger_lacks_keeps_the_plugin_out(declare: Any) -> None:
    ledger = [each for each in served.LEDGER if each.id != "SRV-3.1"]
    declare(served=_hooks() | {"register_clauses": hookimpl(lambda: ledger, specname="register_clauses")})
    assert _error("served") == (
        "插件“served”的声明有误：“served.call/telephone”引用的条目“SRV-3.1”不在本插件的条目表中。"
    )


def test_a_mistake_in_a_ledger_is_told_with_its_line(declare: Any) -> None:
    def register_clauses() -> None:
        raise LedgerError(["clauses.toml 第 3 行：缺少 room"])

    declare(served=_hooks() | {"register_clauses": hookimpl(register_clauses)})
    assert _error("served") == "插件“served”的声明有误：clauses.toml 第 3 行：缺少 room。"


def test_a_malformed_id_keeps_the_plugin_out(declare: Any) -> None:
    ledger = [replace(each, id=f"served.{each.id}") for each in served.LEDGER]
    declare(served=_hooks() | {"register_clauses": hookimpl(lambda: ledger, specname="register_clauses")})
    assert "条目编号“served.SRV-0”" in _error("served")


def test_of_two_plugins_with_one_clause_the_later_is_kept_out(declare: Any, rules: Any) -> None:
    again = route_hooks("twice", lambda facts: True)
    declare(
        served=_hooks(),
        twice=again | {"register_clauses": hookimpl(lambda: served.LEDGER[:1], specname="register_clauses")},
    )
    assert _error("served") == ""
    assert "“SRV-0”由插件“served”和“twice”同时声明" in _error("twice")


def _hooks() -> dict[str, Any]:
    return {name: each for name, each in vars(served).items() if hasattr(each, "guanwei_impl")}


def _error(plugin: str) -> str:
    return next(each.error for each in registry.plugins() if each.name == plugin)
