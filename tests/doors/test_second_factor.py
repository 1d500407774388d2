"""A second factor: by choice, or because a duty demands it; lost ones are reset by another person, on the record."""

import re
from base64 import b32decode
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from doors.conftest import HERE, events, is_in
from guanwei.api import Duty
from guanwei.audit import clock
from guanwei.organisations.doors import factors
from guanwei.organisations.models import (
    Authenticator,
    DoorEntry,
    DoorEvent,
    FactorDemand,
    Person,
    RecoveryCode,
)
from guanwei.testing.scenes import PASSWORD

People = dict[str, Person]


def code_now(person: Person, steps: int = 0) -> str:
    """What the person's phone shows, ``steps`` half minutes from now."""
    totp = TOTP(Authenticator.objects.get(user=person).secret())
    totp.time = clock.now().timestamp() + 30 * steps
    return f"{totp.token():06}"


@pytest.fixture
def enrolled(people: People, later: Any) -> Any:
    """A person with an authenticator; returns the recovery codes. Some minutes pass: each code counts once."""

    def with_factor(person: Person) -> list[str]:
        factors.begin(person)
        codes, refusals = factors.confirm(person, code_now(person))
        assert refusals == []
        later(minutes=2)
        return codes

    return with_factor


def give(client: Client, code: str) -> Any:
    return client.post(reverse("doors_code"), {"code": code})


def test_who_has_one_is_asked_for_a_code_after_the_password(
    people: People, enrolled: Any, sign_in: Any
) -> None:
    enrolled(people["editor"])
    response = sign_in("water-editor")
    assert response["Location"] == reverse("doors_code")
    assert not is_in(response.client)
    done = give(response.client, code_now(people["editor"]))
    assert done["Location"] == "/admin/account/"
    assert is_in(response.client)


@pytest.mark.defends("second factor: go round it with the password alone", by="outsider")
@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/articles/", "/admin/doors/mine/", "/admin/doors/factor/"]
)
def test_the_password_alone_opens_no_screen(people: People, enrolled: Any, sign_in: Any, path: str) -> None:
    enrolled(people["editor"])
    assert reverse("wagtailadmin_login") in sign_in("water-editor").client.get(path)["Location"]


@pytest.mark.defends("second factor: guess the code", by="outsider")
def test_wrong_codes_are_locked_like_wrong_passwords(
    people: People, enrolled: Any, sign_in: Any, later: Any
) -> None:
    enrolled(people["editor"])
    client = sign_in("water-editor").client
    answers = []
    for number in range(5):
        later(minutes=2, seconds=20 * number)
        answers.append(
            give(client, "000000" if code_now(people["editor"]) != "000000" else "111111").status_code
        )
    assert answers == [200, 200, 200, 200, 429]
    assert give(client, code_now(people["editor"])).status_code == 429
    assert sign_in("water-editor").status_code == 429
    assert events(people["editor"]).count("code_failed") == 5


@pytest.mark.defends("second factor: use a code again", by="outsider")
def test_a_code_counts_once(people: People, enrolled: Any, sign_in: Any) -> None:
    enrolled(people["editor"])
    code = code_now(people["editor"])
    assert is_in_after(sign_in, code)
    assert not is_in_after(sign_in, code)


def is_in_after(sign_in: Any, code: str) -> bool:
    client = sign_in("water-editor").client
    give(client, code)
    return is_in(client)


@pytest.mark.parametrize(("steps", "opens"), [(-3, False), (-1, True), (0, True), (1, True), (3, False)])
def test_a_clock_half_a_minute_off_is_no_trouble(
    people: People, enrolled: Any, sign_in: Any, steps: int, opens: bool
) -> None:
    enrolled(people["editor"])
    assert is_in_after(sign_in, code_now(people["editor"], steps)) is opens


@pytest.mark.defends("second factor: use a recovery code again", by="outsider")
def test_a_recovery_code_opens_once_and_is_on_the_record(people: People, enrolled: Any, sign_in: Any) -> None:
    codes = enrolled(people["editor"])
    assert (len(codes), len(set(codes))) == (10, 10)
    assert is_in_after(sign_in, codes[0].upper())
    assert not is_in_after(sign_in, codes[0])
    assert DoorEvent.RECOVERY_USED in events(people["editor"])
    assert RecoveryCode.objects.filter(person=people["editor"]).count() == 9


