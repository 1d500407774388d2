"""Asking real plugins, in both modes: what a broken one does to the item, and what it can't do to others."""

import threading
from datetime import datetime
from time import monotonic
from typing import Any

import pytest
from guanwei import registry
from guanwei.api import Decision, Kind, Refusal, ReleaseOrder, Urgency
from guanwei.registry import Active
from registry.builders import BEIJING, facts

pytestmark = pytest.mark.law("L6")


def decide(*names: str, **changes: Any) -> Decision:
    return registry.decide_manuscript(facts(**changes), [Active(name, 0, False) for name in names])


def only_refusal(decision: Decision) -> Refusal:
    (refusal,) = decision.refusals
    return refusal


def test_a_sound_plugin_decides(rules: Any, mode: str) -> None:
    rules.use(mode, "sound")
    decision = decide("sound")
    assert decision.refusals == ()
    assert (decision.route.id, decision.route.version) == ("sound.ordinary", "1.2")
    assert [one.step.id for one in decision.route.steps] == ["sound.review", "sound.release"]
    assert decision.order is ReleaseOrder.PAGE_FIRST
    urgent = decide("sound", urgency=Urgency.EMERGENCY)
    assert (urgent.route.id, urgent.order) == ("sound.emergency", ReleaseOrder.POSTS_FIRST)


def test_a_required_field_is_refused_with_sentence_and_article(rules: Any, mode: str) -> None:
    rules.use(mode, "sound")
    refusal = only_refusal(decide("sound", kind=Kind.REPOST))
    assert str(refusal) == "转载稿件请填写来源。（《清河县信息发布办法》第三条）"
    assert decide("sound", kind=Kind.REPOST, source_name="县融媒体中心").refusals == ()


@pytest.mark.parametrize(
    ("day", "applies"),
    [((2019, 12, 31), False), ((2020, 1, 1), True), ((2029, 12, 31), True), ((2030, 1, 1), False)],
)
def test_a_rule_book_speaks_only_while_it_is_in_force(
    rules: Any, day: tuple[int, int, int], applies: bool
) -> None:
    rules.inline("sound")
    decision = decide("sound", now=datetime(*day, 23, 30, tzinfo=BEIJING), kind=Kind.REPOST)
    assert (decision.route is not None) is applies
    assert any(one.rule == "source_name" for one in decision.refusals) is applies
    assert ("当日没有施行中的规则书" in [one.verdict for one in decision.trace]) is not applies


def test_an_active_plugin_that_is_not_installed_holds_the_item(rules: Any, mode: str) -> None:
    rules.use(mode, "healthy")
    decision = decide("healthy", "gone")
    assert decision.route is None
    assert "gone" in only_refusal(decision).sentence
    assert only_refusal(decision).plugin == "gone"


def test_an_active_plugin_that_failed_to_load_holds_the_item_and_says_why(rules: Any, mode: str) -> None:
    rules.use(mode, "healthy", "import_raises")
    decision = decide("healthy", "import_raises")
    assert decision.route is None
    assert "缺少配置文件" in only_refusal(decision).sentence
    assert decide("healthy").refusals == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("raises", "ZeroDivisionError"),
        ("exits", "SystemExit"),
        ("interrupts", "KeyboardInterrupt"),
        ("recurses", "RecursionError"),
        ("says_yes", "str"),
        ("scribbles", "事实"),
    ],
)
def test_a_faulty_answer_names_plugin_and_rule(rules: Any, mode: str, name: str, said: str) -> None:
    rules.use(mode, name, "healthy")
    decision = decide(name, "healthy")
    refusal = only_refusal(decision)
    assert (refusal.plugin, refusal.rule) == (name, f"{name}.route")
    assert name in refusal.sentence
    assert said in refusal.sentence
    assert refusal.cites
    assert decision.route is None
    assert decide("healthy").refusals == ()


@pytest.mark.parametrize("name", ["loops", "sleeps", "swallows", "slow_regex"])
def test_a_rule_that_runs_too_long_is_killed_and_named(rules: Any, name: str) -> None:
    rules.child(name, "healthy")
    assert decide("healthy").refusals == ()
    started = monotonic()
    decision = decide(name, "healthy")
    assert monotonic() - started < 3
    refusal = only_refusal(decision)
    assert (refusal.plugin, refusal.rule) == (name, f"{name}.route")
    assert "0.2 秒" in refusal.sentence
    assert decision.route is None
    assert ("healthy", "适用") in [(one.plugin, one.verdict) for one in decision.trace]
    assert decide("healthy").refusals == ()


def test_a_rule_that_ends_its_process_is_named(rules: Any) -> None:
    rules.child("dies", "healthy")
    refusal = only_refusal(decide("dies", "healthy"))
    assert (refusal.plugin, refusal.rule) == ("dies", "dies.route")
    assert decide("healthy").refusals == ()


def test_printing_does_not_harm_the_answer(rules: Any, mode: str) -> None:
    rules.use(mode, "prints")
    assert decide("prints").refusals == ()


def test_three_timeouts_in_a_row_hold_the_plugin_until_it_is_released(rules: Any) -> None:
    rules.child("slow_once", "healthy", time_limit=0.1)
    for _ in range(2):
        assert "0.1 秒" in only_refusal(decide("slow_once", title="慢")).sentence
    assert decide("slow_once").refusals == ()
    for _ in range(3):
        assert "0.1 秒" in only_refusal(decide("slow_once", title="慢")).sentence
    assert registry.held() == ("slow_once",)
    started = monotonic()
    refusal = only_refusal(decide("slow_once"))
    assert monotonic() - started < 0.1
    assert "3 次" in refusal.sentence
    assert decide("healthy").refusals == ()
    registry.release_hold("slow_once")
    assert registry.held() == ()
    assert decide("slow_once").refusals == ()


def test_others_are_answered_while_a_rule_loops(rules: Any) -> None:
    rules.child("loops", "healthy", time_limit=1.0)
    decide("healthy")
    looping = threading.Thread(target=decide, args=("loops",))
    looping.start()
    answered = 0
    while looping.is_alive() and answered < 5:
        assert decide("healthy").refusals == ()
        answered += 1
    assert answered == 5
    looping.join()


def test_no_answer_is_lost_among_threads_that_loop_die_and_behave(rules: Any) -> None:
    rules.child("dies", "loops", "healthy", time_limit=0.2)
    wrong: list[tuple[str, Decision]] = []

    def work(name: str, times: int) -> None:
        for _ in range(times):
            decision = decide(name)
            plugins = {one.plugin for one in decision.refusals}
            if plugins != (set() if name == "healthy" else {name}):
                wrong.append((name, decision))

    plan = [("healthy", 40), ("healthy", 40), ("dies", 2), ("loops", 2)]
    threads = [threading.Thread(target=work, args=row) for row in plan]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_plugin_that_is_active_twice_counts_at_its_nearest(rules: Any) -> None:
    rules.inline("sound", "healthy")
    active = [Active("sound", 3, True), Active("healthy", 1, False), Active("sound", 0, False)]
    for order in (active, active[::-1]):
        decision = registry.decide_manuscript(facts(), order)
        assert decision.route.plugin == "sound"
        assert [one.plugin for one in decision.trace][-1] == "healthy"
