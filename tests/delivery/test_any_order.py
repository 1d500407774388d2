"""Whatever the order of rounds, crashes, answers, people's acts and jumps of the clock (law L7).

A platform never holds two posts of one marker, no delivery stands in a state that contradicts the platform,
and what is unknown is said so.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

import pytest
from delivery.fake_platform import FINDING, SENDING, Died, FakePlatform
from delivery.posting import Out, events, fresh
from django.db import connection, transaction
from guanwei.audit import clock
from guanwei.delivery import services
from guanwei.delivery.models import Delivery
from guanwei.delivery.models import DeliveryState as State
from guanwei.delivery.queries import sentence_of
from guanwei.delivery.services import persons, reconciling
from guanwei.delivery.services import sending as sending_
from guanwei.publishing.models.releases import PartState, ReleaseState
from guanwei.publishing.services.taking_down import close_releases
from guanwei.registry import catalogue
from guanwei.testing.scenes import County
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

pytestmark = [pytest.mark.django_db, pytest.mark.law("L7")]

NOT_THERE = {State.PREPARED, State.FAILED, State.HELD, State.WITHDRAWN, State.WAITING_PERSON}
ENDS = NOT_THERE | {State.SENT}
JUMPS = [1.0, 6.0, 16.0, 61.0, 100.0, 121.0, 600.0, 3 * 3600.0, -1.0, -90.0, -7200.0]
# Before the content is read, after a write (the announcement comes first), before the outcome is written.
SLEEPING = ["message_of", "holding", "conclude"]
which = st.integers(0, 1)


class Sender(RuleBasedStateMachine):
    """Two deliveries, one platform, any number of workers one after another or one inside another's call."""

    county: County
    deliveries: list[Delivery]
    platform: FakePlatform

    def __init__(self) -> None:
        super().__init__()
        # Rolled back at the end; the services' durable transactions are told that a test holds it.
        self.all = transaction.atomic()
        self.all._from_testcase = True  # type: ignore[attr-defined]
        self.all.__enter__()
        self.now = clock.now()
        # Markers that turned up on the platform after it had said that they weren't there.
        self.turned_up: set[str] = set()
        vars(self.platform).update(vars(FakePlatform(self.now)))

    def teardown(self) -> None:
        self.end_well()
        transaction.set_rollback(True)
        self.all.__exit__(None, None, None)

    @contextmanager
    def time(self) -> Iterator[None]:
        with clock.at(self.now):
            yield

    def round(self) -> None:
        """A worker's round; whoever dies in it is followed by another one."""
        with self.time(), suppress(Died):
            services.send_due()

    @rule(seconds=st.sampled_from(JUMPS), sending=st.sampled_from(SENDING), finding=st.sampled_from(FINDING))
    def time_passes_and_a_worker_goes_round(self, seconds: float, sending: str, finding: str) -> None:
        self.platform.next_sendings, self.platform.next_finding = [sending], finding
        self.time_passes(seconds, again=True)

    def time_passes(self, seconds: float, again: bool) -> None:
        self.now += timedelta(seconds=seconds)
        self.platform.pass_time(seconds)
        if again:
            self.round()

    @rule(passes=st.booleans())
    def platform_decides(self, passes: bool) -> None:
        self.platform.decide(passes)

    @rule(
        seconds=st.sampled_from([0.0, 31.0, 85.0]), rounds=st.integers(1, 2), sending=st.sampled_from(SENDING)
    )
    def another_works_during_the_call(self, seconds: float, rounds: int, sending: str) -> None:
        self.platform.next_sendings = [sending]
        self.platform.meanwhile = lambda: self.others_work(seconds, rounds)
        self.round()
        self.platform.meanwhile = None

    @rule(
        place=st.sampled_from(SLEEPING),
        seconds=st.sampled_from([31.0, 130.0, 3600.0]),
        rounds=st.integers(1, 3),
        sending=st.sampled_from(SENDING),
    )
    def worker_sleeps(self, place: str, seconds: float, rounds: int, sending: str) -> None:
        """The machine stands still at a place, and others go on as far as they may."""
        real = getattr(sending_, place)

        def sleep() -> None:
            setattr(sending_, place, real)
            self.others_work(seconds, rounds)
            for which in range(2):
                self.person(services.retry, which)
            self.round()
            # The round that slept wakes to the new time; it sets its own back when it ends.
            clock._set_to.set(self.now)

        def before(*args: Any, **kwargs: Any) -> Any:
            sleep()
            return real(*args, **kwargs)

        @contextmanager
        def after(*args: Any) -> Iterator[Any]:
            with real(*args) as row:
                yield row
            sleep()

        self.platform.next_sendings = [sending]
        setattr(sending_, place, after if place == "holding" else before)
        try:
            self.round()
        finally:
            setattr(sending_, place, real)

    def others_work(self, seconds: float, rounds: int) -> None:
        for _turn in range(rounds):
            self.time_passes(seconds, again=True)

    @rule(statement=st.integers(1, 60), after=st.booleans(), sending=st.sampled_from(SENDING))
    def worker_dies_at_a_statement(self, statement: int, after: bool, sending: str) -> None:
        self.platform.next_sendings = [sending]
        with connection.execute_wrapper(Killing(statement, after)):
            self.round()

    @rule(which=which, sending=st.sampled_from(SENDING), seconds=st.sampled_from([0.0, 6.0, 130.0, 600.0]))
    def person_sends_again(self, which: int, sending: str, seconds: float) -> None:
        """As soon as it may be, which is when nothing stands against it."""
        self.time_passes(seconds, again=True)
        self.person(services.retry, which)
        self.platform.next_sendings = [sending]
        self.round()

    @rule(which=which)
    def it_turns_up_after_all(self, which: int) -> None:
        """Later than anybody waits: what a platform said wasn't there is there."""
        row = fresh(self.deliveries[which])
        # Somebody's word that they looked counts as much as the platform's.
        vouched = "said_absent" in events(row)
        if row.state == State.FAILED and not vouched and not self.platform.holds(row.key):
            self.platform.public.append(row.key)
            self.turned_up.add(row.key)

    @rule(which=which)
    def person_asks(self, which: int) -> None:
        with self.time():
            services.reconcile(fresh(self.deliveries[which]), self.county.water.people["publisher"])

    @rule(which=which)
    def person_looks_on_the_platform(self, which: int) -> None:
        """Whoever looks tells what is there."""
        delivery = self.deliveries[which]
        if delivery.key in self.platform.public:
            self.person(
                lambda row, by: services.record_address(row, self.platform.address(row.key), by), which
            )
        elif delivery.key not in self.platform.reviewing:
            self.person(lambda row, by: services.say_absent(row, "公众号后台已发布列表", by), which)

    @rule(which=st.just(0))
    def person_takes_it_down(self, which: int) -> None:
        release = self.deliveries[which].part.release
        with self.time():
            close_releases(release.family, release.object_id, self.county.water.people["leader"], "内容有误")

    def person(self, act: Callable[[Delivery, Any], Any], which: int) -> None:
        with self.time():
            act(fresh(self.deliveries[which]), self.county.water.people["publisher"])

    @invariant()
    def one_post_a_marker(self) -> None:
        for each in self.deliveries:
            assert self.platform.holds(each.key) <= 1, events(each)

    @invariant()
    def no_state_contradicts_the_platform(self) -> None:
        for each in map(fresh, self.deliveries):
            there = self.platform.holds(each.key)
            if each.state == State.SENT:
                assert each.key in self.platform.public, events(each)
                assert each.address == self.platform.address(each.key)
            elif each.state in NOT_THERE and each.key not in self.turned_up:
                assert not there, (each.state, events(each))

    @invariant()
    def what_is_unknown_is_said_so(self) -> None:
        with self.time():
            for each in map(fresh, self.deliveries):
                if each.state in (State.UNKNOWN, State.PENDING):
                    assert any(word in sentence_of(each) for word in ("查", "核对"))
                    assert each.look_at is not None
                if each.state != State.SENT:
                    assert sentence_of(each).endswith("。")

    def end_well(self) -> None:
        """With a platform that answers, everything comes to an end that is true."""
        self.platform.next_sendings, self.platform.next_finding = [], "tells"
        self.platform.decide(True)
        for seconds in (7300, 130, 130, 130, 1900, 130):
            self.now = max(self.now, self.platform.now)
            self.time_passes(seconds, again=True)
        self.one_post_a_marker()
        self.no_state_contradicts_the_platform()
        for each in map(fresh, self.deliveries):
            assert each.state in ENDS, events(each)
            assert (each.state == State.SENT) == (each.part.state == PartState.DONE)
            assert each.state != State.PREPARED or each.part.release.state == ReleaseState.TAKEN_DOWN


