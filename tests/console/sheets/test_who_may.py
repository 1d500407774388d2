"""Who finds the form, who shares it, who must not; and what strange addresses are answered with."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Person
from guanwei.organisations.services import delegate, switch_off, switch_on
from guanwei.publishing.forms.services import archive_sheet
from guanwei.publishing.models import FormSheet
from guanwei.registry import catalogue
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import Agency, County, put_in_post

from .conftest import BOOK, Enter, Outgoing

SHEETS = "/admin/console/sheets/"
FORM = f"{BOOK}.approval-form"
MENU = '"url": "/admin/console/sheets/"'
NOT_YOURS = "审批表由填表单位负责审核或发布的人员办理"


@pytest.fixture
def archived(bureau: Agency, outgoing: Outgoing) -> FormSheet:
    """The day's sheet, archived by the information officer."""
    outgoing()
    form = catalogue().form(FORM)
    assert form is not None
    kept, refusals = archive_sheet(form, bureau.section, clock.today(), bureau.people["officer"])
    no_refusals(refusals)
    assert kept is not None
    return kept


@pytest.mark.parametrize("who", ["officer", "head", "administrator"])
def test_reviewers_and_publishers_of_the_unit_share_the_sheet(
    everybody: dict[str, Person], archived: FormSheet, enter: Enter, who: str
) -> None:
    client = enter(everybody[who])
    page = client.get(SHEETS).content.decode()
    assert "汛期值守安排" in page
    assert client.get(f"{SHEETS}archived/{archived.pk}/").status_code == 200
    assert MENU in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_leader_reads_the_sheet_of_the_section_overseen_and_is_told_who_archives(
    everybody: dict[str, Person], outgoing: Outgoing, enter: Enter
) -> None:
    outgoing()
    client = enter(everybody["leader"])
    page = client.get(SHEETS, {"unit": "emergency-publicity"}).content.decode()
    assert "汛期值守安排" in page
    assert "请交信息员、科长、专职管理员归档" in page
    assert 'name="seen"' not in page
    answer = client.post(SHEETS, {"unit": "emergency-publicity", "form": FORM})
    assert answer.status_code == 409
    assert not FormSheet.objects.exists()


@pytest.mark.parametrize(
    "who", ["water-editor", "water-reviewer", "water-publisher", "water-leader", "keeper"]
)
def test_people_of_units_without_a_form_find_neither_menu_nor_sheet(
    everybody: dict[str, Person], archived: FormSheet, enter: Enter, who: str
) -> None:
    client = enter(everybody[who])
    assert MENU not in client.get(reverse("wagtailadmin_home")).content.decode()
    for address in (SHEETS, f"{SHEETS}draft/", f"{SHEETS}archived/{archived.pk}/"):
        answer = client.get(address)
        assert answer.status_code == 403
        assert NOT_YOURS in answer.content.decode()
    assert client.post(SHEETS, {"unit": "emergency-publicity", "form": FORM}).status_code == 403


def test_a_reviewer_of_another_agency_with_the_same_form_sees_only_its_own(
    county: County, everybody: dict[str, Person], archived: FormSheet, enter: Enter
) -> None:
    no_refusals(
        switch_on(county.water.unit, BOOK, by=county.people["administrator"], reason="参照执行实施细则")
    )
    client = enter(everybody["water-reviewer"])
    page = client.get(SHEETS).content.decode()
    assert "清河县水利局宣传科" in page
    assert "清河县应急管理局" not in page
    assert "汛期值守安排" not in page
    asked = client.get(SHEETS, {"unit": "emergency-publicity"})
    assert asked.status_code == 400
    assert "您只能办理清河县水利局宣传科的审批表" in asked.content.decode()
    assert client.get(f"{SHEETS}archived/{archived.pk}/").status_code == 403


