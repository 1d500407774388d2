"""第六条、第七条: no contractor decides; every section and affiliated unit names an information officer."""

from datetime import date

import pytest
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Unit
from guanwei.organisations.queries.vacancies import vacancies_of
from guanwei.organisations.services import appoint, end_appointment, switch_on
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, add_person, add_unit, put_in_post

BOOK = "luan-emergency"
OFFICER = f"{BOOK}.information-officer"
DECIDING = ("information-officer", "section-head", "leader-in-charge", "dedicated-administrator")
SINCE = date(2026, 1, 5)


@pytest.fixture
def bureau(county: County) -> Unit:
    """清河县应急管理局 under the book, with a section and an affiliated unit."""
    made = add_unit("清河县应急管理局", "emergency", "department", county.unit)
    no_refusals(switch_on(made, BOOK, by=county.people["administrator"], reason="执行实施细则"))
    add_unit("救援科", "emergency-rescue", "section", made)
    add_unit("救援保障中心", "emergency-support", "affiliated_unit", made)
    return made


@pytest.fixture
def section(bureau: Unit) -> Unit:
    return Unit.objects.get(slug="emergency-rescue")


@pytest.mark.clause("LAE-6.8")
@pytest.mark.parametrize("role", DECIDING)
def test_a_contractor_is_given_no_post_that_reviews_or_releases(
    bureau: Unit, section: Unit, role: str
) -> None:
    hired = add_person("hired", "运维公司人员", contractor=True)
    at = bureau if role == "leader-in-charge" else section
    made, refusals = appoint(hired, f"{BOOK}.{role}", at, SINCE, by=None, basis="任职通知")
    assert made is None
    assert "外包单位人员" in refusals[0].sentence
    assert "第六条" in [each.article for each in refusals[0].cites]
    own = add_person("own", "本局人员")
    no_refusals(appoint(own, f"{BOOK}.{role}", at, SINCE, by=None, basis="任职通知")[1])


@pytest.mark.clause("LAE-7.3")
def test_a_section_without_an_information_officer_is_listed(bureau: Unit, section: Unit) -> None:
    units = list(Unit.objects.order_by("pk"))
    found = vacancies_of(units, clock.today())
    assert [(each.unit.name, each.role.id) for each in found] == [
        ("救援科", OFFICER),
        ("救援保障中心", OFFICER),
    ]
    assert "第七条" in [each.article for each in found[0].role.cites]
    put_in_post(add_person("officer", "救援科信息员"), OFFICER, section)
    assert [each.unit.name for each in vacancies_of(units, clock.today())] == ["救援保障中心"]


@pytest.mark.clause("LAE-7.3")
def test_the_last_information_officer_of_a_section_stays_until_another_is_named(section: Unit) -> None:
    put_in_post(add_person("officer", "救援科信息员"), OFFICER, section)
    refused = end_appointment(Appointment.objects.get(role=OFFICER), clock.today(), by=None, reason="调离")
    assert "至少要有 1 人" in refused[0].sentence


def test_a_unit_outside_the_bureau_needs_none(county: County, bureau: Unit) -> None:
    assert vacancies_of([county.water.section], clock.today()) == []
