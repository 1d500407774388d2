"""Who guesses is kept out for a while, with a sentence; the office goes on working."""

from typing import Any

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from doors.conftest import HERE, events, is_in
from guanwei.organisations.models import DoorEntry, DoorEvent, Person
from guanwei.testing.scenes import PASSWORD

WRONG = "not-the-password"
People = dict[str, Person]


def fail(sign_in: Any, name: str, times: int, address: str = HERE) -> Any:
    return [sign_in(name, WRONG, address=address) for _each in range(times)][-1]


def test_the_right_password_opens_and_is_on_the_record(people: People, sign_in: Any) -> None:
    response = sign_in("water-editor", HTTP_USER_AGENT="Desk")
    assert (response.status_code, response["Location"]) == (302, "/admin/account/")
    assert is_in(response.client)
    entry = DoorEntry.objects.get(person=people["editor"], event=DoorEvent.SIGNED_IN)
    assert entry.address == HERE


@pytest.mark.defends("sign-in page: guess one person's password", by="outsider")
def test_after_five_wrong_passwords_even_the_right_one_waits(people: People, sign_in: Any) -> None:
    assert fail(sign_in, "water-editor", 4).status_code == 200
    locked = fail(sign_in, "water-editor", 1)
    assert locked.status_code == 429
    right = sign_in("water-editor")
    assert right.status_code == 429
    assert not is_in(right.client)
    assert "以后再试" in right.content.decode()
    assert 0 < int(right["Retry-After"]) <= 900
    told = events(people["editor"])
    assert (told.count("failed"), told.count("locked"), told.count("signed_in")) == (5, 1, 0)


def test_the_lock_ends_by_itself(people: People, sign_in: Any, later: Any) -> None:
    fail(sign_in, "water-editor", 5)
    later(minutes=14)
    assert sign_in("water-editor").status_code == 429
    later(minutes=16)
    assert is_in(sign_in("water-editor").client)


def test_tries_during_the_lock_do_not_make_it_longer(people: People, sign_in: Any, later: Any) -> None:
    fail(sign_in, "water-editor", 5)
    later(minutes=10)
    fail(sign_in, "water-editor", 3)
    later(minutes=16)
    assert is_in(sign_in("water-editor").client)


@pytest.mark.defends("sign-in page: keep a person out by failing in the name", by="outsider")
def test_a_stranger_elsewhere_keeps_nobody_from_the_own_desk(people: People, sign_in: Any) -> None:
    assert is_in(sign_in("water-editor").client)
    for place in range(6):
        fail(sign_in, "water-editor", 5, address=f"198.51.100.{place}")
    assert is_in(sign_in("water-editor").client)


@pytest.mark.defends("sign-in page: guess one person's password from many addresses", by="outsider")
def test_guessing_from_many_addresses_is_stopped_by_name(people: People, sign_in: Any) -> None:
    for place in range(5):
        fail(sign_in, "water-editor", 4, address=f"198.51.100.{place}")
    assert sign_in("water-editor", address="198.51.100.77").status_code == 429


@pytest.mark.defends("sign-in page: try one password with many names", by="outsider")
def test_trying_many_names_stops_the_address_but_not_who_works_there(
    people: People, sign_in: Any, later: Any
) -> None:
    assert is_in(sign_in("water-editor").client)
    for number in range(50):
        sign_in(f"somebody-{number}", WRONG)
    later(minutes=6)
    assert sign_in("water-reviewer").status_code == 429
    assert is_in(sign_in("water-editor").client)


@pytest.mark.defends("sign-in page: keep a whole office out", by="outsider")
def test_one_locked_name_leaves_colleagues_at_the_same_address_alone(people: People, sign_in: Any) -> None:
    fail(sign_in, "water-editor", 5)
    assert is_in(sign_in("water-reviewer").client)


@pytest.mark.defends("sign-in page: find out which names exist", by="outsider")
def test_a_name_that_nobody_has_is_answered_and_locked_the_same(people: People, sign_in: Any) -> None:
    known = [sign_in("water-editor", WRONG) for _each in range(6)]
    unknown = [sign_in("nobody-here", WRONG, address="192.0.2.99") for _each in range(6)]
    assert [each.status_code for each in known] == [each.status_code for each in unknown]
    text = [
        each.content.decode().replace("water-editor", "").replace("nobody-here", "")
        for each in (known[0], unknown[0])
    ]
    assert text[0].count("error") == text[1].count("error")


@pytest.mark.law("L10")
@pytest.mark.defends("sign-in page: read passwords that were typed into the wrong field", by="database")
def test_what_was_typed_is_kept_nowhere(
    people: People, sign_in: Any, caplog: pytest.LogCaptureFixture
) -> None:
    typed = "Moonlit-harbour-77"
    sign_in(typed, typed)
    sign_in("water-editor", typed)
    rows = [*AccessAttempt.objects.values(), *DoorEntry.objects.values()]
    assert rows
    assert typed not in repr(rows)
    assert typed not in caplog.text


