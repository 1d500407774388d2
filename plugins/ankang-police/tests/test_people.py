"""抬头、三、3: the bound units, and one head and one manager of columns in each department."""

from datetime import date

import pytest
from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Unit
from guanwei.organisations.queries.vacancies import vacancies_of
from guanwei.organisations.services import add_unit, appoint, end_appointment, switch_on
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, add_person, put_in_post
from guanwei.testing.scenes import add_unit as unit

BOOK = "ankang-police"
HEAD, MANAGER = f"{BOOK}.section-head", f"{BOOK}.column-manager"
KINDS = {
    "county-bureau": "县公安局",
    "branch": "分局",
    "department": "局属部门",
    "affiliated-unit": "直属单位",
}
SINCE = date(2026, 1, 5)


@pytest.fixture
def bureau(county: County) -> Unit:
    """清河县公安局 under the notice, with one department."""
    made = unit("清河县公安局", "police", "department", county.unit)
    no_refusals(switch_on(made, BOOK, by=county.people["administrator"], reason="执行内容保障通知"))
    unit("法制支队", "police-law", f"{BOOK}.department", made)
    return made


@pytest.fixture
def department(bureau: Unit) -> Unit:
    return Unit.objects.get(slug="police-law")


@pytest.mark.clause("AKP-0.3", suppress="call")
@pytest.mark.parametrize("kind", KINDS)
def test_a_unit_is_of_one_of_the_four_kinds(bureau: Unit, kind: str) -> None:
    made, refusals = add_unit("新设单位", "police-new", f"{BOOK}.{kind}", bureau, by=None, reason="设立")
    no_refusals(refusals)
    assert made is not None
    assert made.declared_kind == f"{BOOK}.{kind}"


@pytest.mark.clause("AKP-0.3", suppress="call")
@pytest.mark.parametrize("kind", ["affiliated_unit", "department", "county.township"])
def test_a_unit_of_another_kind_is_refused(bureau: Unit, kind: str) -> None:
    made, refusals = add_unit("协作单位", "police-other", kind, bureau, by=None, reason="设立")
    assert made is None
    assert "、".join(KINDS.values()) in refusals[0].sentence
    assert [each.article for each in refusals[0].cites] == ["抬头"]


@pytest.mark.clause("AKP-0.3", suppress="call")
def test_a_section_of_the_bureau_is_one_of_its_departments(bureau: Unit) -> None:
    assert unit("秘书科", "police-secretariat", "section", bureau).declared_kind == f"{BOOK}.department"


def vacant(unit: Unit) -> set[str]:
    return {each.role.id for each in vacancies_of([unit], clock.today())}


def refused_a_second(department: Unit, role: str) -> Refusal:
    """One holds the post, as the list of vacancies knows; another is appointed beside."""
    assert role in vacant(department)
    put_in_post(add_person("law-one", "法制支队甲"), role, department)
    assert role not in vacant(department)
    made, refusals = appoint(add_person("law-two", "法制支队乙"), role, department, SINCE, by=None)
    assert made is None
    return refusals[0]


def refused_to_go(department: Unit, role: str) -> Refusal:
    """The one who holds the post is to leave it, with nobody to follow."""
    put_in_post(add_person("law-one", "法制支队甲"), role, department)
    refused = end_appointment(Appointment.objects.get(role=role), clock.today(), by=None, reason="调离")
    assert refused
    return refused[0]


@pytest.mark.clause("AKP-3.3.2")
def test_a_department_names_exactly_one_head_for_its_columns(department: Unit) -> None:
    refused = refused_a_second(department, HEAD)
    assert "最多 1 人" in refused.sentence
    assert "三、3" in [each.article for each in refused.cites]


@pytest.mark.clause("AKP-3.3.2")
def test_the_head_stays_until_a_successor_is_named(department: Unit) -> None:
    assert "科室负责人至少要有 1 人" in refused_to_go(department, HEAD).sentence


@pytest.mark.clause("AKP-3.3.3")
def test_a_department_names_exactly_one_manager_of_its_columns(department: Unit) -> None:
    refused = refused_a_second(department, MANAGER)
    assert "最多 1 人" in refused.sentence
    assert "三、3" in [each.article for each in refused.cites]


@pytest.mark.clause("AKP-3.3.3")
def test_the_manager_stays_until_a_successor_is_named(department: Unit) -> None:
    assert "栏目管理员至少要有 1 人" in refused_to_go(department, MANAGER).sentence


@pytest.mark.parametrize("role", [HEAD, MANAGER])
def test_the_post_passes_from_one_to_the_next_without_a_day_between(department: Unit, role: str) -> None:
    put_in_post(add_person("law-one", "法制支队甲"), role, department)
    first = Appointment.objects.get(role=role)
    made, refusals = appoint(
        add_person("law-two", "法制支队乙"), role, department, SINCE, by=None, in_place_of=first
    )
    no_refusals(refusals)
    assert made is not None
    first.refresh_from_db()
    assert (first.ends_on, made.starts_on) == (date(2026, 1, 4), SINCE)
