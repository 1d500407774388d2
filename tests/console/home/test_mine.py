"""我的稿件: what a writer finds on the first screen, in the words of its state."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from guanwei.approvals.services import send_back
from guanwei.approvals.subjects import draft_of
from guanwei.audit import clock
from guanwei.console.home.mine import manuscripts_of
from guanwei.publishing.services import release, save_draft
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import County, write_article, write_post

pytestmark = pytest.mark.django_db


def mine(county: County) -> dict[str, tuple[str, str]]:
    return {each.title: (each.label, each.note) for each in manuscripts_of(county.water.people["editor"])}


def write(county: County, title: str, **fields: Any) -> Any:
    return write_article(county, county.water, county.water.people["editor"], title=title, **fields)


def permitted(county: County, obj: Any) -> Any:
    people = county.water.people
    return signed(submitted(obj, people["editor"]), people["reviewer"], people["leader"])


def test_each_state_is_said_with_what_it_waits_for(county: County) -> None:
    people = county.water.people
    write(county, "草稿一篇")
    submitted(write(county, "送审一篇"), people["editor"])
    returned = submitted(write(county, "退回一篇"), people["editor"])
    no_refusals(send_back(returned.pk, people["reviewer"], "日期写错了"))
    permitted(county, write(county, "签发一篇"))
    assert mine(county) == {
        "草稿一篇": ("草稿", "清河县水利局宣传科"),
        "送审一篇": ("审核中", "等待“审核”"),
        "退回一篇": ("已退回", "日期写错了"),
        "签发一篇": ("已签发，待发布", "等待“发布”"),
    }


def test_what_is_online_and_done_is_not_in_the_way(county: County) -> None:
    released(permitted(county, write(county, "已公开")), county.water.people["publisher"])
    assert mine(county) == {}


def test_a_newer_draft_of_a_live_page_says_that_the_older_is_public(county: County) -> None:
    people = county.water.people
    article = write(county, "已公开")
    released(permitted(county, article), people["publisher"])
    newer = draft_of("page", article.pk)
    newer.title = "新的一版"
    save_draft(newer, people["editor"])
    assert mine(county)["新的一版"][0] == "有新稿"


def test_a_timed_release_and_one_that_waits_for_its_channel(county: County) -> None:
    people = county.water.people
    timed = permitted(county, write(county, "定时一篇"))
    _made, refusals = release(timed.pk, people["publisher"], clock.now() + timedelta(days=1))
    no_refusals(refusals)
    urgent = permitted(county, write(county, "突发一篇", variants=True, urgency="emergency"))
    released(urgent, people["publisher"])
    said = mine(county)
    assert said["定时一篇"][0] == "定时发布"
    assert said["突发一篇"] == ("发布中", "等待渠道回执")


def test_the_list_asks_as_many_queries_at_one_as_at_many(county: County) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            mine(county)
        return len(queries)

    write_post(county.water, county.water.people["editor"])
    submitted(write(county, "一"), county.water.people["editor"])
    few = asked()
    for number in range(8):
        submitted(write(county, f"又{number}"), county.water.people["editor"])
    assert asked() == few
