"""Nobody comes to a door more often than people do; the sentence says when to try again."""

import json
from typing import Any

import pytest
from django.http import JsonResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from doors.conftest import HERE, events
from guanwei.audit.acting import acting
from guanwei.audit.records import RecordError
from guanwei.console.doors import limits
from guanwei.console.doors.limits import LIMITS, Limit, limit_of
from guanwei.organisations.doors.record import Came, enter
from guanwei.organisations.doors.tallies import count, counted
from guanwei.organisations.models import DoorEntry, DoorEvent, Person, Tally
from wagtail.models import APIToken

People = dict[str, Person]
FEW = tuple(Limit(each.door, each.path, 3, each.seconds, each.methods, each.asks) for each in LIMITS)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three of everything."""
    monkeypatch.setattr(limits, "LIMITS", FEW)


@pytest.mark.defends("sign-in page: send thousands of tries", by="outsider")
def test_signing_in_is_limited_by_address(people: People, sign_in: Any, few: None) -> None:
    answers = [sign_in(f"name-{each}", "wrong") for each in range(4)]
    assert [each.status_code for each in answers] == [200, 200, 200, 429]
    assert "5 分钟" in answers[-1].content.decode()
    assert answers[-1]["Retry-After"] == "300"
    assert sign_in("water-editor", address="192.0.2.77").status_code == 302


def test_the_limit_ends_with_its_span(people: People, sign_in: Any, few: None, later: Any) -> None:
    for each in range(4):
        sign_in(f"name-{each}", "wrong")
    later(minutes=6)
    assert sign_in("water-editor").status_code == 302


@pytest.mark.defends("API: ask thousands of times", by="outsider")
def test_the_api_is_limited(people: People, few: None) -> None:
    client = Client(REMOTE_ADDR=HERE)
    answers = [client.get("/api/v3/whoami/") for _each in range(4)]
    assert answers[-1].status_code == 429
    assert json.loads(answers[-1].content)["error_code"] == "too_often"


@pytest.mark.defends("API: guess tokens", by="outsider")
def test_wrong_tokens_close_the_api_to_their_address(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WRONG_MOST", 3)
    factory = RequestFactory(REMOTE_ADDR=HERE)
    for _each in range(3):
        request = factory.get("/api/v3/whoami/", HTTP_AUTHORIZATION="Bearer wrong")
        assert limits.refused_tokens(request) is None
        limits.note_token(request, refused_by_api())
    request = factory.get("/api/v3/whoami/", HTTP_AUTHORIZATION="Bearer right")
    answer = limits.refused_tokens(request)
    assert answer is not None
    assert answer.status_code == 429
    other = RequestFactory(REMOTE_ADDR="192.0.2.77").get("/api/v3/whoami/")
    assert limits.refused_tokens(other) is None


def refused_by_api() -> Any:
    return JsonResponse({}, status=401)


@pytest.mark.law("L10")
@pytest.mark.defends("table of API tokens: read one", by="database")
def test_tokens_are_kept_as_digests_and_their_use_is_on_the_record(people: People) -> None:
    with acting(people["editor"]):
        token, plain = APIToken.create_token(user=people["editor"], name="同步")
    assert plain not in repr(list(APIToken.objects.values()))
    assert plain[len("wagtail_") + 4 :] not in repr(list(DoorEntry.objects.values()))
    for _each in range(2):
        request = RequestFactory(REMOTE_ADDR=HERE).get("/api/v3/whoami/")
        request.auth = token
        limits.note_token(request, refused_by_api().__class__({}))
    with acting(people["editor"]):
        token.revoke()
    told = events(people["editor"])
    assert [each for each in told if each.startswith("token")] == [
        "token_made",
        "token_used",
        "token_revoked",
    ]


def test_uploads_are_limited_by_person(people: People, enter: Any, few: None) -> None:
    desk, other = enter(people["editor"]), enter(people["reviewer"])
    answers = [desk.post(reverse("wagtailimages:add_multiple"), {}).status_code for _each in range(4)]
    assert answers[-1] == 429
    assert other.post(reverse("wagtailimages:add_multiple"), {}).status_code != 429


@pytest.mark.defends("portal search: keep the site busy", by="outsider")
def test_searching_the_portal_is_limited_and_reading_is_not(people: People, few: None) -> None:
    client = Client(REMOTE_ADDR=HERE)
    assert [client.get("/robots.txt?q=x").status_code for _each in range(4)] == [200, 200, 200, 429]
    assert client.get("/robots.txt").status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "door"),
    [
        ("get", "/", None),
        ("get", "/admin/", None),
        ("get", "/admin/articles/?q=x", "admin search"),
        ("post", "/admin/login/", "sign-in"),
        ("post", "/admin/login/code/", "sign-in"),
        ("post", "/admin/pages/7/edit/", None),
        ("post", "/admin/documents/multiple/add/", "uploads"),
        ("get", "/api/v3/pages/", "api"),
        ("post", "/", "portal forms"),
    ],
)
def test_which_door_is_counted(method: str, path: str, door: str | None) -> None:
    found = limit_of(getattr(RequestFactory(), method)(path))
    assert (found.door if found else None) == door


def test_what_is_over_is_swept_away(people: People, later: Any) -> None:
    count("door", "somebody", 60)
    later(days=3)
    count("door", "somebody else", 60)
    assert Tally.objects.count() == 1
    assert counted("door", "somebody", 60) == 0


@pytest.mark.django_db
def test_counting_adds_up_and_costs_the_same_each_time(django_assert_num_queries: Any) -> None:
    assert [count("door", "a", 3600) for _each in range(3)] == [1, 2, 3]
    assert count("door", "b", 3600) == 1
    for _each in range(2):
        with django_assert_num_queries(2):
            count("door", "a", 3600)


@pytest.mark.django_db
def test_the_record_is_written_once_and_takes_any_address() -> None:
    entry = enter(DoorEvent.FAILED, None, Came("not an address", "x\x00\n" + "長" * 500), reason="y" * 500)
    assert (entry.address, len(entry.agent), len(entry.reason)) == (None, 200, 200)
    with pytest.raises(RecordError):
        entry.save()
