"""第六条、第十二条、第十三条: two people in each section, staff for three duties, the meeting and its office."""

from datetime import date

import pytest
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Unit
from guanwei.organisations.queries.bodies import bodies_of
from guanwei.organisations.queries.vacancies import vacancies_of
from guanwei.organisations.services import appoint, end_appointment, switch_on
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, add_person, add_unit, put_in_post

BOOK = "huaibei-veterans"
RESPONSIBLE, CONTACT = f"{BOOK}.opinion-responsible", f"{BOOK}.opinion-contact"
SINCE = date(2026, 1, 5)


@pytest.fixture
def bureau(county: County) -> Unit:
    """清河县退役军人事务局 under the book, with one section."""
    made = add_unit("清河县退役军人事务局", "veterans", "department", county.unit)
    no_refusals(switch_on(made, BOOK, by=county.people["administrator"], reason="执行回应制度"))
    add_unit("拥军优抚科", "veterans-care", "section", made)
    return made


@pytest.fixture
def section(bureau: Unit) -> Unit:
    return Unit.objects.get(slug="veterans-care")


@pytest.mark.clause("HBV-6.4")
def test_the_meetings_office_is_that_of_the_leading_group(bureau: Unit) -> None:
    found = {each.body.label: each for each in bodies_of(bureau, clock.today())}
    assert "重大政务舆情会商联席会议" in found
    office = found["局政务公开工作领导小组办公室"].body
    assert found["重大政务舆情会商联席会议"].office_at == office


@pytest.mark.clause("HBV-13.2")
def test_one_person_in_both_posts_is_kept_with_the_articles_that_differ(section: Unit) -> None:
    both = add_person("care-head", "优抚科长")
    put_in_post(both, RESPONSIBLE, section)
    made, refusals = appoint(both, CONTACT, section, SINCE, by=None, basis="任职通知")
    no_refusals(refusals)
    assert made is not None
    (told,) = made.warnings
    assert "同时担任" in told["sentence"]
    assert [each["article"] for each in told["cites"]] == ["第六条", "第十三条"]


@pytest.mark.clause("HBV-13.2")
def test_two_people_in_the_two_posts_are_told_nothing(section: Unit) -> None:
    put_in_post(add_person("care-head", "优抚科长"), RESPONSIBLE, section)
    made, refusals = appoint(add_person("care-clerk", "优抚科科员"), CONTACT, section, SINCE, by=None)
    no_refusals(refusals)
    assert made is not None
    assert made.warnings == []


@pytest.mark.clause("HBV-13.2")
@pytest.mark.parametrize("role", [RESPONSIBLE, CONTACT])
def test_a_section_is_never_left_without_either(section: Unit, role: str) -> None:
    put_in_post(add_person("care-one", "优抚科甲"), role, section)
    refused = end_appointment(Appointment.objects.get(role=role), clock.today(), by=None, reason="调离")
    assert "请先任命接任的人" in refused[0].sentence
    assert "第十三条" in [each.article for each in refused[0].cites]


@pytest.mark.clause("HBV-13.2")
@pytest.mark.parametrize("role", [RESPONSIBLE, CONTACT])
def test_a_second_of_either_is_refused(section: Unit, role: str) -> None:
    put_in_post(add_person("care-one", "优抚科甲"), role, section)
    made, refusals = appoint(add_person("care-two", "优抚科乙"), role, section, SINCE, by=None)
    assert made is None
    assert "最多 1 人" in refusals[0].sentence


@pytest.mark.clause("HBV-12.3")
def test_staff_are_named_per_duty_with_their_qualification(section: Unit) -> None:
    for duty in ("publishing", "assessment"):
        put_in_post(add_person(f"care-{duty}", f"{duty}人员"), f"{BOOK}.{duty}-staff", section)
    lacking = {each.role.label for each in vacancies_of([section], clock.today())}
    assert "政务舆情回应人员" in lacking
    assert not lacking & {"政务信息发布人员", "政务舆情收集研判人员"}
    made, refusals = appoint(
        add_person("care-response", "回应人员"),
        f"{BOOK}.response-staff",
        section,
        SINCE,
        by=None,
        qualification="从事网络宣传五年",
    )
    no_refusals(refusals)
    assert made is not None
    assert made.history.get().qualification == "从事网络宣传五年"
    assert "政务舆情回应人员" not in {each.role.label for each in vacancies_of([section], clock.today())}


def test_who_is_named_for_a_duty_may_go_before_another_comes(section: Unit) -> None:
    put_in_post(add_person("care-response", "回应人员"), f"{BOOK}.response-staff", section)
    held = Appointment.objects.get(role=f"{BOOK}.response-staff")
    no_refusals(end_appointment(held, clock.today(), by=None, reason="调离"))
