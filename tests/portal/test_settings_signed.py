"""门户设置 through the screens: the keeper writes, one signature puts it in force, nobody else gets in."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from guanwei.approvals.models import Submission
from guanwei.audit.canonical import digest
from guanwei.organisations.models import Person
from guanwei.portal.models import Arrangement
from guanwei.regulations.models import Original
from guanwei.testing.acts import signed, submitted
from guanwei.testing.scenes import County
from wagtail.models import Site

pytestmark = pytest.mark.django_db

EDIT = "wagtailsnippets_portal_arrangement:edit"
MENU = "/admin/snippets/portal/arrangement/"
SUBMIT = "action-guanwei-submit"


def signed_in(person: Person) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    return client


def address() -> str:
    return reverse(EDIT, args=[Arrangement.objects.get().pk])


def typed(county: County, *moved: tuple[str, str], **changes: Any) -> dict[str, Any]:
    """The form as the keeper sends it."""
    sent = {
        "site_name": "清河县人民政府",
        "hostname": "localhost",
        "port": "80",
        "root_page": str(county.home.pk),
        "originals-TOTAL_FORMS": "0",
        "originals-INITIAL_FORMS": "0",
        "redirections-TOTAL_FORMS": str(len(moved)),
        "redirections-INITIAL_FORMS": "0",
        "redirections-MIN_NUM_FORMS": "0",
        "redirections-MAX_NUM_FORMS": "1000",
    }
    for number, (old, target) in enumerate(moved):
        row = {"old_path": old, "target": target, "ORDER": str(number + 1), "id": "", "DELETE": ""}
        sent |= {f"redirections-{number}-{name}": value for name, value in row.items()}
    return {**sent, **changes}


def said(answer: Any) -> str:
    return " ".join(str(each) for each in get_messages(answer.wsgi_request))


def test_the_keeper_writes_submits_and_signs(county: County) -> None:
    keeper = county.people["keeper"]
    client = signed_in(keeper)
    sent = typed(county, ("/old.htm", "/news/"), operator="县政府办公室", port="8080", **{SUBMIT: "1"})
    answer = client.post(address(), sent)
    assert answer.status_code == 302
    assert "等待“网站管理员签发”" in said(answer)
    assert Site.objects.get().port == 80
    assert "县政府办公室" not in client.get("/").content.decode()
    submission = Submission.objects.get()
    assert submission.title == "门户设置（清河县人民政府）"
    signing = client.get(reverse("review:sign", args=[submission.pk])).content.decode()
    for words in ("县政府办公室", "8080", "/old.htm → /news/", "清河县人民政府"):
        assert words in signing
    signed(submission, keeper)
    assert Site.objects.get().port == 8080
    assert "县政府办公室" in client.get("/").content.decode()
    assert client.get("/old.htm")["Location"] == "/news/"


def test_the_keeper_signs_for_a_regulations_wording_with_its_digest_in_view(county: County) -> None:
    keeper = county.people["keeper"]
    client = signed_in(keeper)
    original = Original.objects.create(
        rule_book="county.yanchi", version=1, file_name="", sha256="", passages=[]
    )
    assert "第1版" in client.get(address()).content.decode()
    row = {"originals-0-original": str(original.pk), "originals-0-id": "", "originals-0-ORDER": "1"}
    client.post(address(), typed(county, **{"originals-TOTAL_FORMS": "1", **row, SUBMIT: "1"}))
    submission = Submission.objects.get()
    signing = client.get(reverse("review:sign", args=[submission.pk])).content.decode()
    assert f"第1版（摘要 {digest([])[:12]}）" in signing
    signed(submission, keeper)
    assert [each.original for each in Arrangement.objects.get().originals.all()] == [original]


def test_the_screen_stands_in_the_menu_and_carries_the_chain(county: County) -> None:
    client = signed_in(county.people["keeper"])
    assert MENU in client.get(reverse("wagtailadmin_home")).content.decode()
    shown = client.get(address()).content.decode()
    assert reverse("editor:chain", args=["arrangement", Arrangement.objects.get().pk]) in shown
    assert "action-publish" not in shown


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"hostname": "http://a.example/"}, "不是域名"),
        ({"port": "0"}, "1"),
        ({"port": "70000"}, "65535"),
        ({"email": "nobody"}, "有效"),
    ],
)
def test_bad_settings_come_back_with_what_is_wrong(county: County, changes: Any, words: str) -> None:
    sent = typed(county, **changes, telephone="0000-7654321")
    shown = signed_in(county.people["keeper"]).post(address(), sent).content.decode()
    assert words in shown
    assert "0000-7654321" in shown
    assert Arrangement.objects.get().get_latest_revision_as_object().telephone == ""


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("/a", "javascript:alert(1)")], "不能作为转到的地址"),
        ([("http://a/", "/news/")], "不是本站地址"),
        ([("/admin/login/", "https://evil.example/")], "系统自己的地址"),
        ([("/a", "/news/"), ("/a/", "/notices/")], "已有一条"),
        ([("/a", "/a/")], "转回自己"),
    ],
)
def test_bad_addresses_come_back_with_what_is_wrong(county: County, rows: Any, words: str) -> None:
    shown = signed_in(county.people["keeper"]).post(address(), typed(county, *rows)).content.decode()
    assert words in shown


def test_an_unfinished_draft_is_kept_and_not_submitted(county: County) -> None:
    sent = typed(county, site_name="", telephone="0000-7654321", **{SUBMIT: "1"})
    answer = signed_in(county.people["keeper"]).post(address(), sent)
    assert "“网站名称”须改" in said(answer)
    assert not Submission.objects.exists()
    assert Arrangement.objects.get().get_latest_revision_as_object().telephone == "0000-7654321"


def test_a_column_is_signed_with_all_that_it_states_in_view(county: County) -> None:
    keeper = county.people["keeper"]
    draft = county.news.get_latest_revision_as_object()
    draft.introduction = "记录日常工作"
    draft.save_revision(user=keeper)
    signing = signed_in(keeper).get(reverse("review:sign", args=[submitted(draft, keeper).pk]))
    for words in ("记录日常工作", "栏目主旨", "责任单位", "news"):
        assert words in signing.content.decode()


def test_a_first_page_that_is_no_public_home_page_is_not_submitted(county: County) -> None:
    sent = typed(county, root_page=str(county.news.pk), **{SUBMIT: "1"})
    answer = signed_in(county.people["keeper"]).post(address(), sent)
    assert "首页须是已公开的首页" in said(answer)
    assert not Submission.objects.exists()


@pytest.mark.law("L1")
@pytest.mark.defends("settings screen: publish button", by="superuser")
def test_nobody_publishes_from_the_screen(county: County) -> None:
    root = Person.objects.create_superuser("root", "root@example.test", "x")
    sent = typed(county, operator="没有签过的单位", **{"action-publish": "1"})
    signed_in(root).post(address(), sent)
    assert Arrangement.objects.get().operator == ""


@pytest.mark.law("L1")
@pytest.mark.defends("settings screen: another department's editor", by="editor")
def test_an_editor_is_shown_the_door(county: County) -> None:
    client = signed_in(county.water.people["editor"])
    for answer in (client.get(address()), client.post(address(), typed(county, operator="水利局"))):
        assert answer.status_code == 302
        assert said(answer)
    assert Arrangement.objects.get().get_latest_revision_as_object().operator == ""
    assert MENU not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.law("L1")
@pytest.mark.defends("settings screen: add or delete", by="superuser")
@pytest.mark.parametrize("name", ["add", "delete"])
def test_settings_are_neither_added_nor_deleted(county: County, name: str) -> None:
    root = signed_in(Person.objects.create_superuser("root", "root@example.test", "x"))
    key = Arrangement.objects.get().pk
    args = [key] if name == "delete" else []
    root.post(reverse(f"wagtailsnippets_portal_arrangement:{name}", args=args), typed(county))
    assert list(Arrangement.objects.values_list("pk", flat=True)) == [key]