def test_somebody_elses_recovery_code_opens_nothing(people: People, enrolled: Any, sign_in: Any) -> None:
    codes = enrolled(people["reviewer"])
    enrolled(people["editor"])
    assert not is_in_after(sign_in, codes[0])


@pytest.mark.law("L10")
@pytest.mark.defends("second factor: read the secret out of the tables", by="database")
def test_the_tables_hold_no_secret(people: People, enrolled: Any, settings: Any) -> None:
    codes = enrolled(people["editor"])
    device = Authenticator.objects.get(user=people["editor"])
    rows = repr(
        [*Authenticator.objects.values(), *RecoveryCode.objects.values(), *DoorEntry.objects.values()]
    )
    assert device.secret().hex() not in rows
    assert not [each for each in codes if each in rows or each.replace("-", "") in rows]
    mine = device.secret()
    settings.SECRET_KEY = "another installation"
    assert device.secret() != mine


def test_a_new_key_of_the_installation_keeps_the_phones(
    people: People, enrolled: Any, sign_in: Any, settings: Any
) -> None:
    codes = enrolled(people["editor"])
    shown = code_now(people["editor"])
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "the new key"
    assert is_in_after(sign_in, shown)
    assert is_in_after(sign_in, codes[1])


def test_enrolling_shows_the_secret_as_picture_and_text_and_the_codes_once(
    people: People, enter: Any
) -> None:
    desk = enter(people["editor"])
    assert desk.post(reverse("doors:own"), {"action": "begin", "password": PASSWORD}).status_code == 302
    page = desk.get(reverse("doors:factor")).content.decode()
    assert "<svg" in page
    assert "http://api" not in page
    spelled = re.search(r'class="gw-secret">([A-Z2-7 ]+)<', page)
    assert spelled
    assert b32decode(spelled[1].replace(" ", "")) == Authenticator.objects.get().secret()
    wrong = desk.post(reverse("doors:factor"), {"code": "12345"})
    assert wrong.status_code == 409
    Authenticator.objects.update(throttling_failure_count=0)
    right = desk.post(reverse("doors:factor"), {"code": code_now(people["editor"])}).content.decode()
    codes = re.findall(r"<code>([a-z0-9-]{19})</code>", right)
    assert len(codes) == 10
    assert codes[0] not in desk.get(reverse("doors:own")).content.decode()
    assert events(people["editor"])[-1] == DoorEvent.FACTOR_ADDED


@pytest.mark.defends("登录安全: change the factor in a session that was left open", by="outsider")
@pytest.mark.parametrize("action", ["begin", "codes", "remove", "others"])
def test_changing_the_own_factor_asks_for_the_password(
    people: People, enrolled: Any, enter: Any, action: str
) -> None:
    enrolled(people["editor"])
    before = list(RecoveryCode.objects.values_list("digest", flat=True))
    assert (
        enter(people["editor"]).post(reverse("doors:own"), {"action": action, "password": "x"}).status_code
        == 200
    )
    assert list(RecoveryCode.objects.values_list("digest", flat=True)) == before
    assert Authenticator.objects.filter(confirmed=True).count() == 1


def test_giving_it_up_again(people: People, enrolled: Any, enter: Any, sign_in: Any) -> None:
    enrolled(people["editor"])
    enter(people["editor"]).post(reverse("doors:own"), {"action": "remove", "password": PASSWORD})
    assert is_in(sign_in("water-editor").client)
    assert not RecoveryCode.objects.exists()


def demand(people: People, enter: Any, duty: Duty, demanded: str = "yes") -> Any:
    said = {"action": "demand", "duty": str(duty), "demanded": demanded, "reason": "县里要求"}
    return enter(people["administrator"]).post(reverse("doors:administer"), said)