@pytest.mark.parametrize(
    "typed",
    ["\x00", "a" * 5000, "' OR 1=1 --", "张三\u202e", ""],
    ids=["nul", "long", "sql", "turned", "empty"],
)
def test_junk_in_the_form_is_one_more_failure(people: People, sign_in: Any, typed: str) -> None:
    assert sign_in(typed, typed).status_code == 200


def test_a_session_gets_a_new_key_at_sign_in(people: People, sign_in: Any, client: Any) -> None:
    client.get(reverse("wagtailadmin_login"))
    session = client.session
    session["seen"] = True
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    sign_in("water-editor", client=client)
    assert client.cookies["sessionid"].value != before


@pytest.mark.clause("LAE-14.7", core=True)
def test_there_is_no_remember_me(people: People, sign_in: Any) -> None:
    response = sign_in("water-editor", remember="on")
    cookie = response.client.cookies["sessionid"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert 'name="remember"' not in response.client.get(reverse("wagtailadmin_login")).content.decode()


def test_after_signing_in_nobody_is_sent_to_another_site(people: People, sign_in: Any) -> None:
    response = sign_in("water-editor", next="https://elsewhere.example/")
    assert response["Location"] == reverse("wagtailadmin_home")


def test_an_administrator_lets_in_again_with_a_reason(people: People, sign_in: Any, enter: Any) -> None:
    fail(sign_in, "water-editor", 5)
    desk = enter(people["administrator"])
    screen = reverse("doors:administer")
    assert str(people["editor"]) in desk.get(screen).content.decode()
    asked = {"action": "unlock", "key": people["editor"].pk}
    assert desk.post(screen, {**asked, "reason": ""}).status_code == 409
    assert sign_in("water-editor").status_code == 429
    assert desk.post(screen, {**asked, "reason": "本人电话说明"}).status_code == 302
    assert is_in(sign_in("water-editor").client)
    entry = DoorEntry.objects.get(event=DoorEvent.UNLOCKED)
    assert (entry.person, entry.by, entry.reason) == (
        people["editor"],
        people["administrator"],
        "本人电话说明",
    )


@pytest.mark.defends("登录管理: let oneself or others in again", by="editor")
@pytest.mark.parametrize("who", ["editor", "reviewer", "auditor"])
def test_others_let_nobody_in(people: People, sign_in: Any, enter: Any, who: str) -> None:
    fail(sign_in, "water-editor", 5)
    asked = {"action": "unlock", "key": people["editor"].pk, "reason": "恢复"}
    assert enter(people[who]).post(reverse("doors:administer"), asked).status_code == 403
    assert sign_in("water-editor").status_code == 429


@pytest.mark.defends("登录管理: let oneself in again", by="administrator")
def test_an_administrator_does_not_let_in_the_own_account(people: People, sign_in: Any, enter: Any) -> None:
    fail(sign_in, "county-administrator", 5)
    asked = {"action": "unlock", "key": people["administrator"].pk, "reason": "恢复"}
    assert enter(people["administrator"]).post(reverse("doors:administer"), asked).status_code == 409
    assert sign_in("county-administrator").status_code == 429


@pytest.mark.defends("sign-in page: pretend another address in X-Forwarded-For", by="outsider")
@pytest.mark.parametrize("proxies", [0, 1])
def test_the_clients_own_headers_are_not_believed(
    people: People, client: Any, settings: Any, proxies: int
) -> None:
    settings.GUANWEI_PROXIES = proxies
    own = f", {HERE}" if proxies else ""
    for number in range(6):
        headers = {"HTTP_X_FORWARDED_FOR": f"198.51.100.{number}{own}", "REMOTE_ADDR": "127.0.0.1"}
        said = {"username": "water-editor", "password": WRONG}
        response = client.post(reverse("wagtailadmin_login"), said, **headers)
    assert response.status_code == 429
    entry = DoorEntry.objects.filter(event=DoorEvent.LOCKED).get()
    assert entry.address == (HERE if proxies else "127.0.0.1")


def test_passwords_are_hashed_by_argon2_and_older_ones_at_sign_in(
    people: People, sign_in: Any, settings: Any
) -> None:
    from project.settings import base

    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS
    people["editor"].password = "pbkdf2_sha256$1000$salt$" + "x"
    from django.contrib.auth.hashers import PBKDF2PasswordHasher

    people["editor"].password = PBKDF2PasswordHasher().encode(PASSWORD, "abcdefgh", 1000)
    people["editor"].save()
    assert is_in(sign_in("water-editor").client)
    people["editor"].refresh_from_db()
    assert people["editor"].password.startswith("argon2$")
