"""第三条、第六条: member units, the leading group and its office, the one or two people of each unit."""

from datetime import date, timedelta

import pytest
from guanwei.api import Citation
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Person, Unit
from guanwei.organisations.queries.bodies import SeatedBody, bodies_of
from guanwei.organisations.queries.vacancies import vacancies_of
from guanwei.organisations.services import add_unit, appoint, change_unit, end_appointment, switch_on
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, add_person, put_in_post
from guanwei.testing.scenes import add_unit as unit

BOOK = "huaibei-police"
GROUP, OFFICE = f"{BOOK}.leading-group", f"{BOOK}.office"
SINCE = date(2026, 1, 5)


@pytest.fixture
def bureau(county: County) -> Unit:
    """清河县公安局 under the book, with its publicity section, a branch and an affiliated unit."""
    made = unit("清河县公安局", "police", "department", county.unit)
    no_refusals(switch_on(made, BOOK, by=county.people["administrator"], reason="执行管理规定"))
    unit("宣传科", "police-publicity", "section", made)
    unit("城东分局", "police-east", f"{BOOK}.branch", made)
    unit("警务保障中心", "police-support", f"{BOOK}.affiliated-unit", made)
    return made


@pytest.fixture
def branch(bureau: Unit) -> Unit:
    return Unit.objects.get(slug="police-east")


@pytest.fixture
def publicity(bureau: Unit) -> Unit:
    return Unit.objects.get(slug="police-publicity")


def body(bureau: Unit, body_id: str) -> SeatedBody:
    return next(each for each in bodies_of(bureau, clock.today()) if each.body.id == body_id)


def members(found: SeatedBody) -> list[tuple[str, str]]:
    """Who sits where."""
    return [(each.seat.label, str(held.person)) for each in found.places for held in each.holders]


def held(person: Person, role: str, at: Unit) -> Appointment:
    put_in_post(person, f"{BOOK}.{role}", at)
    return Appointment.objects.get(person=person)


def articles(cites: tuple[Citation, ...]) -> list[str]:
    return [each.article for each in cites]


@pytest.mark.clause("HBP-3.1")
def test_the_leading_group_and_its_office_stand_with_their_members(bureau: Unit, publicity: Unit) -> None:
    put_in_post(add_person("police-director", "政治部主任"), f"{BOOK}.political-director", bureau)
    put_in_post(add_person("police-publicity-head", "宣传科长"), f"{BOOK}.publicity-head", publicity)
    found = {each.body.id: each for each in bodies_of(bureau, clock.today())}
    assert found.keys() == {GROUP, OFFICE}
    assert members(found[GROUP]) == [("组长", "政治部主任")]
    assert members(found[OFFICE]) == [("办公室主任", "宣传科长")]


def test_an_agency_without_the_book_has_no_such_bodies(county: County, bureau: Unit) -> None:
    assert bodies_of(county.water.unit, clock.today()) == []


@pytest.mark.clause("HBP-3.2", suppress="call")
@pytest.mark.parametrize("kind", ["county-bureau", "branch", "detachment", "affiliated-unit"])
def test_a_unit_of_the_four_kinds_becomes_a_member(bureau: Unit, kind: str) -> None:
    made, refusals = add_unit("新设单位", "police-new", f"{BOOK}.{kind}", bureau, by=None, reason="设立")
    no_refusals(refusals)
    assert made is not None
    assert made.declared_kind == f"{BOOK}.{kind}"


@pytest.mark.clause("HBP-3.2", suppress="call")
@pytest.mark.parametrize("kind", ["affiliated_unit", "county.department", "department"])
def test_a_unit_of_another_kind_does_not(bureau: Unit, kind: str) -> None:
    made, refusals = add_unit("协作单位", "police-other", kind, bureau, by=None, reason="设立")
    assert made is None
    assert "县局、分局、支队、局直单位" in refusals[0].sentence
    assert articles(refusals[0].cites) == ["第三条"]


@pytest.mark.clause("HBP-3.4")
def test_whoever_heads_publicity_directs_the_office(bureau: Unit, publicity: Unit) -> None:
    first = held(add_person("police-head-1", "宣传科长甲"), "publicity-head", publicity)
    no_refusals(end_appointment(first, clock.today() - timedelta(days=1), by=None, reason="轮岗"))
    held(add_person("police-head-2", "宣传科长乙"), "publicity-head", publicity)
    assert members(body(bureau, OFFICE)) == [("办公室主任", "宣传科长乙")]


