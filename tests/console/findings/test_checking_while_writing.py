"""What is on an editor's screen is checked as it stands: by the rules in force, for whoever may write it."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from guanwei.api import FindingType
from guanwei.approvals.subjects import parts_of
from guanwei.audit import clock
from guanwei.console.doors.sessions import SEEN, SINCE
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import give_reason
from guanwei.screening.engine.engine import Engine
from guanwei.screening.word_lists import found_list, load_words
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, write_article, write_post

from .conftest import Ask, Screen, findings, refusal

pytestmark = [pytest.mark.django_db]
People = dict[str, Person]
# The example of the standard GB 11643, and a number that nobody can have.
NUMBER = "11010519491231002X"
MOBILE = "13900000000"


def places(found: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return [(each["text"], each["start"], each["end"]) for one in found for each in one["places"]]


def test_what_is_typed_and_not_saved_is_found_where_it_stands(
    ask: Ask, people: People, screen: Screen
) -> None:
    (found,) = findings(ask(people["editor"], screen({"variant:0:text": f"身份证号{NUMBER}。"})))
    assert (found["label"], found["severity"], found["count"]) == ("身份证号", "block", 1)
    assert places([found]) == [("variant:0:text", 4, 22)]
    assert found["cites"][0]["said"].endswith("第二十一条")
    assert found["cites"][0]["url"].startswith(reverse("regulations:citation"))
    assert ArticlePage.objects.count() == 0


def test_the_words_that_stay_are_offered_and_the_number_is_nowhere_else_in_the_answer(
    ask: Ask, people: People, screen: Screen
) -> None:
    response = ask(people["editor"], screen({"title": NUMBER}))
    (found,) = findings(response)
    assert found["places"][0]["right"] == "110105********002X"
    assert NUMBER not in response.content.decode()


def test_every_block_of_a_body_has_offsets_of_its_own(ask: Ask, people: People, screen: Screen) -> None:
    said = {"body:0": "😀第一段。", "body:1": "", "body:2": f"{MOBILE}，再打{MOBILE}"}
    (found,) = findings(ask(people["editor"], screen(said)))
    assert found["count"] == 2
    assert places([found]) == [("body:2", 0, 11), ("body:2", 14, 25)]


def test_an_agencys_own_wording_is_offered_in_place_of_what_was_typed(
    ask: Ask, people: People, screen: Screen, county: County
) -> None:
    keeper = people["administrator"]
    values = {
        "name": "规范用语",
        "finds": FindingType.WORDING,
        "source": "局办",
        "in_force_from": clock.today(),
    }
    words, refusals = found_list(county.water.unit, keeper, values)
    no_refusals(refusals)
    assert words is not None
    assert load_words(words, "清河湿地园\t清河湿地公园".encode(), keeper).edition
    (found,) = findings(ask(people["editor"], screen({"body:0": "请到清河湿地园看展。"})))
    assert found["severity"] == "look"
    assert (found["places"][0]["start"], found["places"][0]["right"]) == (2, "清河湿地公园")


def test_a_declared_fact_on_the_screen_counts_before_it_is_saved(
    ask: Ask, people: People, screen: Screen
) -> None:
    said = screen({"body:0": "全文如下。"}, kind="repost")
    marked = {**said, "fields": {"fact_county_repost_mark": "on"}}
    finds = [{each["label"] for each in findings(ask(people["editor"], one))} for one in (said, marked)]
    assert "转载没有出处" not in finds[1]
    assert finds[0] - finds[1] <= {"转载没有出处"}


def test_the_heaviest_stand_first(ask: Ask, people: People, screen: Screen) -> None:
    found = findings(ask(people["editor"], screen({"title": MOBILE, "body:0": NUMBER})))
    assert [each["severity"] for each in found] == ["block", "look"]


def test_an_answer_that_was_given_is_told(ask: Ask, people: People, screen: Screen, county: County) -> None:
    article = write_article(county, county.water, people["editor"], title=f"值班电话{MOBILE}")
    said = screen({"title": f"值班电话{MOBILE}，欢迎来电"}, object_id=article.pk)
    (found,) = findings(ask(people["editor"], said))
    assert found["answer"] is None
    no_refusals(give_reason(article, found["key"], people["editor"], "值班手机", parts_of(article)))
    (found,) = findings(ask(people["editor"], said))
    assert found["answer"]["reason"] == "值班手机"


def test_whoever_may_edit_a_draft_may_have_it_checked(
    ask: Ask, people: People, screen: Screen, county: County
) -> None:
    shared = write_article(county, county.water, people["editor"])
    said = screen({"title": NUMBER}, object_id=shared.pk)
    assert findings(ask(people["editor"], said))
    assert "采编" in refusal(ask(people["supplier"], said), 403)
    section = people["supplier"].appointments.get().unit
    shared.supplier = section
    shared.save_revision(user=people["editor"])
    assert findings(ask(people["supplier"], {**said, "supplier": section.pk}))
    assert findings(ask(people["supplier"], {**said, "supplier": None, "manager": None}))
    for who in ("stranger", "reviewer"):
        assert "不能改动" in refusal(ask(people[who], said), 403)


def test_what_is_new_is_checked_for_those_who_may_create_it(ask: Ask, people: People, screen: Screen) -> None:
    said = screen({"title": NUMBER}, family="post")
    assert findings(ask(people["editor"], said))
    assert findings(ask(people["editor"], {**said, "supplier": None, "manager": None}))
    assert "供稿单位" in refusal(ask(people["stranger"], said), 403)
    assert "供稿单位" in refusal(ask(people["editor"], {**said, "manager": 10**9}), 403)
    assert ask(people["reviewer"], said).status_code == 403


def test_nobody_else_learns_anything(ask: Ask, people: People, screen: Screen, county: County) -> None:
    said = screen({"title": NUMBER})
    assert ask(None, said).status_code == 302
    assert ask(None, said, **{"x-requested-with": "XMLHttpRequest"}).status_code in (302, 403)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people["editor"])
    address = reverse("findings:now")
    assert strict.post(address, json.dumps(said), content_type="application/json").status_code == 403
    assert strict.get(address).status_code == 405
    gone = screen({"title": NUMBER}, object_id=10**9)
    assert "不在" in refusal(ask(people["editor"], gone), 404)
    column = screen({"title": NUMBER}, object_id=county.news.pk)
    assert ask(people["editor"], column).status_code == 404


def test_a_check_writes_nothing_and_logs_no_text(
    ask: Ask, people: People, screen: Screen, county: County, caplog: Any, monkeypatch: Any
) -> None:
    post = write_post(county.water, people["editor"])
    said = screen({"title": NUMBER}, family="post", object_id=post.pk)
    ask(people["editor"], said)
    caplog.set_level(0)
    with CaptureQueriesContext(connection) as asked:
        findings(ask(people["editor"], said))
    assert [each["sql"] for each in asked if not each["sql"].startswith("SELECT")] == []

    def broken(_self: Engine, text: str, *_about: Any) -> None:
        raise ValueError(text)

    monkeypatch.setattr(Engine, "screen", broken)
    assert "提交审核时照常检查" in refusal(ask(people["editor"], said), 503)
    assert NUMBER not in caplog.text
    assert "ValueError" in caplog.text


def test_a_page_that_lies_open_and_is_checked_does_not_keep_its_person_signed_in(
    people: People, screen: Screen
) -> None:
    client = Client()
    client.force_login(people["editor"])
    session = client.session
    ago = (clock.now() - timedelta(minutes=5)).isoformat()
    session.update({SEEN: ago, SINCE: ago})
    session.save()
    findings(client.post(reverse("findings:now"), json.dumps(screen({"title": MOBILE})), "application/json"))
    assert client.session[SEEN] == ago


def test_it_costs_the_same_queries_whatever_is_written(
    ask: Ask, people: People, screen: Screen, county: County
) -> None:
    article = write_article(county, county.water, people["editor"], variants=True)
    little = screen({"title": MOBILE}, object_id=article.pk)
    much = screen({f"body:{n}": f"{MOBILE}，身份证{NUMBER}。" * 50 for n in range(60)}, object_id=article.pk)
    findings(ask(people["editor"], little))
    counts = []
    for said in (little, much):
        with CaptureQueriesContext(connection) as asked:
            findings(ask(people["editor"], said))
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 11
