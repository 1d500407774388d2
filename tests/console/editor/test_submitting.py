"""Before submitting the editor sees the chain; submitting saves first; a refusal loses nothing."""

import json

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.urls import reverse
from guanwei.approvals.models import Submission, SubmissionState
from guanwei.approvals.services import send_back
from guanwei.audit import clock
from guanwei.console.editor.submitting import SUBMIT
from guanwei.organisations.models import Appointment, Person
from guanwei.organisations.services import end_appointment
from guanwei.publishing.models import ArticlePage
from guanwei.testing.acts import signed, submitted

from .conftest import Enter, edit_url, filled_in


def said(answer: HttpResponse) -> str:
    return "".join(str(each) for each in get_messages(answer.wsgi_request))


def chain_url(article: ArticlePage) -> str:
    return reverse("editor:chain", args=["page", article.pk])


def test_the_chain_names_step_person_and_article(
    article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    shown = enter(people["editor"]).get(chain_url(article)).content.decode()
    for expected in (
        "审核",
        "分管领导签发",
        "发布",
        str(people["reviewer"]),
        str(people["leader"]),
        "第十八条",
        "可以提交",
    ):
        assert expected in shown


def test_the_chain_says_what_is_missing(
    article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    article.category = ""
    article.save_revision(user=people["editor"])
    shown = enter(people["editor"]).get(chain_url(article)).content.decode()
    assert "还不能提交" in shown
    assert "请选择内容类别" in shown
    assert "第十一条" in shown


def test_the_chain_says_why_a_step_cannot_be_signed_and_who_can_do_what(
    article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    end_appointment(
        Appointment.objects.get(person=people["leader"]),
        clock.today().replace(year=2021),
        by=None,
        reason="调离",
    )
    shown = enter(people["editor"]).get(chain_url(article)).content.decode()
    assert "目前没有人担任" in shown
    assert "请管理员任命" in shown


def test_the_chain_is_not_for_strangers(
    article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    assert enter(people["stranger"]).get(chain_url(article)).status_code == 403


def test_there_is_no_chain_of_nothing(people: dict[str, Person], enter: Enter) -> None:
    client = enter(people["editor"])
    assert client.get(reverse("editor:chain", args=["page", 999_999])).status_code == 404
    assert client.get(reverse("editor:chain", args=["other", 1])).status_code == 404


@pytest.mark.parametrize("kind", ["article", "post"])
def test_submitting_saves_and_names_who_it_waits_for(
    request: pytest.FixtureRequest, people: dict[str, Person], enter: Enter, kind: str
) -> None:
    obj, client = request.getfixturevalue(kind), enter(people["editor"])
    sent = filled_in(client.get(edit_url(obj))) | {"title": "改过的标题", SUBMIT: "1"}
    answer = client.post(edit_url(obj), sent)
    submission = Submission.objects.get(object_id=obj.pk)
    assert (submission.title, submission.state) == ("改过的标题", SubmissionState.OPEN)
    assert answer["Location"] == edit_url(obj)
    assert str(people["reviewer"]) in said(answer)


def test_a_refused_submission_keeps_the_draft_and_gives_every_sentence(
    article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["editor"])
    sent = filled_in(client.get(edit_url(article))) | {"category": "", "summary": "改过的要点", SUBMIT: "1"}
    answer = client.post(edit_url(article), sent)
    assert "请选择内容类别" in said(answer)
    assert "第十一条" in said(answer)
    assert not Submission.objects.exists()
    assert ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object().summary == "改过的要点"


def test_a_text_over_the_limit_is_refused(
    article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["editor"])
    sent = filled_in(client.get(edit_url(article))) | {"variants-0-text": "长" * 2001, SUBMIT: "1"}
    answer = client.post(edit_url(article), sent)
    assert "最多2000字" in said(answer)
    assert not Submission.objects.exists()


@pytest.mark.parametrize("kind", ["article", "post"])
def test_the_buttons_are_save_and_submit_and_never_publish(
    request: pytest.FixtureRequest, people: dict[str, Person], enter: Enter, kind: str
) -> None:
    root = Person.objects.create_superuser("root", password="long enough to pass")
    for person in (people["editor"], root):
        shown = enter(person).get(edit_url(request.getfixturevalue(kind))).content.decode()
        assert f'name="{SUBMIT}"' in shown
        assert "action-publish" not in shown


def test_the_banner_says_which_signatures_an_edit_voids(
    article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    signed(submitted(article, people["editor"]), people["reviewer"])
    shown = enter(people["editor"]).get(edit_url(article)).content.decode()
    assert "正在等待“分管领导签发”，已签：审核" in shown
    assert f'name="{SUBMIT}"' not in shown
    assert "撤回送审" in shown


def test_autosave_does_not_void_signatures(
    article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    submission = signed(submitted(article, people["editor"]), people["reviewer"])
    client = enter(people["editor"])
    sent = filled_in(client.get(edit_url(article))) | {"summary": "停顿半秒"}
    answer = client.post(edit_url(article), sent, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert "不自动保存" in json.loads(answer.content)["error_message"]
    assert Submission.objects.get(pk=submission.pk).position == submission.position


def test_the_submitter_withdraws_with_a_reason(
    article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    submission = submitted(article, people["editor"])
    client = enter(people["editor"])
    address = reverse("editor:withdraw", args=[submission.pk])
    assert client.get(address).status_code == 200
    assert "请写明理由" in client.post(address, {"reason": " "}).content.decode()
    answer = client.post(address, {"reason": "数据要核实"})
    assert answer["Location"] == edit_url(article)
    assert Submission.objects.get(pk=submission.pk).state == SubmissionState.WITHDRAWN


def test_nobody_else_withdraws(article: ArticlePage, people: dict[str, Person], enter: Enter) -> None:
    submission = submitted(article, people["editor"])
    answer = enter(people["reviewer"]).post(
        reverse("editor:withdraw", args=[submission.pk]), {"reason": "不想看"}
    )
    assert "只有提交人" in answer.content.decode()
    assert Submission.objects.get(pk=submission.pk).state == SubmissionState.OPEN


def test_the_first_screen_shows_what_came_back_and_why(
    article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    submission = submitted(article, people["editor"])
    client = enter(people["editor"])
    assert "等待“审核”" in client.get("/admin/").content.decode()
    assert not send_back(submission.pk, people["reviewer"], "请写明放水时段")
    shown = client.get("/admin/").content.decode()
    assert "已退回" in shown
    assert "请写明放水时段" in shown