@pytest.mark.clause("HBP-3.4")
def test_nobody_else_is_made_director_of_the_office(bureau: Unit, publicity: Unit) -> None:
    put_in_post(add_person("police-head", "宣传科长"), f"{BOOK}.publicity-head", publicity)
    other = add_person("police-other", "办公室副主任")
    made, refusals = appoint(other, f"{BOOK}.office-director", bureau, SINCE, by=None, basis="任职通知")
    assert made is None
    assert "由宣传科长兼任，现为宣传科长" in refusals[0].sentence
    assert articles(refusals[0].cites) == ["第三条"]
    assert not Appointment.objects.filter(person=other).exists()


@pytest.mark.clause("HBP-3.5")
def test_a_unit_without_its_commissar_or_head_is_missing_its_member(bureau: Unit, branch: Unit) -> None:
    assert [each.unit.name for each in body(bureau, GROUP).missing[1:]] == ["城东分局", "警务保障中心"]
    put_in_post(add_person("east-commissar", "城东政委"), f"{BOOK}.commissar", branch)
    support = Unit.objects.get(slug="police-support")
    put_in_post(add_person("support-head", "保障中心主任"), f"{BOOK}.unit-head", support)
    assert members(body(bureau, GROUP)) == [
        ("小组成员（政委）", "城东政委"),
        ("小组成员（主要负责人）", "保障中心主任"),
    ]


@pytest.mark.clause("HBP-3.5")
def test_no_other_post_holder_of_a_branch_sits_in_the_group(bureau: Unit, branch: Unit) -> None:
    chief = add_person("east-chief", "城东局长")
    put_in_post(chief, f"{BOOK}.unit-head", branch)
    made, refusals = appoint(chief, f"{BOOK}.group-member-commissar", branch, SINCE, by=None)
    assert made is None
    assert "由政委兼任，现缺" in refusals[0].sentence
    assert articles(refusals[0].cites) == ["第三条"]
    assert "城东局长" not in [person for _seat, person in members(body(bureau, GROUP))]


@pytest.mark.clause("HBP-3.5")
def test_a_unit_of_the_bureau_itself_has_a_head_and_no_commissar(bureau: Unit) -> None:
    support = Unit.objects.get(slug="police-support")
    assert [each.seat.label for each in body(bureau, GROUP).places if each.unit == support] == [
        "小组成员（主要负责人）"
    ]


@pytest.mark.clause("HBP-6.1")
def test_one_or_two_run_a_units_accounts_and_a_third_is_told(branch: Unit) -> None:
    for number in (1, 2):
        each = held(add_person(f"east-{number}", f"专门人员{number}"), "dedicated-staff", branch)
        assert each.warnings == []
    third = held(add_person("east-3", "专门人员三"), "dedicated-staff", branch)
    assert "一般不超过 2 人，这样将有 3 人" in third.warnings[0]["sentence"]
    assert third.warnings[0]["cites"][0]["article"] == "第六条"
    assert third.history.get().warnings == third.warnings


@pytest.mark.clause("HBP-6.1")
def test_the_last_who_runs_a_units_accounts_stays_until_another_does(branch: Unit) -> None:
    only = held(add_person("east-1", "专门人员甲"), "dedicated-staff", branch)
    refused = end_appointment(only, clock.today(), by=None, reason="调离")
    assert "至少要有 1 人" in refused[0].sentence
    assert articles(refused[0].cites) == ["第六条"]
    only.refresh_from_db()
    assert only.ends_on is None
    held(add_person("east-2", "专门人员乙"), "dedicated-staff", branch)
    no_refusals(end_appointment(only, clock.today(), by=None, reason="调离"))


@pytest.mark.clause("HBP-6.1")
def test_a_member_unit_without_such_a_person_is_listed(bureau: Unit, branch: Unit) -> None:
    units = list(Unit.objects.order_by("pk"))
    assert [each.unit.name for each in vacancies_of(units, clock.today())] == ["城东分局", "警务保障中心"]
    held(add_person("east-1", "专门人员甲"), "dedicated-staff", branch)
    assert [each.unit.name for each in vacancies_of(units, clock.today())] == ["警务保障中心"]


def test_a_section_of_the_bureau_has_no_commissar(publicity: Unit) -> None:
    made, refusals = appoint(add_person("p", "科员"), f"{BOOK}.commissar", publicity, SINCE, by=None)
    assert made is None
    assert "宣传科是内设科室，不设政委" in refusals[0].sentence


def test_a_branch_with_a_commissar_does_not_become_a_unit_that_has_none(branch: Unit) -> None:
    put_in_post(add_person("east-commissar", "城东政委"), f"{BOOK}.commissar", branch)
    refused = change_unit(branch, by=None, reason="改制", kind=f"{BOOK}.affiliated-unit")
    assert "局直单位不设政委，城东政委现任此职" in refused[0].sentence
    branch.refresh_from_db()
    assert branch.declared_kind == f"{BOOK}.branch"
