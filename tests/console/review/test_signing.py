"""The signing screen: read, sign, send back, release, take down."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from guanwei.approvals.models import Return, SignOff, Submission
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage, Release
from guanwei.publishing.services import save_draft, submit
from guanwei.testing.acts import released, signed
from guanwei.testing.scenes import County, add_person, put_in_post

from .conftest import Enter

SECRECY = "county.secrecy"


def address(submission: Submission) -> str:
    return f"/admin/console/sign/{submission.pk}/"


def hidden_seen(client: Client, submission: Submission) -> str:
    page = client.get(address(submission)).content.decode()
    found = re.search(r'name="seen" value="([^"]+)"', page)
    assert found, page
    return found[1]


def press(client: Client, submission: Submission, **fields: object) -> tuple[int, str]:
    answer = client.post(address(submission), {"action": "sign", "checked": [SECRECY], **fields}, follow=True)
    return answer.status_code, answer.content.decode()


def change(article: ArticlePage, by: Person, summary: str = "汛期请远离河道和水库。") -> ArticlePage:
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    draft.summary = summary
    save_draft(draft, by)
    return draft


def test_the_screen_shows_content_chain_checklist_and_articles(
    submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    page = enter(people["reviewer"]).get(address(submission)).content.decode()
    for words in (
        "近日降雨较多",
        "汛期请远离河道。",
        "微博",
        "分管领导签发",
        "不含国家秘密",
        "第二十一条",
        "同意签署",
    ):
        assert words in page


def test_two_taps_from_the_queue_and_the_item_is_signed(
    submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    signed(submission, people["reviewer"])
    client = enter(people["leader"])
    queue = client.get("/admin/console/queue/").content.decode()
    assert f'href="{address(submission)}"' in queue
    status, page = press(client, submission, seen=hidden_seen(client, submission))
    assert status == 200
    assert "现在等待“发布”" in page
    assert "宣传科发布员" in page
    assert SignOff.objects.get(person=people["leader"]).opinion == "同意"


def test_after_signing_the_next_item_is_one_tap_away(
    county: County, submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    from guanwei.testing.acts import submitted
    from guanwei.testing.scenes import write_article

    other = submitted(
        write_article(county, county.water, people["editor"], title="防汛值班安排"), people["editor"]
    )
    client = enter(people["reviewer"])
    _status, page = press(client, submission, seen=hidden_seen(client, submission))
    assert "下一件：防汛值班安排" in page
    assert f'href="{address(other)}"' in page


def test_an_open_binding_box_is_refused_with_its_words(
    submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["reviewer"])
    status, page = press(client, submission, seen=hidden_seen(client, submission), checked=[])
    assert status == 409
    assert "请逐项核对后勾选“不含国家秘密和不宜公开的信息”再签" in page
    assert not SignOff.objects.exists()


def test_what_moved_under_the_signers_eyes_is_not_signed(
    submission: Submission, article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["reviewer"])
    seen = hidden_seen(client, submission)
    change(article, people["editor"])
    status, page = press(client, submission, seen=seen)
    assert status == 409
    assert "您打开之后稿件有改动" in page
    assert "河道和水库" in page
    assert not SignOff.objects.exists()
    status, _page = press(client, submission, seen=hidden_seen(client, submission))
    assert status == 200
    assert SignOff.objects.count() == 1


def test_digests_that_another_screen_showed_sign_nothing(
    submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    signed(submission, people["reviewer"])
    client = enter(people["leader"])
    for seen in ("", "forged", hidden_seen(client, submission)[:-3] + "abc"):
        status, page = press(client, submission, seen=seen)
        assert status == 409
        assert "不是您刚才打开的那一页" in page
    assert SignOff.objects.count() == 1


def test_a_second_look_shows_only_what_changed(
    submission: Submission, article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    signed(submission, people["reviewer"])
    change(article, people["editor"])
    page = enter(people["reviewer"]).get(address(submission)).content.decode()
    assert "<ins>和水库</ins>" in page
    assert re.search(r'gw-part--changed" open', page)
    assert re.search(r'gw-part--same">', page)


def test_sent_back_with_a_reason_that_the_editor_can_read(
    submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["reviewer"])
    answer = client.post(address(submission), {"action": "return", "reason": "请核对停水时间。"}, follow=True)
    assert "已退回" in answer.content.decode()
    assert Return.objects.get().reason == "请核对停水时间。"
    page = enter(people["editor"]).get(address(submission)).content.decode()
    assert "请核对停水时间。" in page
    assert "同意签署" not in page


def test_nothing_is_sent_back_without_a_reason(
    submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    answer = enter(people["reviewer"]).post(address(submission), {"action": "return", "reason": " "})
    assert answer.status_code == 409
    assert "请写明理由" in answer.content.decode()
    assert not Return.objects.exists()


def test_the_writer_reads_but_cannot_sign(
    submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    page = enter(people["editor"]).get(address(submission)).content.decode()
    assert "同意签署" not in page
    assert "您目前没有这个职务" in page


def test_a_stranger_is_told_why_he_may_not_look(county: County, submission: Submission, enter: Enter) -> None:
    stranger = add_person("stranger", "县林业局编辑")
    other = county.unit.children.create(name="县林业局", slug="forest", kind="department")
    put_in_post(stranger, "county.editor", other)
    answer = enter(stranger).get(address(submission))
    assert answer.status_code == 403
    assert "与“汛期安全提示”无关" in answer.content.decode()
    assert "近日降雨较多" not in answer.content.decode()


@pytest.mark.parametrize("who", ["reviewer", "leader", "editor", "administrator"])
def test_only_the_publisher_releases(
    submission: Submission, people: dict[str, Person], enter: Enter, who: str
) -> None:
    permitted = signed(submission, people["reviewer"], people["leader"])
    client = enter(people[who])
    assert 'value="release"' not in client.get(address(permitted)).content.decode()
    assert client.post(address(permitted), {"action": "release"}).status_code == 409
    assert not Release.objects.exists()


def test_the_publisher_releases_at_once(
    submission: Submission, article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    permitted = signed(submission, people["reviewer"], people["leader"])
    client = enter(people["publisher"])
    assert 'value="release"' in client.get(address(permitted)).content.decode()
    answer = client.post(address(permitted), {"action": "release", "due_at": ""}, follow=True)
    assert "门户网站页面：已完成" in answer.content.decode()
    assert ArticlePage.objects.get(pk=article.pk).live


def test_a_timed_release_waits_and_says_when(
    submission: Submission, article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    permitted = signed(submission, people["reviewer"], people["leader"])
    answer = enter(people["publisher"]).post(
        address(permitted), {"action": "release", "due_at": f"{tomorrow}T08:30"}, follow=True
    )
    assert f"已定于 {tomorrow} 08:30 发布" in answer.content.decode()
    assert not ArticlePage.objects.get(pk=article.pk).live


@pytest.mark.parametrize("moment", ["2001-01-01T08:00", "明天", "2099-13-45T08:00"])
def test_a_time_that_cannot_be_is_refused(
    submission: Submission, people: dict[str, Person], enter: Enter, moment: str
) -> None:
    permitted = signed(submission, people["reviewer"], people["leader"])
    answer = enter(people["publisher"]).post(address(permitted), {"action": "release", "due_at": moment})
    assert answer.status_code == 409
    assert "立即发布" in answer.content.decode()
    assert not Release.objects.exists()


def test_the_leader_takes_a_live_item_down_with_a_reason(
    submission: Submission, article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    released(signed(submission, people["reviewer"], people["leader"]), people["publisher"])
    where = f"{address(submission)}take-down/"
    assert enter(people["leader"]).post(where, {"take_down_reason": ""}).status_code == 409
    assert enter(people["editor"]).post(where, {"take_down_reason": "内容有误"}).status_code == 409
    assert ArticlePage.objects.get(pk=article.pk).live
    assert "撤下" in enter(people["leader"]).get(address(submission)).content.decode()
    answer = enter(people["leader"]).post(where, {"take_down_reason": "内容有误"}, follow=True)
    assert not ArticlePage.objects.get(pk=article.pk).live
    assert "内容有误" in answer.content.decode()


def test_a_resubmitted_item_is_compared_with_what_was_sent_back(
    submission: Submission, article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    enter(people["reviewer"]).post(address(submission), {"action": "return", "reason": "请补充水库。"})
    again, _refusals = submit(change(article, people["editor"]), people["editor"])
    assert again is not None
    assert "<ins>和水库</ins>" in enter(people["reviewer"]).get(address(again)).content.decode()
