"""Tokens in the admin: writers issue and revoke their own; nobody gets one in another's name."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from guanwei.approvals.gate import GateRefused
from guanwei.organisations.models import DoorEntry, DoorEvent
from routes.programs import PAGES, Program
from routes.stage import Stage, browser_of
from wagtail.models import APIToken

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]
ADD = "wagtailusers_api_tokens:add"


def test_a_writer_issues_and_revokes_a_token(stage: Stage) -> None:
    editor = stage.people["editor"]
    browser = browser_of(editor)
    response = browser.post(reverse(ADD), {"name": "手工发的程序", "user": editor.pk})
    token = APIToken.objects.get(name="手工发的程序")
    assert token.prefix in response.content.decode()
    browser.post(reverse("wagtailusers_api_tokens:delete", args=[token.pk]))
    token.refresh_from_db()
    assert token.revoked_at is not None


def test_who_writes_nothing_has_no_tokens(stage: Stage) -> None:
    reviewer = stage.people["reviewer"]
    assert browser_of(reviewer).get(reverse(ADD)).status_code == 302
    browser_of(reviewer).post(reverse(ADD), {"name": "程序", "user": reviewer.pk})
    assert not APIToken.objects.filter(name="程序").exists()


@pytest.mark.parametrize("who", ["root", "editor"])
@pytest.mark.defends("a token in another's name, to write for them and review it oneself", by="superuser")
def test_nobody_issues_a_token_for_somebody_else(stage: Stage, who: str) -> None:
    other = stage.people["publisher" if who == "editor" else "editor"]
    browser_of(stage.people[who]).post(reverse(ADD), {"name": "程序", "user": other.pk})
    assert not APIToken.objects.filter(name="程序").exists()


@pytest.mark.defends("a token issued on the command line", by="shell")
def test_the_command_issues_none(stage: Stage) -> None:
    with pytest.raises(GateRefused, match="自己登录"):
        call_command("api_tokens", "create", "--user", stage.people["editor"].username, "--name", "程序")
    assert not APIToken.objects.filter(name="程序").exists()


def test_an_administrator_of_the_machine_revokes_anybodys_and_says_why(stage: Stage) -> None:
    program, root = Program(stage.people["editor"]), browser_of(stage.people["root"])
    assert program.token is not None
    screen = reverse("wagtailusers_api_tokens:delete", args=[program.token.pk])
    assert "清河县水利局宣传科编辑" in root.get(screen).content.decode()
    answer = root.post(screen)
    assert (answer.status_code, "理由" in answer.content.decode()) == (409, True)
    assert program.get(f"{PAGES}{stage.draft_page.pk}/").status_code == 200
    root.post(screen, {"reason": "电脑遗失"})
    assert program.get(f"{PAGES}{stage.draft_page.pk}/").status_code == 401
    entry = DoorEntry.objects.get(event=DoorEvent.TOKEN_REVOKED)
    assert (entry.person, entry.by) == (stage.people["editor"], stage.people["root"])
    assert entry.reason.endswith("电脑遗失")


def test_a_colleague_stops_nobodys(stage: Stage) -> None:
    program = Program(stage.people["editor"])
    assert program.token is not None
    other = browser_of(stage.people["publisher"])
    other.post(reverse("wagtailusers_api_tokens:delete", args=[program.token.pk]), {"reason": "不想让它用"})
    assert program.get(f"{PAGES}{stage.draft_page.pk}/").status_code == 200
