"""The soak itself: eight people, two workers, then the quiet in which everything settles."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from guanwei.audit import clock
from guanwei.delivery.models import Delivery, DeliveryState
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.services import send_due
from guanwei.publishing.services import release_due
from guanwei.testing.bench.soak import checking
from guanwei.testing.bench.soak.clerks import Clerk, Shift
from guanwei.testing.bench.soak.ledger import Ledger
from guanwei.testing.bench.soak.workers import Workers
from guanwei.testing.scenes import Agency, add_person, make_county, put_in_post

EDITOR = ["write"] * 3 + ["edit"] * 3 + ["submit"] * 4 + ["withdraw"]
REVIEWER = ["sign"] * 8 + ["send_back"]
PUBLISHER = ["release"] * 6 + ["take_down", "send_back"]
# Eight people; the posts are those of the county's book.
CREW = (
    ("editor", EDITOR),
    ("editor", EDITOR),
    ("editor", EDITOR),
    ("reviewer", REVIEWER),
    ("reviewer", REVIEWER),
    ("leader", REVIEWER),
    ("publisher", PUBLISHER),
    ("publisher", PUBLISHER),
)
CHANNEL = "recording-weibo"
ROLES = {"editor": "county.editor", "reviewer": "county.reviewer", "publisher": "county.publisher"}
# Later than any claim, any wait and any "not there yet" of a platform.
LATER = (timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1), timedelta(hours=3))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in the end; every list is empty where all went well."""

    ledger: Ledger
    killed: int
    sent: int
    lost: list[str]
    double: list[str]
    out_of_step: list[str]
    unpermitted: list[str]
    unsettled: list[str]
    deadlocks: int
    undone: list[str]


def _crew(agency: Agency, shift: Shift, seed: str) -> list[Clerk]:
    """The agency's own people and, where two work at one post, one more."""
    made, seen = [], set[str]()
    for number, (post, duties) in enumerate(CREW):
        person = agency.people[post]
        if post in seen:
            person = add_person(f"{agency.unit.slug}-{post}-{number}", f"{post} {number}")
            put_in_post(person, ROLES[post], agency.section)
        seen.add(post)
        made.append(Clerk(shift, person, duties, f"{seed}/{number}"))
    return made


def soak(
    platform: RecordingServer,
    over: Callable[[Ledger], bool],
    kill_now: Callable[[Ledger, int], bool],
    seed: str,
    environment: Mapping[str, str] | None = None,
) -> Outcome:
    """Until ``over`` everybody works, and a worker is killed whenever ``kill_now`` says so. Then all is compared."""
    county = make_county()
    county.water.weibo.channel = CHANNEL
    county.water.weibo.save()
    before = checking.deadlocks()
    workers = Workers({"GUANWEI_RECORDING_URL": platform.url, **(environment or {})}, seed)
    try:
        ledger = _work(county.water, workers, over, kill_now, seed)
    finally:
        workers.stop()
    _settle()
    return _judged(ledger, workers.killed, platform, before)


def _work(
    agency: Agency,
    workers: Workers,
    over: Callable[[Ledger], bool],
    kill_now: Callable[[Ledger, int], bool],
    seed: str,
) -> Ledger:
    ledger = Ledger()
    clerks = _crew(agency, Shift(agency, ledger, lambda: over(ledger)), seed)
    for each in clerks:
        each.start()
    while any(each.is_alive() for each in clerks):
        if kill_now(ledger, workers.killed):
            workers.kill_one()
        threading.Event().wait(0.05)
    return ledger


def _settle() -> None:
    """What the workers would do in the hours that follow, done now: claims run out, platforms are asked."""
    for later in LATER:
        with clock.at(clock.now() + later):
            release_due()
            while send_due():
                pass


def _judged(ledger: Ledger, killed: int, platform: RecordingServer, deadlocks_before: int) -> Outcome:
    """Everything compared with everything."""
    posts = list(platform.posts)
    open_ones = Delivery.objects.filter(state__in=checking.UNSETTLED, due=True).values_list("key", "state")
    return Outcome(
        ledger,
        killed,
        Delivery.objects.filter(state=DeliveryState.SENT).count(),
        checking.lost(ledger.accepted),
        checking.sent_twice(posts),
        checking.out_of_step(posts),
        checking.unpermitted(),
        [f"{key} is {state}" for key, state in open_ones],
        checking.deadlocks() - deadlocks_before,
        checking.undone(ledger.accepted),
    )