def test_the_auditor_downloads_what_is_archived_without_the_screen(
    county: County, archived: FormSheet, enter: Enter
) -> None:
    client = enter(county.people["auditor"])
    assert client.get(f"{SHEETS}archived/{archived.pk}/").content == bytes(archived.file)
    assert client.get(SHEETS).status_code == 403


def test_whoever_signs_for_a_reviewer_does_not_archive(
    county: County, everybody: dict[str, Person], bureau: Agency, enter: Enter
) -> None:
    held, today = Appointment.objects.get(person=everybody["head"]), clock.today()
    until = today + timedelta(days=30)
    to, by = everybody["water-editor"], county.people["administrator"]
    _made, refusals = delegate(held, to, today, until, "代签授权书", by=by)
    no_refusals(refusals)
    assert enter(to).get(SHEETS).status_code == 403


def test_the_book_switched_off_takes_the_form_from_the_menu(
    county: County, everybody: dict[str, Person], enter: Enter
) -> None:
    agency = everybody["officer"].appointments.get().unit.parent
    no_refusals(switch_off(agency, BOOK, by=county.people["administrator"], reason="不再执行"))
    assert enter(everybody["officer"]).get(SHEETS).status_code == 403


@pytest.mark.parametrize(
    "day", ["昨天", "2026-13-01", "2026-02-30", "0001-01-01", "9999-12-31", "x" * 5000, "\x00", "12"]
)
def test_a_day_that_is_none_gets_one_sentence(everybody: dict[str, Person], enter: Enter, day: str) -> None:
    answer = enter(everybody["officer"]).get(SHEETS, {"day": day})
    assert answer.status_code == 400
    assert answer.content.decode().count("发布日期没有填对") == 1


def test_a_day_to_come_is_none_yet(everybody: dict[str, Person], enter: Enter) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    for address in (SHEETS, f"{SHEETS}draft/"):
        assert enter(everybody["officer"]).get(address, {"day": tomorrow.isoformat()}).status_code == 400


@pytest.mark.parametrize("unit", ["", "nowhere", "water-publicity", "1", "\x00", "x" * 5000])
def test_a_unit_that_is_not_ones_own_gets_one_sentence(
    everybody: dict[str, Person], enter: Enter, unit: str
) -> None:
    answer = enter(everybody["officer"]).get(SHEETS, {"unit": unit})
    assert answer.status_code == 400
    assert answer.content.decode().count("请从列表里选择单位") == 1


def test_a_form_that_nobody_declared_gets_one_sentence(everybody: dict[str, Person], enter: Enter) -> None:
    answer = enter(everybody["officer"]).get(SHEETS, {"form": "no.such"})
    assert answer.status_code == 400
    assert "没有这种表格" in answer.content.decode()


def test_an_earlier_day_is_chosen(everybody: dict[str, Person], enter: Enter) -> None:
    page = enter(everybody["officer"]).get(SHEETS, {"day": "2026-03-05"}).content.decode()
    assert "2026年3月5日" in page


def test_someone_with_posts_in_two_units_chooses(
    county: County, everybody: dict[str, Person], bureau: Agency, enter: Enter
) -> None:
    put_in_post(everybody["officer"], f"{BOOK}.section-head", bureau.unit)
    client = enter(everybody["officer"])
    page = client.get(SHEETS).content.decode()
    for slug in ("emergency", "emergency-publicity"):
        assert f'<option value="{slug}"' in page
    chosen = client.get(SHEETS, {"unit": "emergency"}).content.decode()
    assert '<option value="emergency" selected>' in chosen


def test_a_file_that_was_never_archived_is_not_found(everybody: dict[str, Person], enter: Enter) -> None:
    assert enter(everybody["officer"]).get(f"{SHEETS}archived/999/").status_code == 404


def test_the_first_day_of_the_calendar_asked_for_is_answered(
    everybody: dict[str, Person], enter: Enter
) -> None:
    assert enter(everybody["officer"]).get(SHEETS, {"day": date(2000, 1, 1).isoformat()}).status_code == 200
