"""Headers on every page, and a deployment check without a warning."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import wagtail
import wagtail_modeladmin
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse
from doors.conftest import HERE
from guanwei.organisations.models import Person
from guanwei.testing.scenes import County, write_article
from wagtail.admin.widgets import AdminPageChooser
from wagtail.admin.widgets.chooser import BaseChooser

ROOT = Path(__file__).resolve().parents[2]
INLINE = re.compile(r"<script(?![^>]*\b(src|type)=)[^>]*>", re.IGNORECASE)
HANDLER = re.compile(r"<[a-z][^>]*\son[a-z]+=", re.IGNORECASE)
# Wagtail's templates with an inline script, each replaced by one of ours of the same name.
REPLACED = {
    "wagtailadmin/panels/inline_panel.html",
    "wagtailadmin/panels/multiple_chooser_panel.html",
    "wagtailadmin/widgets/date_input.html",
    "wagtailadmin/widgets/datetime_input.html",
    "wagtailadmin/widgets/time_input.html",
}


def directives(response: Any) -> dict[str, list[str]]:
    """The policy of an answer, by directive."""
    said = [each.split() for each in response["Content-Security-Policy"].split(";") if each.strip()]
    return {each[0]: each[1:] for each in said}


def test_the_portal_allows_its_own_files_and_nothing_inline(county: County) -> None:
    policy = directives(Client().get(county.news.url))
    assert policy["default-src"] == ["'self'"]
    assert "unsafe" not in str(policy)
    assert policy["frame-ancestors"] == policy["object-src"] == policy["base-uri"] == ["'none'"]
    assert policy["form-action"] == ["'self'"]


@pytest.mark.parametrize(
    "path", ["/admin/login/", "/admin/", "/admin/articles/", "/admin/account/", "/admin/doors/mine/"]
)
def test_the_admin_allows_inline_styles_and_no_inline_script(county: County, enter: Any, path: str) -> None:
    policy = directives(enter(county.water.people["editor"]).get(path))
    assert policy["default-src"] == ["'self'"]
    assert policy.get("script-src", ["'self'"]) == ["'self'"]
    assert policy["style-src"] == ["'self'", "'unsafe-inline'"]
    assert policy["frame-ancestors"] == ["'none'"]


@pytest.mark.parametrize(
    "path", ["/", "/admin/login/", "/admin/account/", "/nowhere/", "/robots.txt", "/static/none.css"]
)
def test_every_answer_carries_the_headers(county: County, enter: Any, path: str) -> None:
    response = enter(county.water.people["editor"]).get(path)
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert "Content-Security-Policy" in response


def test_only_a_preview_may_stand_in_our_own_frame(county: County, enter: Any) -> None:
    article = write_article(county, county.water, county.water.people["editor"])
    desk = enter(county.water.people["editor"])
    address = reverse("wagtailadmin_pages:view_draft", args=[article.pk])
    response = desk.get(reverse("wagtailadmin_pages:preview_on_edit", args=[article.pk]))
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert directives(response)["frame-ancestors"] == ["'self'"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert desk.get(address).status_code in (200, 302, 404)


def test_refusals_and_too_many_requests_carry_the_policy_too(county: County, sign_in: Any) -> None:
    for _each in range(6):
        response = sign_in("water-editor", "wrong")
    assert response.status_code == 429
    assert "Content-Security-Policy" in response


@pytest.mark.defends("admin page: an inline script of Wagtail's that a new release adds", by="plugin")
def test_wagtails_inline_scripts_are_those_that_we_replace() -> None:
    folders = [Path(each.__file__).parent for each in (wagtail, wagtail_modeladmin)]
    found = {
        path.as_posix().split("/templates/", 1)[1]
        for folder in folders
        for path in folder.rglob("templates/**/*.html")
        if "/test" not in path.as_posix()
        and (INLINE.search(text := path.read_text(encoding="utf-8")) or HANDLER.search(text))
    }
    assert found - {"wagtailadmin/notifications/base.html"} == REPLACED


@pytest.mark.parametrize("name", sorted(REPLACED))
def test_ours_has_none(name: str) -> None:
    template = get_template(name)
    assert "guanwei" in str(template.origin)  # type: ignore[attr-defined]
    assert not INLINE.search(Path(str(template.origin)).read_text(encoding="utf-8"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("folder", ["site/guanwei", "themes", "plugins"])
def test_our_own_templates_have_neither_inline_script_nor_handler(folder: str) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("templates/**/*.html")}
    assert [path for path, text in texts.items() if INLINE.search(text) or HANDLER.search(text)] == []


@pytest.mark.django_db
def test_choosers_write_attributes_where_wagtail_writes_a_script() -> None:
    html = AdminPageChooser().render("page", None, {"id": "id_page"})
    assert "<script" not in html
    assert 'data-gw-start-kind-value="PageChooser"' in html
    assert BaseChooser.render.__module__ == "guanwei.console.doors.choosers"


def production(**changes: str) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("GUANWEI_")},
        "DJANGO_SETTINGS_MODULE": "project.settings.production",
        "GUANWEI_SECRET_KEY": "kX7-qWz9_" * 8,
        "GUANWEI_HOSTS": "guanwei.qinghe.example",
        "GUANWEI_BASE_URL": "https://guanwei.qinghe.example",
        "GUANWEI_DB_NAME": "guanwei",
        "GUANWEI_DB_USER": "guanwei",
        "GUANWEI_DB_PASSWORD": "not-asked",
        "GUANWEI_VAR": "/nonexistent",
        "GUANWEI_MAIL_HOST": "mail.qinghe.example",
        **changes,
    }


def check(*more: str, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "site" / "manage.py"), "check", "--deploy", *more],
        env=production(**changes),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_deployment_check_has_nothing_to_say(tmp_path: Path) -> None:
    done = check("--fail-level", "WARNING", GUANWEI_VAR=str(tmp_path))
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert "no issues" in done.stdout


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GUANWEI_IDLE_MINUTES", "0"),
        ("GUANWEI_IDLE_MINUTES", "600"),
        ("GUANWEI_IDLE_MINUTES", "never"),
        ("GUANWEI_IDLE_MINUTES", "-5"),
        ("GUANWEI_PROXIES", "many"),
        ("GUANWEI_PROXIES", "99999999999999999999"),
    ],
)
@pytest.mark.defends("environment: switch the idle end or the proxies to nonsense", by="administrator")
def test_a_value_out_of_bounds_stops_the_start_with_one_sentence(
    tmp_path: Path, name: str, value: str
) -> None:
    done = check(GUANWEI_VAR=str(tmp_path), **{name: value})
    assert done.returncode != 0
    assert f"Guanwei does not start: {name} must be a whole number" in done.stderr


def test_an_address_is_never_asked_of_anybody_else(people: dict[str, Person], enter: Any) -> None:
    """No page names another machine."""
    text = enter(people["editor"]).get("/admin/account/", REMOTE_ADDR=HERE).content.decode()
    named = set(re.findall(r'(?:src|href|action)="(https?://[^"]+)"', text))
    assert {each for each in named if "testserver" not in each} <= {"https://www.enable-javascript.com/"}
