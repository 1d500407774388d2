"""Everything that can be live is under the gate: by its class, by its column, and by what is registered."""

from contextlib import suppress
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from guanwei.approvals.gate import GateRefused
from guanwei.approvals.gate.triggers import triggers_expected, triggers_standing
from guanwei.approvals.governed import content_tables, governed_models, governed_of
from guanwei.approvals.subjects import family_of, row_of
from routes.stage import UNSIGNED, Stage, word_of
from routes.watching import Public, tried
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import DraftStateMixin, Page
from wagtail.snippets.models import get_snippet_models

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]
# A page of no kind: the gate refuses to make one public, whoever asks (test_ways_to_go_live).
OF_NO_KIND = {Page}


def drafted() -> list[type[models.Model]]:
    return [each for each in apps.get_models() if issubclass(each, DraftStateMixin)]


def test_every_model_with_drafts_is_governed() -> None:
    assert {each for each in drafted() if governed_of(each) is None} == OF_NO_KIND


def test_every_table_with_a_live_column_is_a_content_table() -> None:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        live = {
            table
            for table in tables
            if "live" in {each.name for each in connection.introspection.get_table_description(cursor, table)}
        }
    assert live == {each.table for each in content_tables() if each.is_live_table} & set(tables)


def test_every_page_kind_that_can_be_made_is_governed() -> None:
    made = {
        each
        for each in apps.get_models()
        if issubclass(each, Page) and each.is_creatable and each is not Page
    }
    assert {each for each in made if governed_of(each) is None} == set()


def test_every_snippet_with_drafts_is_governed() -> None:
    assert {each for each in get_snippet_models() if governed_of(each) is None} == set()


def test_every_registered_setting_is_looked_at() -> None:
    # The foot is part of the arrangement, which is signed; a setting would be written by its screen alone.
    assert {each._meta.label for each in settings_registry} == set()


def test_the_triggers_of_every_content_table_stand() -> None:
    assert triggers_standing() == triggers_expected()


def test_every_governed_kind_is_on_the_stage(stage: Stage) -> None:
    kinds = {type(each) for each in stage.governed}
    kept = {each.model for each in governed_models() if issubclass(each.model, DraftStateMixin)}
    assert kept <= kinds


@pytest.mark.defends("objects of every governed kind saved live, in whole and in part", by="shell")
def test_no_governed_object_is_saved_live(stage: Stage) -> None:
    before = Public.now(stage)
    for each in stage.governed:
        for fields in (None, ["live", "title"], ["title"]):
            with tried() as written:
                _try_save(row_of(family_of(each), each.pk), fields)
                assert before.changes(Public.after(stage, before, written)) == [], (each, fields)


def _try_save(obj: Any, fields: list[str] | None) -> None:
    """A draft's words may be saved on their own; nothing else may."""
    with suppress(GateRefused):
        obj.live = True
        setattr(obj, word_of(obj), UNSIGNED)
        obj.save(update_fields=[word_of(obj) if each == "title" else each for each in fields or []] or None)
