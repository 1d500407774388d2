"""An agency whose rules declare a form, beside one without; people who sign in."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from guanwei.organisations.models import Person
from guanwei.organisations.services import switch_on
from guanwei.publishing.models import Release
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import Agency, County, add_agency, add_person, put_in_post, write_post

BOOK = "luan-emergency"
Enter = Callable[[Person], Client]
Outgoing = Callable[..., Release]


@pytest.fixture
def enter() -> Enter:
    """Sign a person in."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(Person.objects.get(pk=person.pk))
        return client

    return signed_in


@pytest.fixture
def bureau(county: County) -> Agency:
    """清河县应急管理局 with the book switched on and its posts held."""
    agency = add_agency(county.unit, "清河县应急管理局", "emergency")
    no_refusals(switch_on(agency.unit, BOOK, by=county.people["administrator"], reason="执行本系统实施细则"))
    for post, name, role in (
        ("officer", "信息员", "information-officer"),
        ("head", "科长", "section-head"),
        ("administrator", "专职管理员", "dedicated-administrator"),
    ):
        agency.people[post] = add_person(f"emergency-{post}", name)
        put_in_post(agency.people[post], f"{BOOK}.{role}", agency.section)
    agency.people["leader"] = add_person("emergency-leader", "分管局领导")
    put_in_post(agency.people["leader"], f"{BOOK}.leader-in-charge", agency.unit, oversees=[agency.section])
    return agency


@pytest.fixture
def outgoing(bureau: Agency) -> Outgoing:
    """Writes, signs and releases one post of the bureau, now."""

    def make(**fields: Any) -> Release:
        people = bureau.people
        stated = {
            "title": "汛期值守安排",
            "category": f"{BOOK}.emergency-work",
            "extra": {f"{BOOK}.publication_type": "原创", f"{BOOK}.topic": "prevention"},
        }
        item = submitted(write_post(bureau, people["officer"], **(stated | fields)), people["officer"])
        item = signed(item, people["officer"], people["head"], people["leader"], people["head"])
        return released(item, people["administrator"])

    return make


@pytest.fixture
def everybody(county: County, bureau: Agency) -> dict[str, Person]:
    """By short names; the water office lives by the county's book, which declares no form."""
    water = {f"water-{post}": person for post, person in county.water.people.items()}
    return {**water, **county.people, **bureau.people}
