"""A session ends when its person has left, and with the working day; nothing that was written is lost."""

import json
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from doors.conftest import HERE, events, is_in
from guanwei.console.doors.store import digest
from guanwei.organisations.models import DoorEntry, DoorEvent, Person
from guanwei.publishing.models import ArticlePage
from guanwei.testing.scenes import PASSWORD, County, write_article

People = dict[str, Person]
SCRIPT = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest", "HTTP_ACCEPT": "application/json"}


@pytest.mark.clause("LAE-14.7", core=True)
@pytest.mark.defends("a desk that was left: use the open session", by="outsider")
def test_after_half_an_hour_without_a_hand_on_it_the_session_is_over(
    people: People, enter: Any, later: Any
) -> None:
    desk = enter(people["editor"])
    later(minutes=29)
    assert is_in(desk)
    later(minutes=58)
    assert is_in(desk)
    later(minutes=89)
    assert not is_in(desk)
    assert events(people["editor"])[-1] == DoorEvent.ENDED


def test_signing_in_again_leads_back_and_says_why(
    people: People, enter: Any, sign_in: Any, later: Any
) -> None:
    desk = enter(people["editor"])
    later(minutes=31)
    turned = desk.get("/admin/articles/?q=汛期")
    assert turned.status_code == 302
    page = desk.get(turned["Location"])
    assert "30 分钟没有操作" in page.content.decode()
    assert 'value="/admin/articles/?q=' in page.content.decode()
    again = sign_in("water-editor", client=desk, next="/admin/articles/?q=汛期")
    assert again["Location"].startswith("/admin/articles/?q=")


def test_what_was_typed_before_is_in_the_draft(
    county: County, people: People, enter: Any, later: Any
) -> None:
    article = write_article(county, county.water, people["editor"])
    desk = enter(people["editor"])
    later(minutes=31)
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    answer = desk.post(address, {"title": "改动"}, **SCRIPT)
    assert answer.status_code == 403
    assert json.loads(answer.content)["error_code"] == "sign_in"
    assert ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object().title == "汛期安全提示"


def test_a_refused_save_leads_back_to_its_page(people: People, enter: Any, later: Any) -> None:
    desk = enter(people["administrator"])
    later(minutes=31)
    screen = reverse("registers:posts")
    turned = desk.post(screen, {"action": "appoint"}, HTTP_REFERER=f"http://testserver{screen}")
    assert f"next={screen.replace('/', '%2F')}" in turned["Location"]


@pytest.mark.defends("an open page: keep a session alive for ever by its own questions", by="outsider")
def test_what_a_page_asks_by_itself_is_no_activity(people: People, enter: Any, later: Any) -> None:
    desk = enter(people["editor"])
    for minutes in (10, 20, 29):
        later(minutes=minutes)
        assert desk.get(reverse("doors:here"), **SCRIPT).status_code == 200
    later(minutes=31)
    assert desk.get(reverse("doors:here"), **SCRIPT).status_code == 403


def test_a_hand_on_an_open_page_is_activity(people: People, enter: Any, later: Any) -> None:
    desk = enter(people["editor"])
    for minutes in (20, 40, 60):
        later(minutes=minutes)
        assert desk.post(reverse("doors:here"), **SCRIPT).status_code == 200
    assert is_in(desk)


@pytest.mark.defends("a session: go on for ever by saving drafts", by="editor")
def test_the_working_day_ends_every_session(people: People, enter: Any, later: Any) -> None:
    desk = enter(people["editor"])
    for minutes in range(20, 480, 20):
        later(minutes=minutes)
        assert is_in(desk), minutes
    later(minutes=481)
    assert not is_in(desk)


def test_the_portal_stays_open_to_somebody_whose_session_ended(
    people: People, enter: Any, later: Any
) -> None:
    desk = enter(people["editor"])
    later(minutes=31)
    assert desk.get(reverse("portal:accounts")).status_code == 200


@pytest.mark.law("L10")
@pytest.mark.defends("table of sessions: take one over", by="database")
def test_the_table_holds_no_key_that_opens(people: People, enter: Any) -> None:
    desk = enter(people["editor"])
    key = desk.cookies["sessionid"].value
    (row,) = Session.objects.all()
    assert (row.session_key, row.session_key == key) == (digest(key), False)
    thief = Client()
    thief.cookies["sessionid"] = row.session_key
    assert not is_in(thief)
    assert is_in(desk)


def test_signing_out_leaves_nothing_behind(people: People, enter: Any) -> None:
    desk = enter(people["editor"])
    desk.post(reverse("wagtailadmin_logout"))
    assert not Session.objects.exists()
    assert events(people["editor"])[-1] == DoorEvent.SIGNED_OUT


@pytest.mark.defends("a session elsewhere: go on after the password was changed", by="outsider")
def test_a_new_password_ends_the_sessions_elsewhere(people: People, enter: Any) -> None:
    here, elsewhere = enter(people["editor"]), enter(people["editor"])
    new = "Reservoir-gate-31"
    said = {"password": PASSWORD, "new_password1": new, "new_password2": new}
    assert here.post(reverse("doors:password"), said).status_code == 302
    assert (is_in(here), is_in(elsewhere)) == (True, False)


def test_other_sessions_end_on_demand(people: People, enter: Any) -> None:
    here, elsewhere = enter(people["editor"]), enter(people["editor"])
    here.post(reverse("doors:own"), {"action": "others", "password": PASSWORD})
    assert (is_in(here), is_in(elsewhere)) == (True, False)
    assert DoorEvent.SESSIONS_ENDED in events(people["editor"])


def test_an_administrator_ends_a_persons_sessions_with_a_reason(people: People, enter: Any) -> None:
    desk = enter(people["editor"])
    said = {"action": "sign-out", "key": people["editor"].pk, "reason": "手机丢失"}
    enter(people["administrator"]).post(reverse("doors:administer"), said)
    assert not is_in(desk)
    assert DoorEntry.objects.get(event=DoorEvent.SESSIONS_ENDED).reason == "手机丢失"


def test_a_session_costs_no_query_more_than_django_asks(
    people: People, enter: Any, django_assert_num_queries: Any
) -> None:
    desk = enter(people["editor"])
    with django_assert_num_queries(2):  # the session, and its person
        desk.get("/robots.txt")
    with django_assert_num_queries(0):
        Client(REMOTE_ADDR=HERE).get("/robots.txt")


@pytest.mark.parametrize("junk", ["", "gestern", "2026-13-45", None, 7])
def test_a_session_with_junk_in_it_counts_from_now(people: People, enter: Any, junk: Any) -> None:
    desk = enter(people["editor"])
    session = desk.session
    session["doors_seen"] = session["doors_since"] = junk
    session.save()
    assert is_in(desk)
