"""Rules that take what isn't theirs: memory, threads, processes. None of it is charged to another plugin."""

from pathlib import Path
from typing import Any

import pytest
from guanwei import registry
from guanwei.api import Decision
from guanwei.registry import Active
from registry.builders import facts, gone

pytestmark = pytest.mark.law("L6")
# None of these is slow; a busy machine may be.
UNHURRIED = 5.0


def decide(name: str) -> Decision:
    return registry.decide_manuscript(facts(), [Active(name, 0, False)])


def lane_pids() -> set[int]:
    running: Any = registry.engine._running
    lanes = running.asker._pool._lanes
    return {lane.pid for lane in lanes if lane.running}


def descendants(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("devours", "MemoryError"),
        ("hoards", "终止了规则进程"),
        ("babbles", "终止了规则进程"),
        ("leaves_a_thread", "结束后还留有线程在运行"),
    ],
)
def test_it_is_held_and_named_and_the_next_plugin_asked_in_a_fresh_process(
    rules: Any, name: str, said: str
) -> None:
    rules.child(name, "healthy", time_limit=UNHURRIED)
    (refusal,) = decide(name).refusals
    assert (refusal.plugin, refusal.rule) == (name, f"{name}.route")
    assert said in refusal.sentence
    spoilt = lane_pids()
    for _each_process in range(2):
        assert decide("healthy").refusals == ()
    assert decide(name).refusals
    assert lane_pids() != spoilt


def test_a_thread_that_was_waited_for_is_nobodys_business(rules: Any) -> None:
    rules.child("joins_a_thread", time_limit=UNHURRIED)
    assert decide("joins_a_thread").refusals == ()


def test_a_fork_neither_answers_nor_stays(rules: Any, is_alive: Any) -> None:
    rules.child("forks", "healthy", time_limit=UNHURRIED)
    for _each_process in range(2):
        assert decide("forks").refusals == ()
        assert decide("healthy").refusals == ()
    assert gone([child for pid in lane_pids() for child in descendants(pid)], is_alive, 5)
