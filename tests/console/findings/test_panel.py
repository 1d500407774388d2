"""The panel 检查提示 stands in the editors of what goes out, and tells its script all that it needs."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from guanwei.testing.scenes import County, write_article, write_post

pytestmark = [pytest.mark.django_db]


def opened(county: County, address: str, who: str = "editor") -> Any:
    client = Client()
    client.force_login({**county.people, **county.water.people}[who])
    return BeautifulSoup(client.get(address).content, "html.parser")


def test_both_editors_show_it_for_what_is_saved_and_what_is_new(county: County) -> None:
    by = county.water.people["editor"]
    article, post = write_article(county, county.water, by), write_post(county.water, by)
    editors = {
        reverse("wagtailadmin_pages:edit", args=[article.pk]): ("page", str(article.pk)),
        reverse("wagtailadmin_pages:add", args=["publishing", "articlepage", county.news.pk]): ("page", ""),
        reverse(post.snippet_viewset.get_url_name("edit"), args=[post.pk]): ("post", str(post.pk)),
        reverse(post.snippet_viewset.get_url_name("add")): ("post", ""),
    }
    for address, (family, object_id) in editors.items():
        page = opened(county, address)
        (panel,) = page.select("form [data-gw-live]")
        assert panel["data-gw-live"] == reverse("findings:now")
        assert (panel["data-gw-family"], panel["data-gw-object"]) == (family, object_id)
        assert bool(panel.select("p > a[target]")) is bool(object_id)


def test_its_shelves_stand_in_the_order_of_their_weight(county: County) -> None:
    page = opened(
        county, reverse("wagtailadmin_pages:add", args=["publishing", "articlepage", county.news.pk])
    )
    shelves = page.select("[data-gw-shelf]")
    assert [each["data-gw-shelf"] for each in shelves] == ["block", "look", "info"]
    assert [each["aria-label"] for each in shelves] == ["必须处理", "请核实", "供参考"]
    assert page.select_one("[data-gw-live-said]")["aria-live"] == "polite"
    words = json.loads(page.select_one("#gw-live-words").string)
    assert all(words.values())


def test_the_structures_editor_has_none(county: County) -> None:
    page = opened(county, reverse("wagtailadmin_pages:edit", args=[county.news.pk]), "keeper")
    assert page.select_one("#id_title")
    assert not page.select("[data-gw-live]")
