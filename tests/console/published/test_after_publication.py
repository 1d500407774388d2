"""发布之后: who answers, what is corrected, who else carried it, who is asked to repost, what was held."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from guanwei.accounts.models import Account
from guanwei.organisations.models import Person
from guanwei.publishing.models import Activity, ErrorReport, Post, Release, ReleasePart
from guanwei.publishing.models.releases import PartState
from guanwei.publishing.services.activities import hold_activity, note_appearance
from guanwei.publishing.services.error_reports import close_report, report_error
from guanwei.publishing.services.joint import offer_reposts
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import Agency, County, add_agency, staff_by_county_book, write_post

pytestmark = pytest.mark.django_db


def enter(person: Person) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=person.pk))
    return client


def text(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture
def water(county: County) -> Agency:
    return county.water


def out(agency: Agency, title: str = "停水通知") -> Release:
    """A post of the agency, signed by the county's route and released."""
    people = agency.people
    post = write_post(agency, people["editor"], title=title)
    permitted = signed(submitted(post, people["editor"]), people["reviewer"], people["leader"])
    return released(permitted, people["publisher"])


def in_public(made: Release, address: str = "https://weibo.com/1234567890/Abcdef123") -> Release:
    """The post's address came back."""
    part = ReleasePart.objects.get(release=made, account__isnull=False)
    part.state, part.address = PartState.DONE, address
    part.save()
    return made


@pytest.mark.clause("YC-15.1", "HBP-7.1", "LAE-3.1", core=True)
def test_the_panel_names_who_opened_wrote_reviewed_and_published(water: Agency) -> None:
    made = out(water)
    page = text(enter(water.people["editor"]).get(f"/admin/console/published/{made.pk}/"))
    for words in ("清河县水利局开设", "宣传科编辑", "宣传科审核员", "分管领导", "宣传科发布员"):
        assert words in page
    timeline = text(enter(water.people["editor"]).get(f"/admin/console/timeline/post/{made.object_id}/"))
    assert f"/admin/console/published/{made.pk}/" in timeline


def test_a_stranger_reads_nothing_of_it(county: County, water: Agency) -> None:
    other = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(other)
    answer = enter(other.people["editor"]).get(f"/admin/console/published/{out(water).pk}/")
    assert answer.status_code == 403


@pytest.mark.clause("YC-18.4d", core=True)
def test_an_error_report_is_not_closed_in_silence(water: Agency) -> None:
    editor, made = water.people["editor"], out(water)
    report, refusals = report_error(made, "停水时间写错了", editor, "市民来电")
    no_refusals(refusals)
    assert report is not None
    (refusal,) = close_report(report, None, editor)
    assert "先发布更正稿或事实说明" in refusal.sentence
    assert ErrorReport.objects.get().closed_at is None
    statement = out(water, "关于停水时间的说明")
    no_refusals(close_report(report, statement, editor))
    assert ErrorReport.objects.get().answer == statement
    assert close_report(report, statement, editor)


def test_only_a_later_publication_of_the_same_unit_answers_an_error(county: County, water: Agency) -> None:
    other = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(other)
    earlier, made, foreign = out(water, "早前的通知"), out(water), out(other, "别家的说明")
    report, _refusals = report_error(made, "停水时间写错了", water.people["editor"])
    assert report is not None
    assert close_report(report, earlier, water.people["editor"])
    assert close_report(report, foreign, water.people["editor"])
    assert close_report(report, out(water, "说明"), other.people["editor"])


def test_an_error_is_reported_and_closed_on_the_screen(water: Agency) -> None:
    made, client = out(water), enter(water.people["editor"])
    where = f"/admin/console/published/{made.pk}/"
    assert client.post(f"{where}report/", {"text": "  "}).status_code == 409
    client.post(f"{where}report/", {"text": "停水时间写错了", "source": "市民来电"})
    statement, report = out(water, "说明"), ErrorReport.objects.get()
    assert client.post(f"/admin/console/error-reports/{report.pk}/close/", {"answer": "x"}).status_code == 409
    client.post(f"/admin/console/error-reports/{report.pk}/close/", {"answer": statement.pk})
    assert "已办结" in text(client.get(where))


