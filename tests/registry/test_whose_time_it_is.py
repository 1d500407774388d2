"""A plugin's limit counts the time that its rule process was at the call: not the queue, not the way back."""

from concurrent.futures import Future
from typing import Any

import pytest
from guanwei.registry import lane, place
from guanwei.registry.lane import Lane

pytestmark = pytest.mark.law("L6")

LIMIT = 0.5


class Clock:
    """The clock that all processes share, moved by the test."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Answered(Future):  # type: ignore[type-arg]
    """An answer that comes when the clock has reached ``at``; waiting for it moves the clock."""

    def __init__(self, clock: Clock, at: float) -> None:
        super().__init__()
        self.clock, self.at = clock, at
        self.meanwhile: list[tuple[float, float]] = []

    def result(self, timeout: float | None = None) -> Any:
        assert timeout is not None
        self.clock.now = min(self.clock.now + timeout, max(self.at, self.clock.now))
        for moment, began in self.meanwhile:
            if self.clock.now >= moment:
                self.place.began = began
        if self.clock.now < self.at:
            raise TimeoutError
        return "answer"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(lane, "monotonic", made)
    monkeypatch.setattr(place, "monotonic", made)
    return made


def wait(clock: Clock, at: float, *meanwhile: tuple[float, float]) -> Any:
    """Wait on a lane for an answer at ``at`` seconds; ``meanwhile``: at which second ``began`` becomes what."""
    start, used = clock.now, Lane("spawn")
    future = Answered(clock, start + at)
    future.place = used._place
    future.meanwhile = [(start + moment, start + began if began >= 0 else 0.0) for moment, began in meanwhile]
    return used._wait(future.result, LIMIT)


def test_a_rule_that_uses_up_its_limit_is_given_up(clock: Clock) -> None:
    started = clock.now
    with pytest.raises(TimeoutError):
        wait(clock, 60, (0.0, 0.0))
    assert LIMIT <= clock.now - started < 2 * LIMIT


def test_a_call_that_lay_untouched_has_its_whole_limit_from_when_it_is_taken(clock: Clock) -> None:
    assert wait(clock, 0.9, (0.45, 0.45)) == "answer"


def test_an_answer_that_is_slow_to_come_back_is_waited_for(clock: Clock) -> None:
    """The rule took a tenth; a thread among many busy ones hears of it later."""
    assert wait(clock, 3.0, (0.0, 0.0), (0.05, -1)) == "answer"


def test_a_process_that_never_takes_the_call_is_given_up_in_the_end(clock: Clock) -> None:
    started = clock.now
    with pytest.raises(TimeoutError):
        wait(clock, 600)
    assert clock.now - started < LIMIT + 2 * lane.PATIENCE
