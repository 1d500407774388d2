"""机构: everybody with a post reads the page of the agency; its administrators add and change units."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from guanwei.audit import clock
from guanwei.console.organisations.chart import chart_of
from guanwei.organisations.models import Appointment, Person, Unit
from guanwei.organisations.services import appoint, switch_on
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import LONG_AGO, County, add_person, add_unit, put_in_post

PAGE, POSTS = "/admin/console/organisations/", "/admin/console/posts/"
POLICE, VETERANS, EMERGENCY = "huaibei-police", "huaibei-veterans", "luan-emergency"


def enter(person: Person) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=person.pk))
    return client


def read(person: Person, slug: str = "") -> str:
    return enter(person).get(f"{PAGE}{slug}/" if slug else PAGE, follow=True).content.decode()


def bureau(county: County, slug: str, book: str) -> Unit:
    made = add_unit(f"清河县{slug}局", slug, "department", county.unit)
    no_refusals(switch_on(made, book, by=county.people["administrator"], reason="执行本局规定"))
    return made


@pytest.fixture
def administrator(county: County) -> Client:
    return enter(county.people["administrator"])


def test_whoever_holds_a_post_reads_the_agency_and_may_not_change_it(county: County) -> None:
    page = read(county.water.people["editor"])
    assert "清河县水利局宣传科" in page
    assert "政府部门" in page
    assert "宣传科审核员" in page
    assert "下设单位</a>" not in page
    client = enter(county.water.people["editor"])
    assert client.get(f"{PAGE}water/add/").status_code == 403
    assert client.post(f"{PAGE}water/change/", {"name": "别的局"}).status_code == 403


def test_who_holds_no_post_there_reads_nothing_of_it(county: County) -> None:
    bureau(county, "police", POLICE)
    answer = enter(county.water.people["editor"]).get(f"{PAGE}police/")
    assert answer.status_code == 403
    assert "在该机构任职的人员查看" in answer.content.decode()


def test_an_administrator_adds_a_unit_of_a_kind_that_may_be(county: County, administrator: Client) -> None:
    form = administrator.get(f"{PAGE}qinghe/add/").content.decode()
    assert all(kind in form for kind in ("乡镇人民政府", "街道办事处", "政府部门", "直属机构"))
    assert "内设科室" not in form
    said = {"name": "清河县柳林镇人民政府", "slug": "liulin", "reason": "清编〔2026〕1号"}
    refused = administrator.post(f"{PAGE}qinghe/add/", {**said, "kind": "section"})
    assert refused.status_code == 409
    assert "抬头" in refused.content.decode()
    assert administrator.post(f"{PAGE}qinghe/add/", {**said, "kind": "county.township"}).status_code == 302
    made = Unit.objects.get(slug="liulin")
    assert made.history.get().history_user == county.people["administrator"]


def test_an_administrator_renames_a_unit_and_corrects_its_kind(county: County, administrator: Client) -> None:
    said = {
        "name": "清河县水务中心",
        "short_name": "水务中心",
        "parent": county.unit.pk,
        "reason": "机构改革",
    }
    answer = administrator.post(f"{PAGE}water/change/", {**said, "kind": "county.affiliated-institution"})
    assert answer.status_code == 302
    changed = Unit.objects.get(slug="water")
    assert (changed.name, changed.kind) == ("清河县水务中心", "affiliated_institution")


@pytest.mark.parametrize("slug", ["water", "qinghe"])
def test_a_form_filled_wrongly_says_where(administrator: Client, slug: str) -> None:
    answer = administrator.post(f"{PAGE}{slug}/add/", {"name": "", "slug": "x", "kind": "section"})
    assert answer.status_code == 409
    assert "名称" in answer.content.decode()


def test_a_unit_that_stood_before_the_book_is_shown_to_be_corrected(county: County) -> None:
    made = add_unit("清河县police局", "police", "department", county.unit)
    add_unit("城东分局", "police-east", "affiliated_unit", made)
    no_refusals(switch_on(made, POLICE, by=county.people["administrator"], reason="执行"))
    assert "类别与规定不符" in read(county.people["administrator"], "police")


@pytest.mark.clause("HBP-3.1", "HBP-3.4", "HBP-3.5", "HBP-6.1")
def test_bodies_show_members_and_what_is_missing(county: County) -> None:
    police = bureau(county, "police", POLICE)
    add_unit("城东分局", "police-east", f"{POLICE}.branch", police)
    put_in_post(add_person("head", "宣传科长甲"), f"{POLICE}.publicity-head", police)
    page = read(county.people["auditor"], "police")
    for words in (
        "“淮北公安”新媒体工作领导小组办公室",
        "办公室主任",
        "宣传科长甲",
        "小组成员（政委）",
        "专门人员",
    ):
        assert words in page
    assert "第六条" in page


@pytest.mark.clause("HBP-3.4")
def test_the_screen_that_appoints_says_who_sits_in_a_seat(county: County, administrator: Client) -> None:
    police = bureau(county, "police", POLICE)
    put_in_post(add_person("head", "宣传科长甲"), f"{POLICE}.publicity-head", police)
    other = add_person("other", "副科长")
    said = {"action": "appoint", "person": other.pk, "role": f"{POLICE}.office-director", "unit": police.pk}
    answer = administrator.post(POSTS, {**said, "starts_on": "2026-01-05", "basis": "任职通知"})
    assert answer.status_code == 409
    assert "现为宣传科长甲，不另行任命" in answer.content.decode()


@pytest.mark.clause("HBV-6.4")
def test_the_page_shows_where_the_meetings_office_sits(county: County) -> None:
    bureau(county, "veterans", VETERANS)
    assert "办公室设在：局政务公开工作领导小组办公室" in read(county.people["auditor"], "veterans")


@pytest.mark.clause("HBV-12.3")
def test_staff_for_a_duty_who_are_missing_are_listed_and_a_qualification_is_shown(county: County) -> None:
    section = add_unit("优抚科", "veterans-care", "section", bureau(county, "veterans", VETERANS))
    role = f"{VETERANS}.response-staff"
    assert "政务舆情回应人员" in read(county.people["auditor"], "veterans")
    person = add_person("response", "回应员")
    no_refusals(appoint(person, role, section, LONG_AGO, by=None, qualification="网络宣传五年")[1])
    assert "网络宣传五年" in read(county.people["auditor"], "veterans")


@pytest.mark.clause("HBV-13.2")
def test_one_person_in_both_posts_is_told_at_once_and_later(county: County, administrator: Client) -> None:
    section = add_unit("优抚科", "veterans-care", "section", bureau(county, "veterans", VETERANS))
    person = add_person("head", "优抚科长")
    put_in_post(person, f"{VETERANS}.opinion-responsible", section)
    said = {"action": "appoint", "person": person.pk, "unit": section.pk, "starts_on": "2026-01-05"}
    said |= {"role": f"{VETERANS}.opinion-contact", "basis": "任职通知"}
    answer = administrator.post(POSTS, said, follow=True).content.decode()
    assert "两职一般由两人分别担任" in answer
    assert "第十三条" in answer
    assert "两职一般由两人分别担任" in read(county.people["auditor"], "veterans")


@pytest.mark.clause("LAE-7.3")
def test_a_section_without_an_officer_is_listed_with_the_article(county: County) -> None:
    add_unit("救援科", "emergency-rescue", "section", bureau(county, "emergency", EMERGENCY))
    page = read(county.people["auditor"], "emergency")
    assert "政务新媒体信息员" in page
    assert "缺 1 人" in page


def test_the_last_holder_is_replaced_on_the_screen(county: County, administrator: Client) -> None:
    section = add_unit("救援科", "emergency-rescue", "section", bureau(county, "emergency", EMERGENCY))
    role = f"{EMERGENCY}.information-officer"
    put_in_post(add_person("first", "信息员甲"), role, section)
    held = Appointment.objects.get(role=role)
    ending = {"action": "end", "key": held.pk, "last_day": "2026-01-31", "reason": "调离"}
    refused = administrator.post(POSTS, ending)
    assert refused.status_code == 409
    assert "写明接替信息员甲" in refused.content.decode()
    said = {"action": "appoint", "person": add_person("second", "信息员乙").pk, "role": role}
    said |= {"unit": section.pk, "starts_on": "2026-02-01", "basis": "任职通知", "in_place_of": held.pk}
    assert administrator.post(POSTS, said).status_code == 302
    held.refresh_from_db()
    assert str(held.ends_on) == "2026-01-31"


def test_the_page_costs_the_same_with_more_units_and_people(county: County) -> None:
    police = bureau(county, "police", POLICE)
    client = enter(county.people["auditor"])

    def grow(number: int) -> None:
        branch = add_unit(f"分局{number}", f"police-{number}", f"{POLICE}.branch", police)
        put_in_post(add_person(f"c{number}", f"政委{number}"), f"{POLICE}.commissar", branch)
        put_in_post(add_person(f"s{number}", f"专员{number}"), f"{POLICE}.dedicated-staff", branch)

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{PAGE}police/")
        return len(asked)

    grow(1)
    cost()
    with_one = cost()
    for number in range(2, 6):
        grow(number)
    assert cost() == with_one


def test_the_chart_of_an_agency_takes_seven_queries(county: County, django_assert_num_queries: Any) -> None:
    police = bureau(county, "police", POLICE)
    put_in_post(add_person("head", "宣传科长甲"), f"{POLICE}.publicity-head", police)
    add_unit("城东分局", "police-east", f"{POLICE}.branch", police)
    with django_assert_num_queries(7):
        chart_of(police, clock.today())