@pytest.mark.clause("HBP-6.2b", core=True)
def test_other_accounts_are_asked_to_repost_and_decide_by_their_own_course(
    county: County, water: Agency
) -> None:
    other = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(other)
    made = in_public(out(water))
    drafts, refusals = offer_reposts(made, [other.weibo, other.wechat], water.people["editor"])
    no_refusals(refusals)
    assert [(each.manager, each.kind, each.source_url) for each in drafts] == [
        (other.section, "repost", "https://weibo.com/1234567890/Abcdef123")
    ] * 2
    assert not any(each.live for each in drafts)
    draft = Post.objects.get(pk=drafts[0].pk).get_latest_revision_as_object()
    draft.category = "county.convenience"
    draft.save_revision(user=other.people["editor"])
    assert submitted(draft, other.people["editor"]).state == "open"


@pytest.mark.parametrize("problem", ["stranger", "no address", "closed", "own", "none"])
def test_an_impossible_joint_publication_makes_no_draft(county: County, water: Agency, problem: str) -> None:
    other = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(other)
    made = out(water) if problem == "no address" else in_public(out(water))
    accounts: list[Account] = {"own": [water.wechat], "none": []}.get(problem, [other.weibo])
    if problem == "closed":
        other.weibo.closed_on = date(2026, 1, 1)
        other.weibo.save()
    by = other.people["editor"] if problem == "stranger" else water.people["editor"]
    before = Post.objects.count()
    drafts, refusals = offer_reposts(made, accounts, by)
    assert (drafts, Post.objects.count()) == ([], before)
    assert refusals[0].sentence.endswith("。")


@pytest.mark.clause("YC-13.5", "HBV-14.1", core=True)
def test_media_that_carried_a_release_or_an_activity_are_listed_with_it(water: Agency, moments: Any) -> None:
    editor, made = water.people["editor"], out(water)
    no_refusals(note_appearance(made, "新闻发布会", date(2026, 5, 1), editor)[1])
    client, where = enter(editor), f"/admin/console/published/{made.pk}/"
    client.post(
        f"{where}carried/", {"medium": "局信息公开网", "on": "2026-05-02", "address": "https://gov.example/1"}
    )
    assert client.post(f"{where}carried/", {"medium": "报纸", "on": "31/5"}).status_code == 409
    assert client.post(f"{where}carried/", {"medium": "报纸", "on": "2026-13-45"}).status_code == 409
    page = text(client.get(where))
    assert "2026-05-01 新闻发布会" in page
    assert 'href="https://gov.example/1"' in page
    activity, _refusals = hold_activity(
        "interview", "节水微访谈", water.weibo, *moments, editor, releases=[made]
    )
    assert activity is not None
    for medium in ("县电视台", "县广播电台"):
        no_refusals(note_appearance(activity, medium, date(2026, 5, 1), editor)[1])
    page = text(client.get("/admin/console/activities/"))
    assert all(words in page for words in ("停水通知", "县电视台", "县广播电台"))


@pytest.fixture
def moments() -> tuple[Any, Any]:
    from datetime import timedelta

    from guanwei.audit import clock

    return clock.now(), clock.now() + timedelta(hours=2)


@pytest.mark.clause("YC-13.1", core=True)
def test_a_micro_interview_stands_in_the_calendar_and_is_counted(water: Agency) -> None:
    client = enter(water.people["editor"])
    typed = {
        "kind": "interview",
        "account": water.weibo.pk,
        "title": "节水微访谈",
        "guests": "水资源科科长",
        "starts_at": "2026-05-01T09:00",
        "ends_at": "2026-05-01T10:00",
    }
    assert (
        client.post("/admin/console/activities/", typed | {"ends_at": "2026-05-01T08:00"}).status_code == 409
    )
    assert client.post("/admin/console/activities/", typed | {"kind": "party"}).status_code == 409
    client.post("/admin/console/activities/", typed)
    page = text(client.get("/admin/console/activities/"))
    assert all(
        words in page for words in ("节水微访谈", "水资源科科长", "微访谈 1", "微直播 0", "2026-05-01 09:00")
    )
    assert Activity.history.count() >= 1


def test_nobody_keeps_the_calendar_of_anothers_account(county: County, water: Agency, moments: Any) -> None:
    other = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(other)
    made, refusals = hold_activity("live", "直播", water.weibo, *moments, other.people["editor"])
    assert made is None
    assert refusals


def test_a_long_calendar_costs_as_many_queries_as_a_short_one(water: Agency, moments: Any) -> None:
    client = enter(water.people["editor"])

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/admin/console/activities/")
        return len(asked)

    hold_activity("live", "直播", water.weibo, *moments, water.people["editor"])
    queries()
    few = queries()
    for number in range(12):
        hold_activity("live", f"直播{number}", water.weibo, *moments, water.people["editor"])
    assert queries() == few
