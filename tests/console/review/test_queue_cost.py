"""What 等我处理 costs a publisher who also signs for somebody: the same at any length."""

from copy import copy
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import F, QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from guanwei.approvals.models import RouteStep
from guanwei.audit import clock
from guanwei.delivery.models import Delivery, DeliveryState
from guanwei.organisations.models import Appointment, Person
from guanwei.organisations.services import delegate
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import County, write_post

from .conftest import Enter

QUEUE = "/admin/console/queue/"
BUDGET = 15


@pytest.fixture
def lent(county: County, people: dict[str, Person]) -> None:
    """The publisher signs for the reviewer in writing."""
    held = Appointment.objects.get(person=people["reviewer"])
    today = clock.today()
    until = date(today.year + 1, 1, 31)
    _made, refusals = delegate(
        held, people["publisher"], today, until, "代签授权书", by=people["administrator"]
    )
    no_refusals(refusals)


def _wait(county: County, people: dict[str, Person], count: int) -> None:
    """``count`` items before the lent review, and as many deliveries to be published by hand."""
    for _ in range(count):
        submitted(write_post(county.water, people["editor"]), people["editor"])
        done = submitted(write_post(county.water, people["editor"]), people["editor"])
        released(signed(done, people["reviewer"], people["leader"]), people["publisher"])


def _multiply(times: int) -> None:
    """As many more of the waiting rows; walking each through its route would take minutes."""
    step = RouteStep.objects.filter(position=F("submission__position"), submission__state="open").first()
    delivery = Delivery.objects.filter(state=DeliveryState.WAITING_PERSON).first()
    for number in range(times):
        item = _copied(step.submission, object_id=100_000 + number)
        _copied(step, submission=item)
        part = _copied(delivery.part, variant=f"copy-{number}")
        _copied(delivery, part=part, key=f"copy-{number}")


def _copied(row: Any, **changes: Any) -> Any:
    """Past the record's own manager, which writes history with each row."""
    made = copy(row)
    made.pk = None
    for name, value in changes.items():
        setattr(made, name, value)
    return QuerySet(type(row)).bulk_create([made])[0]


def _asked(client: Client, address: str = QUEUE) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.usefixtures("lent")
def test_the_queue_costs_the_same_at_any_length(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["publisher"])
    _wait(county, people, 3)
    _asked(client)
    few = _asked(client)
    _multiply(117)
    many = _asked(client)
    assert "240 件" in client.get(QUEUE).content.decode()
    assert few == many <= BUDGET
    assert max(_asked(client, f"{QUEUE}?p={page}") for page in (5, 10)) <= BUDGET


@pytest.mark.usefixtures("lent")
def test_the_delegate_finds_what_was_lent_and_the_own_deliveries(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    _wait(county, people, 1)
    page = enter(people["publisher"]).get(QUEUE).content.decode()
    for words in ("2 件", "审核", "等待人工发布"):
        assert words in page


def test_each_right_is_read_once_for_a_screen(people: dict[str, Person], enter: Enter) -> None:
    client = enter(people["publisher"])
    with CaptureQueriesContext(connection) as asked:
        client.get(QUEUE)
    for table in ("organisations_appointment", "organisations_unit"):
        assert sum(f'FROM "{table}"' in each["sql"].split("WHERE")[0] for each in asked.captured_queries) <= 1
