"""L1: what else could reach the public, counted. Something new in a later version fails here until it is looked at."""

from typing import Any

import pytest
from approvals.gate.attempts import refused, sql, stored
from approvals.gate.making import release
from django.apps import apps
from django.db import transaction
from guanwei.approvals.gate import GateRefused
from guanwei.approvals.governed import content_tables, governed_of
from guanwei.portal.models import ColumnPage, HomePage
from guanwei.publishing.models import ArticlePage
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail.snippets.models import get_snippet_models

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]

# Everything a person edits beside pages. Each has the gate; one without a draft would go out as typed.
SNIPPETS = {"publishing.Post", "portal.Arrangement"}
# Applications of Wagtail's that put something before the public by a row of their own, none of them governed.
UNGOVERNED = {
    "wagtail.contrib.redirects",
    "wagtail.contrib.forms",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.styleguide",
    "wagtail.contrib.typed_table_block",
    "wagtail.locales",
    "wagtail_localize",
}


def test_every_snippet_is_known_and_governed() -> None:
    found = {each._meta.label for each in get_snippet_models()}
    assert found == SNIPPETS, "look at what the new one shows to the public, then put it under the gate"
    assert all(governed_of(apps.get_model(each)) for each in found)


def test_no_setting_is_shown_as_it_is_typed() -> None:
    found = {each._meta.label for each in settings_registry}
    assert found == set(), "a Wagtail setting goes out unsigned: put its fields into the portal's settings"


def test_every_model_with_a_draft_is_governed_or_wagtails_own_page() -> None:
    drafts = {each for each in apps.get_models() if issubclass(each, DraftStateMixin)}
    assert {each for each in drafts if governed_of(each) is None} == {Page}


def test_no_application_is_installed_that_publishes_past_the_gate() -> None:
    installed = {each.name for each in apps.get_app_configs()}
    assert not installed & UNGOVERNED


def test_every_table_of_a_page_is_guarded() -> None:
    guarded = {each.table for each in content_tables()}
    pages = {each._meta.db_table for each in apps.get_models() if issubclass(each, Page)}
    assert pages <= guarded


@pytest.fixture
def english(db: None) -> Locale:
    return Locale.objects.create(language_code="en")


@pytest.mark.defends("translation: a copy of a live page", by="shell")
def test_a_translation_of_a_live_page_is_a_draft(column: ColumnPage, english: Locale) -> None:
    home = release(HomePage.objects.get(pk=column.get_parent().pk))
    made = CopyPageForTranslationAction(home, english).execute(skip_permission_checks=True)
    assert not made.live
    with pytest.raises(GateRefused), transaction.atomic():
        made.get_latest_revision().publish()
    assert not Page.objects.filter(locale=english, live=True).exists()


@pytest.mark.defends("translation: as an alias, of the page or of those above it", by="shell")
@pytest.mark.parametrize("alias", [True, False])
def test_a_translation_makes_no_alias(live_article: ArticlePage, english: Locale, alias: bool) -> None:
    copied = CopyPageForTranslationAction(live_article, english, copy_parents=True, alias=alias)
    with pytest.raises(GateRefused), transaction.atomic():
        copied.execute(skip_permission_checks=True)
    assert not Page.objects.filter(locale=english).exists()


@pytest.mark.defends("locale: a live page put into another language", by="database")
def test_a_live_page_keeps_its_language(live_article: ArticlePage, english: Locale) -> None:
    refused(lambda: sql("UPDATE wagtailcore_page SET locale_id = %s", english.pk))
    refused(lambda: Page.objects.filter(pk=live_article.pk).update(locale=english))


@pytest.mark.defends("alias: created, planted or converted", by="shell")
def test_no_alias_comes_to_be(live_article: ArticlePage, another_article: Any) -> None:
    draft = another_article("draft")
    alias = CreatePageAliasAction(live_article, update_slug="alias")
    with pytest.raises(GateRefused), transaction.atomic():
        alias.execute(skip_permission_checks=True)
    Page.objects.filter(pk=draft.pk).update(alias_of=live_article)
    planted = stored(draft)
    planted.live = True
    with pytest.raises(GateRefused), transaction.atomic():
        planted.save()
    planted.live = False
    ConvertAliasPageAction(planted).execute(skip_permission_checks=True)
    assert not stored(draft).live


@pytest.mark.defends("alias: what its source publishes", by="shell")
def test_publishing_the_source_puts_no_planted_alias_online(
    article: ArticlePage, another_article: Any
) -> None:
    draft = another_article("draft")
    Page.objects.filter(pk=draft.pk).update(alias_of=article)
    try:
        release(article)
    except GateRefused:
        assert not stored(article).live
    assert not stored(draft).live


@pytest.mark.defends("menu: a live page put into or taken out of it", by="database")
@pytest.mark.parametrize(
    "change", ["show_in_menus = NOT show_in_menus", "seo_title = '改了'", "search_description = '改了'"]
)
def test_what_menus_and_search_engines_read_is_content(live_article: ArticlePage, change: str) -> None:
    refused(lambda: sql(f"UPDATE wagtailcore_page SET {change}"))  # noqa: S608
