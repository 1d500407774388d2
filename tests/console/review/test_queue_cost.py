"""What 等我处理 costs a publisher who also signs for somebody: the same at any length."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
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


def _asked(client: Client, address: str) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return [each["sql"] for each in asked.captured_queries]


@pytest.mark.usefixtures("lent")
def test_the_queue_costs_the_same_at_any_length(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["publisher"])
    _wait(county, people, 3)
    _asked(client, QUEUE)
    few = _asked(client, QUEUE)
    for each in few: print(each[:300]); print()
    assert len(few) == 1
