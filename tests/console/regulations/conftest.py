"""Somebody signed in, and an agency that lives by a printed rule book."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from guanwei import registry
from guanwei.organisations.models import Person
from guanwei.organisations.services import switch_on
from guanwei.testing.scenes import County

Enter = Callable[[Person], Client]


@pytest.fixture
def enter() -> Enter:
    """Sign a person in."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(Person.objects.get(pk=person.pk))
        return client

    return signed_in


@pytest.fixture
def ruled(county: County) -> Iterator[County]:
    """The water bureau lives by ``printed.rules``."""
    before = registry.configuration()
    registry.configure("inline", extra={"printed": "dummy_plugins.printed"})
    assert not switch_on(county.water.unit, "printed", by=None, reason="按本局规定")
    yield county
    registry.configure(before.mode, before.time_limit, before.extra)