@pytest.mark.defends("second factor: work without one although the duty demands it", by="editor")
def test_a_demanded_factor_is_enrolled_before_anything_else(
    people: People, enter: Any, sign_in: Any, later: Any
) -> None:
    assert demand(people, enter, Duty.REVIEW).status_code == 302
    assert is_in(sign_in("water-editor").client)
    desk = sign_in("water-reviewer").client
    assert desk.get("/admin/")["Location"] == reverse("doors:factor")
    assert desk.post("/admin/console/queue/", {})["Location"] == reverse("doors:factor")
    assert desk.get(reverse("doors:factor")).status_code == 200
    desk.post(reverse("doors:factor"), {"code": code_now(people["reviewer"])})
    assert is_in(desk)
    refused = desk.post(reverse("doors:own"), {"action": "remove", "password": PASSWORD})
    assert "不能停用" in refused.content.decode()


def test_the_demand_is_recorded_with_person_and_reason(people: People, enter: Any) -> None:
    demand(people, enter, Duty.RELEASE)
    demand(people, enter, Duty.RELEASE, "no")
    made, last = FactorDemand.objects.get().history.order_by("history_id")
    assert (made.demanded, made.history_user, made.reason) == (True, people["administrator"], "县里要求")
    assert last.demanded is False


@pytest.mark.defends("登录管理: lift the demand for a second factor", by="editor")
@pytest.mark.parametrize("who", ["editor", "publisher", "auditor"])
def test_others_demand_and_lift_nothing(people: People, enter: Any, who: str) -> None:
    demand(people, enter, Duty.REVIEW)
    said = {"action": "demand", "duty": "review", "demanded": "no", "reason": "不要了"}
    assert enter(people[who]).post(reverse("doors:administer"), said).status_code == 403
    assert FactorDemand.objects.get().demanded


def test_a_lost_phone_is_reset_by_an_administrator_with_a_reason(
    people: People, enrolled: Any, enter: Any, sign_in: Any
) -> None:
    enrolled(people["editor"])
    open_before = enter(people["editor"])
    desk = enter(people["administrator"])
    said = {"action": "reset", "key": people["editor"].pk}
    assert desk.post(reverse("doors:administer"), {**said, "reason": " "}).status_code == 409
    assert desk.post(reverse("doors:administer"), {**said, "reason": "手机丢失，本人到场"}).status_code == 302
    entry = DoorEntry.objects.get(event=DoorEvent.FACTOR_RESET)
    assert (entry.by, entry.reason) == (people["administrator"], "手机丢失，本人到场")
    assert not is_in(open_before)
    assert is_in(sign_in("water-editor").client)


@pytest.mark.defends("登录管理: reset the own second factor", by="administrator")
def test_nobody_resets_the_own(people: People, enrolled: Any, enter: Any) -> None:
    enrolled(people["administrator"])
    said = {"action": "reset", "key": people["administrator"].pk, "reason": "换手机"}
    assert enter(people["administrator"]).post(reverse("doors:administer"), said).status_code == 409
    assert Authenticator.objects.filter(confirmed=True).exists()


@pytest.mark.parametrize(
    "code",
    ["", " ", "abcdef", "\uff11\uff12\uff13\uff14\uff15\uff16", "1" * 41, "12345", "-1234567", "\x00", "1e5"],
)
def test_junk_is_a_wrong_code(people: People, enrolled: Any, sign_in: Any, code: str) -> None:
    enrolled(people["editor"])
    client = sign_in("water-editor").client
    assert give(client, code).status_code == 200
    assert not is_in(client)


@pytest.mark.defends("second factor: wait with the password until the code is found", by="outsider")
def test_the_wait_between_password_and_code_ends(
    people: People, enrolled: Any, sign_in: Any, later: Any
) -> None:
    enrolled(people["editor"])
    client = sign_in("water-editor").client
    later(minutes=8)
    assert give(client, code_now(people["editor"]))["Location"] == reverse("wagtailadmin_login")
    assert not is_in(client)


def test_a_password_that_was_changed_meanwhile_opens_nothing(
    people: People, enrolled: Any, sign_in: Any
) -> None:
    enrolled(people["editor"])
    client = sign_in("water-editor").client
    people["editor"].set_password("Reservoir-gate-31")
    people["editor"].save()
    give(client, code_now(people["editor"]))
    assert not is_in(client)


def test_without_a_password_there_is_no_second_door(people: People) -> None:
    assert give(Client(REMOTE_ADDR=HERE), "123456")["Location"] == reverse("wagtailadmin_login")
