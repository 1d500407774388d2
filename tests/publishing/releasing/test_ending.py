"""An item with an end: at its time it goes offline by itself, with reason and article, and stays so."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from guanwei.approvals.models import Permit
from guanwei.approvals.subjects import draft_of
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.publishing.models import Release
from guanwei.publishing.services import (
    end_due,
    ending,
    release,
    release_due,
    save_draft,
    set_end,
    stop,
)
from guanwei.testing.acts import no_refusals, signed, submitted

from .conftest import HOUR, Timed, row

pytestmark = pytest.mark.django_db
Online = Callable[..., Release]


def test_at_its_end_it_goes_offline_with_reason_and_article(online: Online) -> None:
    made = online(ends_at=clock.now() + HOUR)
    with clock.at(made.ends_at - timedelta(seconds=1)):
        assert end_due() == 0
    assert row(made).live
    with clock.at(made.ends_at):
        assert end_due() == 1
        assert end_due() == 0
    assert not row(made).live
    made.refresh_from_db()
    permit = Permit.objects.get(pk=made.permit_id)
    assert (made.state, permit.revoked_at is not None) == ("taken_down", True)
    assert "到期下线" in made.reason
    assert "附件1" in made.reason
    turn = made.turns.get()
    assert (turn.turn, turn.person, turn.cites[0]["article"]) == ("ended", None, "附件1")


def test_a_clock_that_jumps_back_puts_nothing_online_again(online: Online) -> None:
    made = online(ends_at=clock.now() + HOUR)
    with clock.at(made.ends_at):
        end_due()
    release_due()
    assert not row(made).live


def test_one_end_that_fails_does_not_stop_the_others(online: Online, monkeypatch: pytest.MonkeyPatch) -> None:
    end = clock.now() + HOUR
    broken, sound = online(ends_at=end), online(ends_at=end)
    real = ending.go_offline

    def failing(family: str, object_id: int, *rest: object) -> None:
        if object_id == broken.object_id:
            raise OSError("磁盘已满")
        real(family, object_id, *rest)

    monkeypatch.setattr(ending, "go_offline", failing)
    with clock.at(end):
        assert end_due() == 1
    broken.refresh_from_db()
    assert "OSError" in broken.problem
    assert (row(broken).live, row(sound).live) == (True, False)
    monkeypatch.setattr(ending, "go_offline", real)
    with clock.at(broken.try_at):
        assert end_due() == 1
    assert not row(broken).live


def test_people_move_the_end_or_lift_it(online: Online, people: dict[str, Person]) -> None:
    made = online(ends_at=clock.now() + HOUR)
    assert set_end(made.pk, people["editor"], None, "长期有效")
    assert "已经过去" in set_end(made.pk, people["leader"], clock.now() - HOUR, "早该下线")[0].sentence
    no_refusals(set_end(made.pk, people["leader"], None, "长期有效"))
    with clock.at(made.ends_at + HOUR):
        assert end_due() == 0
    assert row(made).live
    later = clock.now() + 3 * HOUR
    no_refusals(set_end(made.pk, people["publisher"], later, "只在汛期公开"))
    with clock.at(later):
        assert end_due() == 1
    assert not row(made).live
    assert [each.turn for each in made.turns.all()] == ["end_set", "end_set", "ended"]


def correction(made: Release, people: dict[str, Person]) -> int:
    """A signed correction of what is online."""
    newer = draft_of("page", made.object_id)
    newer.summary = f"更正{clock.now()}"
    save_draft(newer, people["editor"])
    return signed(submitted(newer, people["editor"]), people["reviewer"], people["leader"]).pk


def test_the_end_of_a_version_that_was_replaced_takes_nothing_down(
    online: Online, people: dict[str, Person]
) -> None:
    made = online(ends_at=clock.now() + HOUR)
    _newer, refusals = release(correction(made, people), people["publisher"])
    no_refusals(refusals)
    with clock.at(made.ends_at):
        assert end_due() == 0
    assert row(made).live


def test_while_a_correction_waits_to_be_released_the_end_still_holds(
    online: Online, people: dict[str, Person]
) -> None:
    made = online(ends_at=clock.now() + HOUR)
    correction(made, people)
    with clock.at(made.ends_at):
        assert end_due() == 1
    assert not row(made).live


def test_a_correction_is_not_timed_for_after_the_end(online: Online, people: dict[str, Person]) -> None:
    made = online(ends_at=clock.now() + HOUR)
    newer = correction(made, people)
    late, refusals = release(newer, people["publisher"], made.ends_at + HOUR)
    assert late is None
    assert "下线" in refusals[0].sentence
    in_time, refusals = release(newer, people["publisher"], clock.now() + HOUR / 2)
    no_refusals(refusals)
    assert in_time is not None
    assert set_end(made.pk, people["publisher"], clock.now() + HOUR / 4, "提前下线")


def test_what_never_came_out_before_its_end_does_not_come_out_after(timed: Timed) -> None:
    made = timed(clock.now() + HOUR, clock.now() + 2 * HOUR)
    with clock.at(clock.now() + 3 * HOUR):
        assert end_due() == 1
        assert release_due() == 0
    made.refresh_from_db()
    assert (made.state, row(made).live) == ("taken_down", False)
    assert Permit.objects.get(pk=made.permit_id).revoked_at is not None


def test_the_end_of_a_stopped_release_leaves_the_older_version_online(
    online: Online, people: dict[str, Person]
) -> None:
    made = online()
    newer, refusals = release(
        correction(made, people), people["publisher"], clock.now() + HOUR, clock.now() + 2 * HOUR
    )
    no_refusals(refusals)
    assert newer is not None
    no_refusals(stop(newer.pk, people["publisher"], "再看看"))
    with clock.at(clock.now() + 3 * HOUR):
        assert end_due() == 0
    assert row(made).live
