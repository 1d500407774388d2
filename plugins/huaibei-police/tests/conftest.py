"""A police bureau of 清河县 that lives by the book: the publicity section runs the accounts, 城关派出所 supplies."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.services import switch_on
from guanwei.publishing.models import Post
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import (
    Agency,
    County,
    add_agency,
    add_person,
    add_unit,
    put_in_post,
    write_post,
)

BOOK = "huaibei-police"


@dataclass
class Bureau:
    """``agency`` with its publicity section, and the station that supplies; people by the post they hold."""

    agency: Agency
    station: Unit
    people: dict[str, Person]


def _person(bureau: Bureau, post: str, name: str, role: str, unit: Unit) -> None:
    bureau.people[post] = add_person(f"police-{post}", name)
    put_in_post(bureau.people[post], f"{BOOK}.{role}", unit)


@pytest.fixture
def bureau(county: County) -> Bureau:
    """清河县公安局 with the book switched on, and everybody whom a course may ask."""
    agency = add_agency(county.unit, "清河县公安局", "police")
    no_refusals(switch_on(agency.unit, BOOK, by=county.people["administrator"], reason="执行新媒体规定"))
    station = add_unit("城关派出所", "police-station", "section", agency.unit)
    made = Bureau(agency, station, {})
    _person(made, "contributor", "派出所供稿人员", "contributor", station)
    _person(made, "station_head", "派出所所长", "unit-head", station)
    _person(made, "administrator", "微博微信管理员", "account-administrator", agency.section)
    _person(made, "leader", "宣传科主管领导", "supervising-leader", agency.section)
    _person(made, "director", "政治部主任", "political-director", agency.unit)
    for post, name, subject in (
        ("traffic_leader", "分管交警的局领导", "traffic"),
        ("order_leader", "分管治安的局领导", "public-order"),
    ):
        made.people[post] = add_person(f"police-{post}", name)
        put_in_post(
            made.people[post],
            f"{BOOK}.bureau-leader-in-charge",
            agency.unit,
            subjects=[f"{BOOK}.{subject}"],
        )
    return made


@pytest.fixture
def written(bureau: Bureau) -> Callable[..., Post]:
    """A complete post for the bureau's Weibo account, supplied and written by the station."""

    def make(by: str = "contributor", **fields: object) -> Post:
        stated = {"title": "夜间查酒驾", "supplier": bureau.station, "category": "county.convenience"}
        return write_post(bureau.agency, bureau.people[by], **(stated | fields))

    return make
