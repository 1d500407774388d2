"""Emergencies before people: recording a call, the queue's first rows, the second review, letters."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from guanwei import registry
from guanwei.approvals.models import NumberLook, SecondReview, SignOff, Submission
from guanwei.approvals.services.emergency_escalating import escalate_due
from guanwei.audit import clock
from guanwei.console.notices import tasks
from guanwei.console.reporting.explaining import explain
from guanwei.organisations.models import Person
from guanwei.publishing.content.facts import facts_of
from guanwei.publishing.services import submit
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, write_article
from storms import NUMBER, alarm, found, went_out

pytestmark = pytest.mark.django_db
QUEUE = "/admin/console/queue/"


def enter(person: Person) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=person.pk))
    return client


def text(answer: Any) -> str:
    return str(answer.content.decode())


def hidden(page: str, name: str) -> str:
    match = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert match is not None
    return match[1]


def call_url(submission: Submission) -> str:
    return f"/admin/console/telephone/{submission.pk}/{submission.steps.get(position=0).pk}/"


def form(page: str, submission: Submission, people: dict[str, Person], **changes: Any) -> dict[str, Any]:
    when = clock.now() + timedelta(hours=8)
    return {
        "seen": hidden(page, "seen"),
        "read_out": list(submission.parts),
        "consenter": people["duty"].pk,
        "consented_at": when.strftime("%Y-%m-%dT%H:%M"),
        "number": "139 0001 2345",
        "opinion": "同意",
        **changes,
    }


def test_the_officer_finds_the_item_and_records_the_call(county: County, people: dict[str, Person]) -> None:
    submission = alarm(county, people)
    officer = enter(people["officer"])
    assert call_url(submission) in text(officer.get(QUEUE))
    page = text(officer.get(call_url(submission)))
    assert officer.post(call_url(submission), form(page, submission, people)).status_code == 302
    call = SignOff.objects.get().call
    assert (call.number, call.recorder) == (NUMBER, people["officer"])
    assert call_url(submission) not in text(officer.get(QUEUE))


@pytest.mark.parametrize(
    "changes",
    [
        {"number": "打过了"},
        {"consented_at": ""},
        {"consented_at": "刚才"},
        {"consenter": "0"},
        {"consenter": "x"},
        {"read_out": []},
        {"seen": "forged"},
        {"opinion": "长" * 400},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_is_missing_or_forged_is_refused_and_kept_in_the_form(
    county: County, people: dict[str, Person], changes: dict[str, Any]
) -> None:
    submission = alarm(county, people)
    officer = enter(people["officer"])
    page = text(officer.get(call_url(submission)))
    answer = officer.post(call_url(submission), form(page, submission, people, **changes))
    assert answer.status_code == 409
    assert 'role="alert"' in text(answer)
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("who", ["editor", "reviewer", "publisher", "leader", "administrator", "duty"])
@pytest.mark.defends("telephone screen", by="signer")
def test_others_have_no_such_screen(county: County, people: dict[str, Person], who: str) -> None:
    submission = alarm(county, people)
    client = enter(people[who])
    assert client.get(call_url(submission)).status_code == 403
    assert client.post(call_url(submission), {"number": NUMBER}).status_code == 403
    assert not SignOff.objects.exists()


def test_the_queue_shows_what_runs_against_the_clock_first(county: County, people: dict[str, Person]) -> None:
    review = went_out(county, people)
    write = write_article(county, county.water, people["editor"], title="寻常的稿件")
    assert submit(write, people["editor"])[0] is not None
    page = text(enter(people["reviewer"]).get(QUEUE))
    assert page.index("还有 23 小时") < page.index("寻常的稿件")
    assert f"/admin/console/second-reviews/{review.pk}/" in page
    assert "还有 23 小时" in text(enter(people["reviewer"]).get("/admin/"))
    assert "2 件" in page
    with clock.at(review.due_at + timedelta(hours=3)):
        assert "已逾期 3 小时" not in text(enter(people["leader"]).get(QUEUE)), "not reported yet"
        escalate_due()
        assert "已逾期 3 小时" in text(enter(people["leader"]).get(QUEUE))
    with clock.at(review.due_at - timedelta(minutes=30)):
        assert "还有 30 分钟" in text(enter(people["duty"]).get(QUEUE))
    for who in ("reviewer", "duty"):
        no_refusals(found(review, people[who]))
        assert "second-reviews" not in text(enter(people[who]).get(QUEUE))


def test_the_queue_costs_the_same_at_any_number_of_second_reviews(
    county: County, people: dict[str, Person]
) -> None:
    client = enter(people["reviewer"])

    def cost() -> int:
        client.get(QUEUE)
        with CaptureQueriesContext(connection) as asked:
            client.get(QUEUE)
        return len(asked)

    went_out(county, people)
    few = cost()
    for _ in range(3):
        went_out(county, people)
    assert cost() == few


def test_it_is_signed_on_the_screen_with_what_went_out(county: County, people: dict[str, Person]) -> None:
    review = went_out(county, people)
    where = f"/admin/console/second-reviews/{review.pk}/"
    client = enter(people["reviewer"])
    page = text(client.get(where))
    for words in ("当时发出的内容", "汛期请远离河道。", "电话同意", "139****45", "同意补签"):
        assert words in page
    assert NUMBER not in page
    sent = {"seen": hidden(page, "seen"), "step": hidden(page, "step")}
    assert client.post(where, {**sent, "action": "refuse", "opinion": ""}).status_code == 409
    assert client.post(where, {**sent, "action": "dance"}).status_code == 409
    assert client.post(where, {**sent, "seen": "x", "action": "approve"}).status_code == 409
    assert client.post(where, {**sent, "action": "refuse", "opinion": "水位有误"}).status_code == 302
    assert SecondReview.objects.get().state == "refused"
    assert "须撤下或更正" in text(client.get(where))
    assert "撤下…" in text(enter(people["leader"]).get(where))
    story = text(client.get(f"/admin/console/timeline/page/{review.object_id}/"))
    for words in ("记录电话同意", "139****45", "应急发布补审", "补审不同意", "水位有误"):
        assert words in story
    assert NUMBER not in story


@pytest.mark.law("L10")
def test_the_number_is_shown_to_whose_task_needs_it_and_each_look_is_logged(
    county: County, people: dict[str, Person]
) -> None:
    review = went_out(county, people)
    call = SignOff.objects.get().call
    where = f"/admin/console/second-reviews/{review.pk}/numbers/"
    for who in ("publisher", "editor"):
        answer = enter(people[who]).post(where, {"call": call.pk})
        assert (answer.status_code, NUMBER in text(answer)) == (403, False)
    assert not NumberLook.objects.exists()
    for who in ("reviewer", "duty", "officer", "leader", "auditor"):
        answer = enter(people[who]).post(where, {"call": call.pk})
        assert NUMBER in text(answer)
        assert "no-store" in answer["Cache-Control"]
    assert NumberLook.objects.count() == 5
    assert enter(people["reviewer"]).get(where).status_code == 405
    assert enter(people["reviewer"]).post(where, {"call": "x"}).status_code == 404


def test_letters_go_to_who_signs_and_then_to_who_hears_of_it(
    county: County, people: dict[str, Person]
) -> None:
    review = went_out(county, people)
    tasks.tell_who_signs_afterwards.func(review.pk)
    assert sorted(each.to[0] for each in mail.outbox) == sorted(
        [people["reviewer"].email, people["duty"].email]
    )
    mail.outbox.clear()
    with clock.at(review.due_at):
        escalate_due()
        tasks.tell_that_it_is_late.func(review.pk)
    assert {each.to[0] for each in mail.outbox} == {
        people[who].email for who in ("leader", "reviewer", "duty")
    }
    assert "补审逾期" in mail.outbox[0].subject
    assert NUMBER not in "".join(each.body for each in mail.outbox)
    for who in ("reviewer", "duty"):
        no_refusals(found(review, people[who]))
    mail.outbox.clear()
    tasks.tell_that_it_is_late.func(review.pk)
    assert mail.outbox == []


def test_explain_names_the_second_review(county: County, people: dict[str, Person]) -> None:
    article = write_article(county, county.water, people["editor"], urgency="emergency")
    section = county.water.section
    said = explain(facts_of(article, clock.now()), section, section)
    review = said["route"]["second_review"]
    assert (review["id"], review["within_hours"]) == ("storm.second-review", 24)
    assert review["escalates"]["role"] == "county.leader-in-charge"
    assert review["steps"][0]["cites"][0]["article"] == "第五条"
    assert [each["telephone"] for each in said["route"]["steps"]] == [True, False]
    assert registry.catalogue().route("storm.emergency") is not None
