"""接口令牌管理: an administrator sees the programs of the own people and stops one, with a reason on the record."""

import pytest
from django.test import Client
from django.urls import reverse
from guanwei.organisations.models import DoorEntry, DoorEvent
from guanwei.testing.scenes import add_agency, add_person, put_in_post, staff_by_county_book
from routes.programs import Program
from routes.stage import Stage, browser_of
from wagtail.models import APIToken, ModelLogEntry

pytestmark = [pytest.mark.law("L5"), pytest.mark.django_db]


@pytest.fixture
def screen() -> str:
    return reverse("programs:tokens")


@pytest.fixture
def token(editor: Program) -> APIToken:
    assert editor.token is not None
    return editor.token


def here(stage: Stage, role: str = "county.administrator") -> Client:
    """Signed in as somebody who administers another agency alone."""
    bureau = add_agency(stage.county.unit, "清河县林业局", "forest")
    staff_by_county_book(bureau)
    person = add_person("forest-administrator", "县林业局系统管理员")
    put_in_post(person, role, bureau.unit)
    return browser_of(person)


def test_an_administrator_sees_whose_programs_there_are(stage: Stage, token: APIToken, screen: str) -> None:
    browser = browser_of(stage.people["administrator"])
    page = browser.get(screen).content.decode()
    row = page[page.index(token.name) - 400 : page.index(token.name) + 400]
    for words in ("清河县水利局宣传科编辑", "清河县水利局宣传科编辑人员", token.prefix, "没有用过"):
        assert words in row, words
    assert token.key_hash not in page
    assert screen in browser.get(reverse("wagtailadmin_home")).content.decode()


def test_an_administrator_stops_a_program_and_the_record_says_why(
    stage: Stage, editor: Program, token: APIToken, screen: str
) -> None:
    browser = browser_of(stage.people["administrator"])
    assert editor.get("/api/v3/whoami/").status_code == 200
    answer = browser.post(screen, {"key": token.pk, "reason": "电脑遗失"})
    assert (answer.status_code, answer["Location"]) == (302, screen)
    assert editor.get("/api/v3/whoami/").status_code == 401
    entry = DoorEntry.objects.filter(event=DoorEvent.TOKEN_REVOKED).get()
    assert (entry.person, entry.by) == (stage.people["editor"], stage.people["administrator"])
    assert entry.reason == f"{token.name} ({token.prefix})，理由：电脑遗失"
    log = ModelLogEntry.objects.get(action="wagtail.apitoken.revoke")
    assert (log.user, log.data["reason"]) == (stage.people["administrator"], "电脑遗失")
    page = browser.get(screen).content.decode()
    assert "电脑遗失" in page
    assert f'value="{token.pk}"' not in page


@pytest.mark.parametrize("reason", ["", "  ", "长" * 121])
def test_without_a_reason_that_fits_the_record_it_stands(
    stage: Stage, token: APIToken, screen: str, reason: str
) -> None:
    answer = browser_of(stage.people["administrator"]).post(screen, {"key": token.pk, "reason": reason})
    assert (answer.status_code, "理由" in answer.content.decode()) == (409, True)
    assert APIToken.objects.get(pk=token.pk).revoked_at is None


def test_what_was_revoked_is_not_revoked_again(stage: Stage, token: APIToken, screen: str) -> None:
    browser, said = browser_of(stage.people["administrator"]), {"key": token.pk, "reason": "电脑遗失"}
    browser.post(screen, said)
    before = APIToken.objects.get(pk=token.pk).revoked_at
    assert browser.post(screen, said).status_code == 404
    assert APIToken.objects.get(pk=token.pk).revoked_at == before


@pytest.mark.parametrize("who", ["editor", "reviewer", "leader", "publisher", "keeper", "auditor"])
@pytest.mark.defends("the administrators' list of tokens", by="editor")
def test_who_administers_nothing_neither_sees_nor_stops_programs(
    stage: Stage, token: APIToken, screen: str, who: str
) -> None:
    browser = browser_of(stage.people[who])
    answer = browser.get(screen)
    assert (answer.status_code, token.name in answer.content.decode()) == (403, False)
    assert browser.post(screen, {"key": token.pk, "reason": "试一试"}).status_code == 403
    assert APIToken.objects.get(pk=token.pk).revoked_at is None


@pytest.mark.defends("tokens of another agency's people", by="administrator")
def test_an_administrator_elsewhere_neither_sees_nor_stops_ours(
    stage: Stage, token: APIToken, screen: str
) -> None:
    browser = here(stage)
    answer = browser.get(screen)
    assert (answer.status_code, token.name in answer.content.decode()) == (200, False)
    assert browser.post(screen, {"key": token.pk, "reason": "试一试"}).status_code == 404
    assert APIToken.objects.get(pk=token.pk).revoked_at is None
