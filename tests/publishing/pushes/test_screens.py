"""The screen on which a push is made: choose, order, preview, submit; then the ordinary queue and screens."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from guanwei.audit import clock
from guanwei.delivery.models import Delivery
from guanwei.publishing.models import Push
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import add_agency, add_person, put_in_post
from publishing.pushes.desk import Desk

pytestmark = pytest.mark.django_db
NEW = "pushes:new"


def entered(person: Any) -> Client:
    client = Client()
    client.force_login(type(person).objects.get(pk=person.pk))
    return client


def names(response: HttpResponse) -> list[str]:
    """The order on the screen, as the form carries it."""
    soup = BeautifulSoup(response.content, "html.parser")
    return [each["value"] for each in soup.select("input[name=item]")]


def text(response: HttpResponse) -> str:
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


@pytest.fixture
def client(desk: Desk) -> Client:
    return entered(desk.people["editor"])


@pytest.fixture
def new(desk: Desk) -> str:
    return reverse(NEW, args=[desk.account.slug])


def said(desk: Desk, picks: list[str], **pressed: str) -> dict[str, Any]:
    return {"day": clock.today().isoformat(), "item": picks, **pressed}


def test_an_editor_makes_a_push_and_submits_it(desk: Desk, client: Client, new: str) -> None:
    first, second, third = ("{}:{}:{}".format(*each) for each in desk.items(3))
    shown = client.get(new)
    assert names(shown) == []
    assert [each["value"] for each in BeautifulSoup(shown.content, "html.parser").select("[name=add]")] == [
        first,
        second,
        third,
    ]
    shown = client.post(new, said(desk, [first, second], add=third))
    assert names(shown) == [first, second, third]
    shown = client.post(new, said(desk, names(shown), up=third))
    assert names(shown) == [first, third, second]
    shown = client.post(new, said(desk, names(shown), down=first))
    assert names(shown) == [third, first, second]
    shown = client.post(new, said(desk, names(shown), remove=first))
    assert names(shown) == [third, second]
    assert not Push.objects.exists()
    done = client.post(new, said(desk, names(shown), submit="1"), follow=True)
    assert "已提交，等待“审核推送”" in text(done)
    push = Push.objects.get()
    assert [each.title for each in push.in_order()] == ["第3篇", "第2篇"]


def test_a_moved_row_keeps_the_keyboards_place(desk: Desk, client: Client, new: str) -> None:
    rows = ["{}:{}:{}".format(*each) for each in desk.items(3)]
    shown = client.post(new, said(desk, rows, up=rows[2]))
    focused = BeautifulSoup(shown.content, "html.parser").select_one("[autofocus]")
    assert focused is not None
    assert (focused["name"], focused["value"]) == ("up", rows[2])


def test_enter_in_the_form_saves_and_moves_nothing(desk: Desk, client: Client, new: str) -> None:
    soup = BeautifulSoup(client.get(new).content, "html.parser")
    assert soup.select("#gw-push button")[0]["name"] == "save"


def test_a_refused_submission_keeps_the_draft_and_says_why(desk: Desk, client: Client, new: str) -> None:
    done = client.post(new, said(desk, [], submit="1"), follow=True)
    assert "草稿已保存，但还不能提交" in text(done)
    assert "推送里还没有文章" in text(done)
    assert Push.objects.count() == 1


@pytest.mark.parametrize("day", ["", "明天", "2026-13-45", "9" * 200, "<script>"])
def test_a_day_that_cannot_be_read_loses_nothing(desk: Desk, client: Client, new: str, day: str) -> None:
    rows = ["{}:{}:{}".format(*each) for each in desk.items(2)]
    answer = client.post(new, {"day": day, "item": rows, "save": "1"})
    assert answer.status_code == 422
    assert names(answer) == rows
    assert "没有看懂推送日期" in text(answer)


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "x",
        "page",
        "page:x:1",
        "page:-1:1",
        "page:1",
        f"page:{'9' * 40}:1",
        "push:1:1",
        "页:1:1",
        ":::",
        "a" * 5000,
    ],
)
@pytest.mark.parametrize("verb", ["item", "add", "up", "down", "remove"])
def test_junk_in_the_form_changes_nothing(desk: Desk, client: Client, new: str, junk: str, verb: str) -> None:
    answer = client.post(new, {"day": clock.today().isoformat(), verb: junk})
    assert answer.status_code in (200, 302, 422)
    assert not Push.objects.exclude(items=None).exists()


@pytest.mark.defends("push screen: an article that isn't signed posted into the list", by="editor")
def test_an_unsigned_article_cannot_be_posted_into_the_list(desk: Desk, client: Client, new: str) -> None:
    draft = desk.page("没签的")
    answer = client.post(new, said(desk, [f"page:{draft.pk}:1"], save="1"))
    assert answer.status_code == 422
    assert "没有签发" in text(answer)
    assert not Push.objects.exists()


@pytest.mark.defends("push screen: composing for another unit's account", by="editor")
def test_only_writers_of_the_managing_unit_compose(desk: Desk, new: str) -> None:
    push = desk.push(desk.items(1))
    other = add_agency(desk.county.unit, "清河县林业局", "forestry")
    stranger = add_person("forestry-editor", "林业局编辑")
    put_in_post(stranger, "county.editor", other.section)
    for person in (stranger, desk.people["supplier"], desk.people["reviewer"], desk.people["publisher"]):
        client = entered(person)
        assert client.get(new).status_code == 403
        for name in ("edit", "preview"):
            assert client.get(reverse(f"pushes:{name}", args=[push.pk])).status_code == 403
        assert client.post(reverse("pushes:edit", args=[push.pk]), {"submit": "1"}).status_code == 403
    assert AnonymousUser().is_anonymous
    assert Client().get(new).status_code == 302


def test_a_push_that_is_not_there_is_not_found(desk: Desk, client: Client) -> None:
    for name in ("edit", "preview"):
        assert client.get(reverse(f"pushes:{name}", args=[999])).status_code == 404
    assert client.get(reverse(NEW, args=["nobody"])).status_code == 404


def test_the_preview_shows_the_first_large_and_the_rest_small(desk: Desk, client: Client) -> None:
    push = desk.push(desk.items(3))
    soup = BeautifulSoup(client.get(reverse("pushes:preview", args=[push.pk])).content, "html.parser")
    assert [each.get_text() for each in soup.select(".pushed-first h1")] == ["第1篇"]
    assert [each.get_text() for each in soup.select(".pushed-next h2")] == ["第2篇", "第3篇"]


def test_the_reviewer_reads_every_article_and_signs(desk: Desk) -> None:
    submission = desk.submitted(desk.push(desk.items(2)))
    client = entered(desk.people["reviewer"])
    assert submission.title in text(client.get(reverse("review:queue")))
    url = reverse("review:sign", args=[submission.pk])
    shown = client.get(url)
    for words in ("头条", "第1篇，请留意", "第2篇，请留意", "清河县水利局防汛科"):
        assert words in text(shown)
    seen = BeautifulSoup(shown.content, "html.parser").select_one("[name=seen]")
    assert seen is not None
    client.post(url, {"action": "sign", "seen": seen["value"], "opinion": "同意"})
    submission.refresh_from_db()
    assert submission.state == "permitted"


def test_the_reviewer_sees_what_was_reordered(desk: Desk) -> None:
    picks = desk.items(3)
    push = desk.push(picks)
    submission = desk.signed(push)
    from guanwei.approvals.services import send_back

    no_refusals(send_back(submission.pk, desk.people["publisher"], "头条请换第三篇"))
    again = desk.submitted(desk.again(push, [picks[2], picks[0], picks[1]]))
    shown = entered(desk.people["reviewer"]).get(reverse("review:sign", args=[again.pk]))
    soup = BeautifulSoup(shown.content, "html.parser")
    changed = " ".join(each.get_text() for each in soup.select(".gw-diff ins, .gw-diff del"))
    assert "3" in changed
    assert "推送次序" in text(shown)
    assert "头条：第" in text(shown)


def test_the_timelines_of_push_and_item_name_each_other(desk: Desk) -> None:
    picks = desk.items(2)
    delivery = desk.out(picks)
    push = desk.push_of(delivery)
    client = entered(desk.people["publisher"])
    items = text(client.get(reverse("timeline:timeline", args=["push", push.pk])))
    assert "1. 第1篇" in items
    assert "2. 第2篇" in items
    item = text(client.get(reverse("timeline:timeline", args=picks[1][:2])))
    assert f"编入“{push.title}”，等待推送" in item


def test_addresses_typed_wrong_stay_in_the_form(desk: Desk) -> None:
    delivery = desk.out(desk.items(2))
    client = entered(desk.people["publisher"])
    url = reverse("review:delivery", args=[delivery.pk])
    shown = client.get(url)
    assert len(BeautifulSoup(shown.content, "html.parser").select("[name=addresses]")) == 2
    good = "https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrSt0"
    answer = client.post(url, {"action": "address", "addresses": [good, "不是地址"]})
    assert answer.status_code == 409
    typed = BeautifulSoup(answer.content, "html.parser").select("[name=addresses]")
    assert [each["value"] for each in typed] == [good, "不是地址"]
    other = good.replace("St0", "St1")
    client.post(url, {"action": "address", "addresses": [good, other]})
    assert Delivery.objects.get(pk=delivery.pk).addresses == [good, other]


def test_the_editor_finds_the_push_among_the_own_manuscripts(desk: Desk, client: Client) -> None:
    push = desk.push(desk.items(1))
    home = client.get(reverse("wagtailadmin_home"))
    links = [each["href"] for each in BeautifulSoup(home.content, "html.parser").select(".gw-mine a")]
    assert reverse("pushes:edit", args=[push.pk]) in links


def test_a_post_with_the_number_of_a_push_is_not_taken_for_it(desk: Desk, client: Client) -> None:
    """Numbers are counted for each family by itself."""
    push = desk.push(desk.items(2))
    home = text(client.get(reverse("wagtailadmin_home")))
    assert home.count(push.title) == 1


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def test_more_articles_cost_no_more_queries(desk: Desk, client: Client, new: str) -> None:
    push = desk.push(desk.items(2))
    urls = [new, reverse("pushes:edit", args=[push.pk]), reverse("pushes:index")]
    client.get(new)
    few = [queries(client, each) for each in urls]
    picks = desk.items(6)
    urls[1] = reverse("pushes:edit", args=[desk.push(picks).pk])
    # modelcluster asks for the parent of each item of a draft: four items more, eight at most.
    assert [queries(client, each) for each in urls] == [few[0], few[1] + 4, few[2]]
