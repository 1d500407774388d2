"""发布情况 and 撤下: what is under way or in trouble, and what people do about it."""

from datetime import timedelta
from typing import Any

import pytest
from delivery.posting import use_channel, walk
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localtime
from guanwei.approvals.models import Submission
from guanwei.approvals.subjects import row_of
from guanwei.audit import clock
from guanwei.delivery import services
from guanwei.delivery.models import Delivery, Recall
from guanwei.organisations.models import Person
from guanwei.publishing.models import Release
from guanwei.publishing.services import advancing, release, release_due
from guanwei.testing.acts import no_refusals, signed, submitted
from guanwei.testing.scenes import County, add_agency, staff_by_county_book, write_article

pytestmark = pytest.mark.django_db
LIST = "/admin/console/releases/"
WEIBO = "https://weibo.com/1234567890/Abcdef123"
HOUR = timedelta(hours=1)


@pytest.fixture
def people(county: County) -> dict[str, Person]:
    return {**county.people, **county.water.people}


def enter(person: Person) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=person.pk))
    return client


def permitted(county: County, people: dict[str, Person], **fields: Any) -> Submission:
    article = write_article(county, county.water, people["editor"], **fields)
    return signed(submitted(article, people["editor"]), people["reviewer"], people["leader"])


def timed(county: County, people: dict[str, Person], **fields: Any) -> Release:
    made, refusals = release(permitted(county, people, **fields).pk, people["publisher"], clock.now() + HOUR)
    no_refusals(refusals)
    assert made is not None
    return made


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_publisher_decides_when_it_comes_and_when_it_goes(
    county: County, people: dict[str, Person]
) -> None:
    submission = permitted(county, people)
    where = f"/admin/console/sign/{submission.pk}/"
    client = enter(people["publisher"])
    assert "到期下线" in text(client.get(where))
    refused = client.post(where, {"action": "release", "ends_at": "昨天"})
    assert (refused.status_code, Release.objects.count()) == (409, 0)
    client.post(where, {"action": "release", "ends_at": "2001-01-01T08:00"})
    assert not Release.objects.exists()
    end = clock.now() + timedelta(days=30)
    client.post(where, {"action": "release", "ends_at": localtime(end).strftime("%Y-%m-%dT%H:%M")})
    assert Release.objects.get().ends_at is not None


