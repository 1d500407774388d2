"""A short soak on PostgreSQL, as long as so many acts take: nothing lost, nothing double, no deadlock."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from guanwei.delivery.recording_server import RecordingServer
from guanwei.publishing.models import Post
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.bench.soak.checking import lost, undone
from guanwei.testing.bench.soak.clerks import Clerk, NothingToDo, Shift
from guanwei.testing.bench.soak.ledger import Accepted, Ledger
from guanwei.testing.bench.soak.running import soak
from guanwei.testing.scenes import County, write_post

ACTS = 160
ACTS_BETWEEN_KILLS = 50


@pytest.fixture
def platform(settings: Any) -> Iterator[RecordingServer]:
    server = RecordingServer().start()
    settings.GUANWEI_RECORDING_URL = server.url
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.law("L1", "L5", "L7")
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_eight_people_at_work_while_workers_are_killed(platform: RecordingServer) -> None:
    def over(ledger: Ledger) -> bool:
        return ledger.acts >= ACTS

    def kill_now(ledger: Ledger, killed: int) -> bool:
        return ledger.acts >= (killed + 1) * ACTS_BETWEEN_KILLS

    workers = {
        "DJANGO_SETTINGS_MODULE": "project.settings.bench_soak",
        "GUANWEI_DB_NAME": str(connection.settings_dict["NAME"]),
    }
    found = soak(platform, over, kill_now, seed="a test", environment=workers)
    print(found.ledger.told())  # noqa: T201 - for whoever looks
    assert found.ledger.errors == []
    assert (found.lost, found.double, found.out_of_step) == ([], [], [])
    assert (found.unpermitted, found.unsettled, found.deadlocks) == ([], [], 0)
    assert found.killed >= ACTS // ACTS_BETWEEN_KILLS - 1
    assert found.sent > 0
    assert {each.kind for each in found.ledger.accepted} >= {"write", "edit", "submit", "sign", "release"}


@pytest.mark.django_db
def test_a_clerk_takes_down_what_is_public(county: County) -> None:
    people = county.water.people
    shift = Shift(county.water, Ledger(), lambda: True)
    clerk = Clerk(shift, people["publisher"], ["take_down"], "a test")
    online, draft = (write_post(county.water, people["editor"]) for _each in range(2))
    shift.posts += [online.pk, draft.pk]
    with pytest.raises(NothingToDo):
        clerk.do_take_down()
    submission = signed(submitted(online, people["editor"]), people["reviewer"], people["leader"])
    released(submission, people["publisher"])
    trace = clerk.do_take_down()
    assert trace is not None
    assert not Post.objects.get(pk=online.pk).live
    done = [Accepted("take_down", trace)]
    assert lost(done) == []
    assert "take_down" not in undone(done)
    assert "release" in undone(done)
