"""Passwords by the strictest rule book of all that are in force where a person holds a post."""

import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from agencies.bureau import make_bureau
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse
from doors.conftest import events, is_in
from dummy_plugins.misbehaving import module_with
from guanwei import registry
from guanwei.api import Citation, PasswordPolicy, RuleBook, hookimpl
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.doors.passwords import classes_of, months_later
from guanwei.organisations.doors.policies import strictest_for
from guanwei.organisations.models import Appointment, DoorEvent, PasswordUse, Person
from guanwei.organisations.services import delegate, switch_on
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import PASSWORD, County, add_person, put_in_post

People = dict[str, Person]
ARTICLE = (Citation("清河县密码办法", "第五条"),)
LATIN = "Abcdefghijklmnop"


@pytest.fixture
def book(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A rule book with password policies, installed as ``strict``; nobody has switched it on yet."""
    before = registry.configuration()

    def install(in_force_from: date = date(2020, 1, 1), **asked: int) -> None:
        hooks = {
            "plugin_label": hookimpl(lambda: "密码办法", specname="plugin_label"),
            "register_rule_books": hookimpl(
                lambda: [RuleBook("strict.book", "清河县密码办法", "", "清河县", in_force_from)],
                specname="register_rule_books",
            ),
            "register_password_policies": hookimpl(
                lambda: [PasswordPolicy("strict.passwords", "密码", ARTICLE, **asked)],
                specname="register_password_policies",
            ),
        }
        monkeypatch.setitem(sys.modules, "dummy_strict", module_with(hooks))
        registry.configure(before.mode, before.time_limit, {**before.extra, "strict": "dummy_strict"})

    yield install
    registry.configure(before.mode, before.time_limit, before.extra)


@pytest.fixture
def in_force(county: County, book: Any) -> Any:
    """Install the book and switch it on for the water bureau."""

    def install(**asked: Any) -> None:
        book(**asked)
        no_refusals(switch_on(county.water.unit, "strict", by=county.people["administrator"], reason="执行"))

    return install


def sentences(password: str, person: Person | None) -> str:
    try:
        validate_password(password, person)
    except ValidationError as error:
        return "".join(error.messages)
    return ""


@pytest.mark.clause("LAE-14.3")
@pytest.mark.defends("password: choose one that the rule book forbids", by="editor")
def test_the_bureaus_book_wants_two_kinds_of_signs(county: County) -> None:
    bureau = make_bureau(county)
    officer = bureau.people["officer"]
    assert "数字、字母、特殊符号" in sentences("2024010188", officer)
    assert "第五章第二条" in sentences("2024010188", officer)
    assert sentences("abc20240101", officer) == ""
    assert "数字、字母、特殊符号" in sentences(LATIN, officer)
    assert sentences(LATIN, county.water.people["editor"]) == ""


def test_somebody_in_two_offices_obeys_the_stricter_book(county: County, in_force: Any) -> None:
    in_force(min_length=14, classes=3)
    bureau = make_bureau(county)
    both = add_person("both", "两处任职")
    put_in_post(both, "luan-emergency.information-officer", bureau.section)
    assert (strictest_for(both).min_length.value, strictest_for(both).classes.value) == (10, 2)
    put_in_post(both, "county.editor", county.water.section)
    assert (strictest_for(both).min_length.value, strictest_for(both).classes.value) == (14, 3)
    said = sentences("abc-20240101", both)
    assert "至少要有 14 个字符" in said
    assert "《清河县密码办法》第五条" in said


def test_a_book_that_is_not_yet_in_force_asks_nothing(county: County, in_force: Any) -> None:
    in_force(in_force_from=date(2099, 1, 1), min_length=30)
    assert strictest_for(county.water.people["editor"]).min_length.value == 10


def test_a_delegate_obeys_the_book_of_the_post_signed_for(county: County, in_force: Any) -> None:
    in_force(min_length=20)
    other = add_person("delegate", "受托人")
    held = Appointment.objects.get(person=county.water.people["leader"])
    assert strictest_for(other).min_length.value == 10
    delegate(held, other, clock.today(), clock.today(), "清水函〔2026〕3号", by=None)
    assert strictest_for(other).min_length.value == 20


@pytest.mark.parametrize(
    ("password", "kinds"), [("12345", 1), ("abc12", 2), ("a1-", 3), ("汉字", 1), ("", 0), ("a b", 2)]
)
def test_kinds_of_signs(password: str, kinds: int) -> None:
    assert classes_of(password) == kinds


def test_a_short_or_common_password_is_refused_without_any_book(county: County) -> None:
    assert sentences("k3-short", county.water.people["editor"])
    assert sentences("password1234", None)


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2026, 1, 10), 3, date(2026, 4, 10)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_are_calendar_months(day: date, months: int, end: date) -> None:
    assert months_later(day, months) == end


@pytest.mark.defends("password: go on with one that is too old", by="editor")
def test_an_old_password_opens_the_door_to_its_change_alone(
    county: County, in_force: Any, sign_in: Any, later: Any
) -> None:
    in_force(max_age_months=3)
    later(days=80)
    assert is_in(sign_in("water-editor").client)
    later(days=95)
    desk = sign_in("water-editor").client
    for address in ("/admin/", "/admin/articles/", reverse("wagtailadmin_account")):
        assert desk.get(address)["Location"] == reverse("doors:password")
    assert "满 3 个月" in desk.get(reverse("doors:password")).content.decode()
    new = "Reservoir-gate-31"
    said = {"password": PASSWORD, "new_password1": new, "new_password2": new}
    assert desk.post(reverse("doors:password"), said).status_code == 302
    assert is_in(desk)
    assert is_in(sign_in("water-editor", new).client)


@pytest.mark.defends("password: keep one from before the rule book", by="editor")
def test_a_password_from_before_the_rule_is_changed_at_the_next_sign_in(
    county: County, in_force: Any, sign_in: Any
) -> None:
    in_force(min_length=16)
    desk = sign_in("water-editor").client
    assert desk.get("/admin/")["Location"] == reverse("doors:password")
    page = desk.get(reverse("doors:password")).content.decode()
    assert "至少 16 个字符" in page
    assert "《清河县密码办法》第五条" in page


@pytest.mark.defends("password: let an earlier one return", by="editor")
def test_earlier_passwords_do_not_return(county: County, in_force: Any, enter: Any) -> None:
    in_force(history=2)
    person = county.water.people["editor"]
    for each in ("Reservoir-gate-31", "Reservoir-gate-32"):
        person.set_password(each)
        person.save()
    assert "最近 2 次" in sentences("Reservoir-gate-31", person)
    assert sentences(PASSWORD, person) == ""


def test_a_password_that_somebody_else_set_is_changed_at_once(people: People, sign_in: Any) -> None:
    person = people["editor"]
    with acting(people["administrator"]):
        person.set_password("Reservoir-gate-31")
        person.save()
    assert PasswordUse.objects.filter(person=person).first().by == people["administrator"]  # type: ignore[union-attr]
    desk = sign_in("water-editor", "Reservoir-gate-31").client
    assert desk.get("/admin/")["Location"] == reverse("doors:password")


@pytest.mark.parametrize(
    "said",
    [
        {"password": "wrong", "new_password1": "Reservoir-gate-31", "new_password2": "Reservoir-gate-31"},
        {"password": PASSWORD, "new_password1": "Reservoir-gate-31", "new_password2": "Reservoir-gate-32"},
        {"password": PASSWORD, "new_password1": "short-1", "new_password2": "short-1"},
        {"password": PASSWORD, "new_password1": PASSWORD, "new_password2": PASSWORD},
        {"password": PASSWORD},
        {},
    ],
)
def test_a_change_that_is_not_right_changes_nothing(people: People, enter: Any, said: dict[str, str]) -> None:
    before = Person.objects.get(username="water-editor").password
    assert enter(people["editor"]).post(reverse("doors:password"), said).status_code == 200
    assert Person.objects.get(username="water-editor").password == before


@pytest.mark.defends("修改密码: guess the old password in an open session", by="outsider")
def test_guessing_the_old_password_inside_is_locked_too(people: People, enter: Any) -> None:
    desk = enter(people["editor"])
    said = {"password": "wrong", "new_password1": "Reservoir-gate-31", "new_password2": "Reservoir-gate-31"}
    answers = [desk.post(reverse("doors:password"), said).status_code for _each in range(5)]
    assert answers == [200, 200, 200, 200, 429]
    assert desk.post(reverse("doors:password"), {**said, "password": PASSWORD}).status_code == 429


def test_the_change_is_on_the_record_and_the_password_is_not(people: People, enter: Any) -> None:
    new = "Reservoir-gate-31"
    said = {"password": PASSWORD, "new_password1": new, "new_password2": new}
    enter(people["editor"]).post(reverse("doors:password"), said)
    assert events(people["editor"])[-1] == DoorEvent.PASSWORD_CHANGED
    assert new not in repr(list(PasswordUse.objects.values()))


@pytest.mark.parametrize("path", ["password_reset/", "password_reset/done/", "password_reset/complete/"])
@pytest.mark.defends("password reset by mail: take an account over", by="outsider")
def test_no_mail_opens_a_door(county: County, client: Any, path: str) -> None:
    assert client.get(f"/admin/{path}").status_code == 404
