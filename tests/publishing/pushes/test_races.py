"""Two at once: one push a day, one push an item, and no signature on an item that has just gone."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, connections
from guanwei.approvals.models import Submission
from guanwei.approvals.services import send_back, sign
from guanwei.publishing.models import PushPlace, PushSlot, Release
from guanwei.publishing.queries import push_refusals
from guanwei.publishing.services import release, submit
from publishing.pushes.desk import Desk, standing

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each act answered; all start together."""
    gate = threading.Barrier(len(acts))
    answers: list[Any] = [None] * len(acts)

    def act(number: int) -> None:
        try:
            gate.wait(10)
            answers[number] = acts[number]()
        except Exception as error:
            answers[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=act, args=[number]) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


@pytest.fixture
def unrivalled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two pushes get as far as their releases: as if both had been submitted at one moment."""
    monkeypatch.setattr(push_refusals, "rival_refusals", lambda *_args: [])


@pytest.mark.defends("push: two releases for one day at once", by="signer")
def test_two_releases_at_once_take_one_slot(desk: Desk, unrivalled: None) -> None:
    picks = desk.items(4)
    pushes = [desk.signed(desk.push(picks[:2])), desk.signed(desk.push(picks[2:]))]
    desk.release_items(picks)
    publisher = desk.people["publisher"]
    answers = at_once(*(lambda each=each: release(each.pk, publisher) for each in pushes))
    done = [made for made, _refusals in answers if made is not None]
    said = [str(refusals[0]) for made, refusals in answers if made is None]
    assert len(done) == 1
    assert "每天最多推送1次" in said[0]
    assert PushSlot.objects.filter(freed_at__isnull=True).count() == 1
    assert Release.objects.filter(family="push").count() == 1


@pytest.mark.defends("push: one item submitted in two pushes at once", by="editor")
def test_two_submissions_at_once_do_not_share_an_item(desk: Desk, unrivalled: None) -> None:
    picks = desk.items(3)
    pushes = [desk.push(picks[:2]), desk.push(picks[1:])]
    editor = desk.people["editor"]
    answers = at_once(*(lambda each=each: submit(each, editor) for each in pushes))
    assert sorted(made is None for made, _refusals in answers) == [False, True]
    assert PushPlace.objects.filter(state="standing", object_id=picks[1][1], family=picks[1][0]).count() == 1
    assert Submission.objects.filter(family="push").count() == 1


@pytest.mark.defends("push: item sent back while the push is being submitted or signed", by="signer")
@pytest.mark.parametrize("moment", ["submitting", "signing"])
def test_an_item_sent_back_at_that_moment_leaves_no_push_standing(desk: Desk, moment: str) -> None:
    picks = desk.items(2)
    push = desk.push(picks)
    item = standing(picks[1])
    if moment == "submitting":
        act: Callable[[], Any] = lambda: submit(push, desk.people["editor"])  # noqa: E731
    else:
        waiting = desk.submitted(push)
        step = waiting.steps.get(position=0)
        act = lambda: sign(waiting.pk, step.pk, desk.people["reviewer"], waiting.parts)  # noqa: E731
    answers = at_once(act, lambda: send_back(item.pk, desk.people["publisher"], "标题要改"))
    assert not any(isinstance(each, Exception) for each in answers), answers
    assert not PushPlace.objects.filter(state="standing").exists()
    assert not Submission.objects.filter(family="push", state__in=["open", "permitted"]).exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_the_constraint_holds_without_the_services(desk: Desk) -> None:
    from django.db import IntegrityError
    from guanwei.audit import clock

    delivery = desk.out(desk.items(2))
    slot = PushSlot.objects.get()
    other = Release.objects.exclude(pk=delivery.part.release_id).first()
    with pytest.raises(IntegrityError):
        PushSlot.objects.create(
            release=other,
            account=slot.account,
            day=clock.today(),
            month=slot.month,
            of_day=slot.of_day,
            of_month=9,
        )