class Killing:
    """Ends the process at its n-th statement. A savepoint's own statements stand for begin and commit."""

    def __init__(self, statement: int, after: bool) -> None:
        self.left, self.after = statement, after

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "SAVEPOINT" in sql:
            return execute(sql, params, many, context)
        self.left -= 1
        if self.left == 0 and not self.after:
            raise Died
        result = execute(sql, params, many, context)
        if self.left == 0:
            raise Died
        return result


@pytest.fixture
def machine(county: County, out: Out, monkeypatch: pytest.MonkeyPatch) -> type[Sender]:
    platform = FakePlatform(clock.now())
    for module in (sending_, reconciling):
        monkeypatch.setattr(module, "transport_of", lambda _channel: platform)
    # A channel whose addresses people can bring back.
    by_hand = catalogue().channel("weibo-manual")
    monkeypatch.setattr(persons, "channel_named", lambda _channel: by_hand)
    deliveries = [out(), out(title="另一条")]

    class Bound(Sender):
        pass

    Bound.county, Bound.deliveries, Bound.platform = county, deliveries, platform
    return Bound


@pytest.mark.defends("platform: replies lost, late, twice, garbled, in any order", by="platform")
def test_whatever_happens_at_most_one_send_and_no_state_lies(machine: type[Sender]) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=25,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )


@pytest.mark.parametrize("place", SLEEPING)
@pytest.mark.parametrize("seconds", [130.0, 3600.0])
def test_wherever_a_worker_sleeps_and_whatever_came_of_the_others(
    machine: type[Sender], place: str, seconds: float
) -> None:
    """Every combination that the machine draws from: the sleeper wakes to each of them."""
    for rounds in (1, 2, 3):
        for sending in SENDING:
            scene = machine()
            try:
                scene.worker_sleeps(place, seconds, rounds, sending)
                scene.one_post_a_marker()
                scene.no_state_contradicts_the_platform()
            finally:
                scene.teardown()
