"""People before the sign-in page, and a clock that can be set forward."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from guanwei.audit import clock
from guanwei.organisations.models import DoorEntry, Person
from guanwei.testing.scenes import PASSWORD, County

SignIn = Callable[..., Any]
Later = Callable[..., Any]
HERE = "192.0.2.10"


@pytest.fixture
def people(county: County) -> dict[str, Person]:
    return {**county.people, **county.water.people}


@pytest.fixture
def sign_in() -> SignIn:
    """Post the sign-in form. The answer's ``client`` goes on from there."""

    def posted(name: str, password: str = PASSWORD, *, address: str = HERE, **more: Any) -> Any:
        client = more.pop("client", None) or Client(REMOTE_ADDR=address)
        said = {"username": name, "password": password, "next": "/admin/account/", **more}
        return client.post(reverse("wagtailadmin_login"), said)

    return posted


@pytest.fixture
def enter() -> Callable[[Person], Client]:
    """Sign a person in without the form."""

    def signed_in(person: Person) -> Client:
        client = Client(REMOTE_ADDR=HERE)
        client.force_login(
            Person.objects.get(pk=person.pk), backend="guanwei.organisations.rights.backend.PostsBackend"
        )
        return client

    return signed_in


@pytest.fixture
def later() -> Iterator[Callable[..., datetime]]:
    """Set the clock forward from the moment at which the test began."""
    began, opened = timezone.now(), []

    def forward(**span: float) -> datetime:
        if opened:
            opened.pop().__exit__(None, None, None)
        moment = began + timedelta(**span)
        setting = clock.at(moment)
        setting.__enter__()
        opened.append(setting)
        return moment

    yield forward
    for each in opened:
        each.__exit__(None, None, None)


def is_in(client: Client) -> bool:
    """Whether the client's session opens the admin."""
    return client.get(reverse("wagtailadmin_account")).status_code == 200


def events(person: Person | None) -> list[str]:
    """What the record says of the person, oldest first."""
    return [each.event for each in DoorEntry.objects.filter(person=person).order_by("pk")]
