"""An emergency bureau beside the county's other agencies, living by its own book."""

from guanwei.organisations.services import switch_on
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import Agency, County, add_agency, add_person, put_in_post

BOOK = "luan-emergency"


def make_bureau(county: County) -> Agency:
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
    agency.people["principal"] = add_person("emergency-principal", "局长")
    put_in_post(agency.people["principal"], f"{BOOK}.principal", agency.unit)
    agency.people["leader"] = add_person("emergency-leader", "分管局领导")
    put_in_post(agency.people["leader"], f"{BOOK}.leader-in-charge", agency.unit, oversees=[agency.section])
    return agency