def test_a_failed_release_is_named_first_and_can_be_tried_again(
    county: County, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = timed(county, people)
    monkeypatch.setattr(advancing, "go_live", lambda *_args: 1 / 0)
    with clock.at(made.due_at):
        release_due()
        client = enter(people["publisher"])
        page = text(client.get(LIST))
        assert "出错或停住" in page
        assert "ZeroDivisionError" in page
        where = f"{LIST}{made.pk}/"
        assert "现在再试" in text(client.get(where))
        assert client.post(where, {"action": "again", "reason": ""}).status_code == 409
        assert client.post(where, {"action": "again", "reason": "磁盘已清理"}).status_code == 302
    assert Release.objects.get(pk=made.pk).problem == ""


def test_time_end_and_stop_are_changed_with_a_reason(county: County, people: dict[str, Person]) -> None:
    made = timed(county, people)
    client, where = enter(people["publisher"]), f"{LIST}{made.pk}/"
    assert "定时发布" in text(client.get(LIST))
    later = localtime(made.due_at + HOUR).strftime("%Y-%m-%dT%H:%M")
    kept = client.post(where, {"action": "time", "due_at": later, "reason": ""})
    assert (kept.status_code, later in text(kept)) == (409, True)
    assert client.post(where, {"action": "time", "due_at": later, "reason": "会议推迟"}).status_code == 302
    for junk in ("明天", "9999-99-99T00:00", "0001-01-01T00:00", "x" * 5000):
        answer = client.post(where, {"action": "time", "due_at": junk, "reason": "会议推迟"})
        assert answer.status_code == 409
    end = localtime(made.due_at + 9 * HOUR).strftime("%Y-%m-%dT%H:%M")
    assert client.post(where, {"action": "end", "ends_at": end, "reason": "只在汛期"}).status_code == 302
    assert client.post(where, {"action": "stop", "reason": "情况有变"}).status_code == 302
    assert client.post(where, {"action": "dance", "reason": "情况有变"}).status_code == 409
    page = text(client.get(where))
    for words in ("改定时间", "改定下线时间", "停止发布", "会议推迟", "恢复发布"):
        assert words in page
    story = text(client.get(f"/admin/console/timeline/page/{made.object_id}/"))
    for words in ("会议推迟", "停止发布", "只在汛期"):
        assert words in story


@pytest.mark.parametrize("who", ["editor", "reviewer", "auditor", "administrator"])
@pytest.mark.defends("releases screen: change of time", by="editor")
def test_others_look_and_change_nothing(county: County, people: dict[str, Person], who: str) -> None:
    made = timed(county, people)
    client, where = enter(people[who]), f"{LIST}{made.pk}/"
    page = text(client.get(where))
    assert 'value="time"' not in page
    assert 'value="stop"' not in page
    assert client.post(where, {"action": "stop", "reason": "不发"}).status_code == 409
    assert Release.objects.get(pk=made.pk).state == "running"


@pytest.mark.defends("releases screen: another agency's", by="signer")
def test_another_agency_sees_nothing_of_it(county: County, people: dict[str, Person]) -> None:
    made = timed(county, people)
    other = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(other)
    client = enter(other.people["publisher"])
    assert made.title not in text(client.get(LIST))
    assert client.get(f"{LIST}{made.pk}/").status_code == 403
    assert client.get(f"/admin/console/take-down/page/{made.object_id}/").status_code == 403
    assert enter(people["editor"]).get(LIST).status_code == 403


def test_the_list_costs_the_same_at_any_length(county: County, people: dict[str, Person]) -> None:
    client = enter(people["publisher"])

    def cost() -> int:
        client.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        return len(asked)

    timed(county, people)
    few = cost()
    for _ in range(4):
        timed(county, people)
    assert cost() == few


@pytest.fixture
def out(county: County, people: dict[str, Person]) -> Delivery:
    """An article whose post was published by hand."""
    use_channel(county.water.weibo, "weibo-manual")
    made = walk(county, write_article(county, county.water, people["editor"], variants=True))
    delivery = Delivery.objects.get(part__release=made)
    no_refusals(services.record_address(delivery, WEIBO, people["publisher"]))
    return delivery


def down_url(delivery: Delivery) -> str:
    made = delivery.part.release
    return f"/admin/console/take-down/{made.family}/{made.object_id}/"


def test_the_dialog_lists_what_was_sent_and_takes_both_back(
    county: County, people: dict[str, Person], out: Delivery
) -> None:
    client = enter(people["leader"])
    page = text(client.get(down_url(out)))
    assert WEIBO in page
    assert "不能自动撤回" in page
    assert client.post(down_url(out), {"posts": out.pk, "reason": ""}).status_code == 409
    assert (
        client.post(down_url(out), {"posts": [out.pk, "x", "9" * 30], "reason": "数字有误"}).status_code
        == 302
    )
    made = out.part.release
    assert not row_of(made.family, made.object_id).live
    recall = Recall.objects.get()
    assert (recall.asked_by, recall.state) == (people["leader"], "waiting_person")
    where = f"/admin/console/recalls/{recall.pk}/"
    publisher = enter(people["publisher"])
    assert "等待人工删除" in text(publisher.get(LIST))
    assert "怎样删除" in text(publisher.get(where))
    assert publisher.post(where, {"action": "not_deletable", "note": ""}).status_code == 409
    assert publisher.post(where, {"action": "deleted", "note": "已删"}).status_code == 302
    assert Recall.objects.get().state == "confirmed"
    story = text(publisher.get(f"/admin/console/timeline/{made.family}/{made.object_id}/"))
    assert "要求从渠道撤回" in story
    assert "已由人工在平台删除" in story


def test_what_was_left_on_the_platform_is_listed_until_somebody_decides(
    county: County, people: dict[str, Person], out: Delivery
) -> None:
    client = enter(people["leader"])
    client.post(down_url(out), {"reason": "数字有误"})
    assert "渠道上仍有" in text(client.get(LIST))
    assert client.post(down_url(out), {"reason": "也要撤回"}).status_code == 409
    assert client.post(down_url(out), {"reason": "也要撤回", "posts": out.pk}).status_code == 302
    assert Recall.objects.get().reason == "也要撤回"
    assert "渠道上仍有" not in text(client.get(LIST))


@pytest.mark.parametrize("who", ["editor", "reviewer", "auditor", "administrator"])
@pytest.mark.defends("take-down dialog: posts of an account", by="editor")
def test_others_neither_open_nor_post_the_dialog(
    county: County, people: dict[str, Person], out: Delivery, who: str
) -> None:
    client = enter(people[who])
    assert client.get(down_url(out)).status_code == 403
    assert client.post(down_url(out), {"posts": out.pk, "reason": "数字有误"}).status_code == 403
    assert not Recall.objects.exists()


def test_what_does_not_exist_is_not_found(county: County, people: dict[str, Person]) -> None:
    client = enter(people["leader"])
    for where in ("take-down/page/999999/", "take-down/nothing/1/", "releases/999999/", "recalls/999999/"):
        assert client.get(f"/admin/console/{where}").status_code == 404


def test_the_editors_menu_leads_to_our_dialog(county: County, people: dict[str, Person]) -> None:
    made = walk(county, write_article(county, county.water, people["editor"]))
    page = text(enter(people["keeper"]).get(f"/admin/pages/{made.object_id}/edit/"))
    assert f"/admin/pages/{made.object_id}/unpublish/" not in page
