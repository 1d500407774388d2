"""Whoever needs several rows of a release holds them in one order, so that no two acts wait for each other."""

import re
from collections.abc import Callable

import pytest
from delivery.posting import Out, fresh
from django.db import connection
from django.test.utils import CaptureQueriesContext
from guanwei.approvals.subjects import row_of
from guanwei.audit import clock
from guanwei.delivery import services
from guanwei.delivery.models import Delivery, Recall
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.services import persons
from guanwei.delivery.services.withdrawing import withdraw_superseded, withdraw_taken_down
from guanwei.organisations.models import Person
from guanwei.publishing.services import end_due, take_down
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]
# As publishing/services/locking.py says.
ORDER = [
    "approvals_submission",
    "publishing_release",
    "approvals_permit",
    "publishing_releasepart",
    "delivery_delivery",
]
HOLDING = re.compile(r'FROM "(\w+)".* FOR UPDATE')
WEIBO = "https://weibo.com/1234567890/Abcdef123"


def held(act: Callable[[], object]) -> list[str]:
    """The tables whose rows ``act`` held, each where it came first."""
    with CaptureQueriesContext(connection) as caught:
        act()
    found = [HOLDING.search(each["sql"]) for each in caught]
    return [each for each in dict.fromkeys(each[1] for each in found if each) if each in ORDER]


def in_order(tables: list[str], *needed: str) -> None:
    assert set(needed) <= set(tables)
    assert tables == sorted(tables, key=ORDER.index)


PLAN_PART_DELIVERY = ("publishing_release", "publishing_releasepart", "delivery_delivery")


@pytest.fixture
def people(county: County) -> dict[str, Person]:
    return county.water.people


@pytest.fixture
def published(out: Out, people: dict[str, Person]) -> Delivery:
    """Out by hand."""
    delivery = out("weibo-manual")
    no_refusals(services.record_address(delivery, WEIBO, people["publisher"]))
    return fresh(delivery)


def test_what_is_not_handed_over_any_more(out: Out) -> None:
    release = out("weibo-manual").part.release
    tables = held(lambda: withdraw_superseded(release.family, release.object_id))
    in_order(tables, *PLAN_PART_DELIVERY)


def test_what_was_taken_down(out: Out, people: dict[str, Person]) -> None:
    release = out("weibo-manual").part.release
    no_refusals(take_down(row_of(release.family, release.object_id), people["publisher"], "有误"))
    in_order(held(withdraw_taken_down), *PLAN_PART_DELIVERY)


def test_a_receipt(out: Out, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persons, "try_hand_in_receipt", lambda *_args, **_more: False)
    no_refusals(services.record_address(out("weibo-manual"), WEIBO, people["publisher"]))
    in_order(held(services.hand_in_receipts), *PLAN_PART_DELIVERY)


def test_a_demand_to_take_back(published: Delivery, people: dict[str, Person]) -> None:
    tables = held(lambda: services.recall(published.pk, people["publisher"], "有误"))
    in_order(tables, *PLAN_PART_DELIVERY)
    assert Recall.objects.exists()


def test_a_post_that_is_gone(published: Delivery, people: dict[str, Person]) -> None:
    no_refusals(services.recall(published.pk, people["publisher"], "有误"))
    demand = Recall.objects.get()
    tables = held(lambda: services.say_deleted(demand.pk, people["publisher"]))
    in_order(tables, *PLAN_PART_DELIVERY)


def test_a_page_taken_down_with_its_post(
    out_with_page: Out, people: dict[str, Person], platform: RecordingServer
) -> None:
    delivery = out_with_page()
    services.send_due()
    release = delivery.part.release
    page = row_of(release.family, release.object_id)
    tables = held(lambda: services.take_down_with_posts(page, people["publisher"], "有误", [delivery.pk]))
    in_order(tables, "approvals_submission", *PLAN_PART_DELIVERY)


def test_an_end_that_has_come(out_with_page: Out, platform: RecordingServer) -> None:
    release = out_with_page().part.release
    release.ends_at = clock.now()
    release.save()
    in_order(held(end_due), "approvals_submission", "publishing_release")
