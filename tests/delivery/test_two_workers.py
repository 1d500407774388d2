"""Two workers at once: one send (law L7)."""

import threading

import pytest
from delivery.posting import Out, fresh
from django.db import connection, connections, transaction
from guanwei.delivery import services
from guanwei.delivery.models import Delivery, DeliveryState
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.services.claims import claim

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.law("L7")]


def at_once(count: int) -> None:
    """Run a worker's round in ``count`` threads that start together."""
    gate = threading.Barrier(count)
    errors: list[BaseException] = []

    def round_of_one() -> None:
        try:
            gate.wait(10)
            services.send_due()
        except BaseException as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=round_of_one) for _number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert errors == []


def test_four_workers_send_once(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    at_once(4)
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)


def test_four_workers_ask_about_an_unknown_outcome_and_nobody_resends(
    out: Out, platform: RecordingServer
) -> None:
    platform.faults.append("drop_after")
    delivery = out()
    services.send_due()
    row = fresh(delivery)
    row.look_at = row.due_at
    row.save()
    at_once(4)
    assert (fresh(delivery).state, len(platform.posts)) == ("sent", 1)
    assert fresh(delivery).attempts.filter(event="receipt").count() == 1


def test_a_row_that_another_worker_is_claiming_is_passed_over(out: Out, platform: RecordingServer) -> None:
    """On PostgreSQL without waiting; SQLite has one writer at a time and decides by the state."""
    delivery = out()
    found: list[Delivery | None] = []

    def other() -> None:
        try:
            found.append(claim(delivery.pk, "other", DeliveryState.PREPARED, DeliveryState.IN_FLIGHT))
        finally:
            connections.close_all()

    thread = threading.Thread(target=other)
    if connection.features.has_select_for_update_skip_locked:
        with transaction.atomic():
            Delivery.objects.select_for_update().get(pk=delivery.pk)
            thread.start()
            thread.join(10)
            assert not thread.is_alive()
    else:
        claim(delivery.pk, "first", DeliveryState.PREPARED, DeliveryState.IN_FLIGHT)
        thread.start()
        thread.join(10)
    assert found == [None]
