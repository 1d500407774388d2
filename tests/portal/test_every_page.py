"""What holds on every public page, with the county's theme and with none."""

import re
from typing import Any

import pytest
from django.conf import settings as project
from django.test import Client, RequestFactory
from django.views.defaults import server_error
from portal.reading import links, words
from portal.scene import NAME, Portal

ADDRESSES = ["/", "/news/", "/news/one/", "/accounts/", "/rules/", "/rules/county.yanchi/", "/nowhere/"]


@pytest.fixture(params=["theme", "plain"])
def look(request: pytest.FixtureRequest, settings: Any) -> str:
    """The installed theme, or the core's own templates."""
    if request.param == "plain":
        settings.TEMPLATES = [{**project.TEMPLATES[0], "DIRS": []}]
    return str(request.param)


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_can_be_read_without_sight_scripts_or_other_machines(
    portal: Portal, citizen: Client, look: str, address: str
) -> None:
    portal.publish("动态", slug="one")
    html = citizen.get(address).content.decode()
    assert '<html lang="zh-CN">' in html
    assert len(re.findall(r"<main\b", html)) == len(re.findall(r"<h1\b", html)) == 1
    assert 'class="skip-link" href="#content"' in html
    assert 'id="content"' in html
    assert re.findall(r"<(?:nav|aside)(?![^>]*aria-label)", html) == []
    assert re.findall(r"<script(?![^>]*\bsrc=)", html) == []
    assert re.findall(r'\sstyle="|\son\w+="', html) == []
    assert re.findall(r'(?:src|<link[^>]*href)="(?:https?:)?//', html) == []
    assert "county.css" in html if look == "theme" else "plain.css" in html


def test_an_english_browser_gets_the_portal_in_its_own_language(portal: Portal, citizen: Client) -> None:
    page = citizen.get("/nowhere/")
    assert "当前位置" not in words(page)
    assert "您访问的页面可能已经撤下" in words(page)


def test_a_missing_page_keeps_the_look_and_leads_home(portal: Portal, citizen: Client, look: str) -> None:
    page = citizen.get("/nowhere/")
    assert page.status_code == 404
    assert NAME in words(page)
    assert links(page, "返回首页") == ["/"]


def test_a_broken_page_says_so_without_asking_the_database(
    db: None, look: str, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        page = server_error(RequestFactory().get("/"))
    assert page.status_code == 500
    assert "系统繁忙，请稍后再试" in words(page)


def test_every_page_carries_the_tags_that_government_sites_are_checked_for(
    portal: Portal, citizen: Client
) -> None:
    portal.publish("动态", slug="one")
    for address in ADDRESSES:
        assert f'<meta name="SiteName" content="{NAME}">' in citizen.get(address).content.decode()
    assert '<meta name="ColumnName" content="工作动态">' in citizen.get("/news/").content.decode()
    article = citizen.get("/news/one/").content.decode()
    assert '<meta name="ArticleTitle" content="动态">' in article
    assert '<meta name="ContentSource" content="清河县水利局">' in article
    assert re.search(r'<meta name="PubDate" content="\d{4}-\d\d-\d\d \d\d:\d\d">', article)


def test_crawlers_are_kept_out_of_the_admin(db: None, citizen: Client) -> None:
    assert "Disallow: /admin/" in citizen.get("/robots.txt").content.decode()
