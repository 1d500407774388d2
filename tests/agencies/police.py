"""A police bureau beside the county's other agencies: the publicity section runs the accounts, a station supplies."""

from guanwei.organisations.models import Unit
from guanwei.organisations.services import switch_on
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import Agency, County, add_agency, add_person, add_unit, put_in_post

BOOK = "huaibei-police"


def make_police(county: County) -> tuple[Agency, Unit]:
    """清河县公安局 with the book switched on, and 城关派出所; people by the post they hold."""
    agency = add_agency(county.unit, "清河县公安局", "police")
    no_refusals(switch_on(agency.unit, BOOK, by=county.people["administrator"], reason="执行新媒体规定"))
    station = add_unit("城关派出所", "police-station", "section", agency.unit)
    for post, name, role, unit in (
        ("contributor", "派出所供稿人员", "contributor", station),
        ("head", "派出所所长", "unit-head", station),
        ("administrator", "微博微信管理员", "account-administrator", agency.section),
        ("leader", "宣传科主管领导", "supervising-leader", agency.section),
    ):
        agency.people[post] = add_person(f"police-{post}", name)
        put_in_post(agency.people[post], f"{BOOK}.{role}", unit)
    return agency, station
