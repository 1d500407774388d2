"""Two agencies that live by the emergency bureau's book, each with sources of its own, and one that doesn't."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from agencies.bureau import BOOK, make_bureau
from django.test import Client
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.services import switch_on
from guanwei.registers.services import add_entry
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import Agency, County, add_agency, add_person, put_in_post
from guanwei_luan_emergency.models import Source

Enter = Callable[[Person], Client]
LIST = "/admin/console/entries/guanwei_luan_emergency/source/"


@dataclass
class Scene:
    """``people`` by post; ``ours`` and ``theirs`` are entries of the bureau and of the other agency."""

    bureau: Agency
    people: dict[str, Person]
    ours: Source
    theirs: Source


@pytest.fixture
def enter() -> Enter:
    """Sign a person in."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(Person.objects.get(pk=person.pk))
        return client

    return signed_in


def listed(unit: Unit, name: str, by: Person) -> Source:
    entry = Source(organisation=unit, name=name, kind="government")
    no_refusals(add_entry(entry, by))
    return entry


@pytest.fixture
def scene(county: County) -> Scene:
    bureau = make_bureau(county)
    forestry = add_agency(county.unit, "清河县林业局", "forestry")
    administrator = county.people["administrator"]
    no_refusals(switch_on(forestry.unit, BOOK, by=administrator, reason="参照执行"))
    keeper = add_person("forestry-head", "林业局宣传科长")
    put_in_post(keeper, f"{BOOK}.section-head", forestry.section)
    people = {**county.water.people, **county.people, **bureau.people, "neighbour": keeper}
    people["administers"] = administrator
    ours = listed(bureau.unit, "清河县人民政府网", people["head"])
    theirs = listed(forestry.unit, "清河林业网", keeper)
    return Scene(bureau, people, ours, theirs)
