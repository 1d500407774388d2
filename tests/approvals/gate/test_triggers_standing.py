"""L1: the triggers stand aside for migrations, come back counted, and a wrong count stops releases."""

from typing import Any

import pytest
from approvals.gate.attempts import refused, sql, stored
from approvals.gate.making import new_post, release
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models
from django.db.migrations import AddField, AlterField, RemoveField
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from guanwei.approvals.gate import (
    GateRefused,
    check_triggers,
    drop_triggers,
    make_triggers,
    triggers_expected,
    triggers_standing,
)
from guanwei.approvals.gate.connecting import after_migrations, before_migrations
from guanwei.approvals.gate.names import trigger_name
from guanwei.approvals.governed import content_tables, governed_of
from guanwei.publishing.models import ArticlePage
from modelcluster.models import get_all_child_relations
from wagtail.models import DraftStateMixin

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db(transaction=True)]


def test_every_table_of_a_governed_object_is_guarded() -> None:
    guarded = {each.table for each in content_tables()}
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and governed_of(model) is not None:
            parents = {each._meta.db_table for each in model._meta.get_parent_list()}
            children = {each.related_model._meta.db_table for each in get_all_child_relations(model)}
            linked = {each.remote_field.through._meta.db_table for each in model._meta.many_to_many}
            assert {model._meta.db_table, *parents, *children, *linked} <= guarded | UNGUARDED


# Comments of editors on a page: shown in the admin alone, never to the public.
UNGUARDED = {"wagtailcore_comment"}


def test_all_stand_after_the_migrations() -> None:
    check_triggers()
    assert triggers_standing() == triggers_expected() > 15


def test_one_missing_trigger_is_noticed() -> None:
    name = trigger_name("publishing_post", "update" if connection.vendor == "sqlite" else "row")
    sql(f"DROP TRIGGER {name}" + (" ON publishing_post" if connection.vendor == "postgresql" else ""))
    with pytest.raises(GateRefused) as refusal:
        check_triggers()
    wanted = triggers_expected()
    assert f"应有{wanted}道，现有{wanted - 1}道" in refusal.value.refusals[0].sentence


def test_migrate_makes_them_again(draft: Any) -> None:
    drop_triggers(connection)
    assert triggers_standing() == 0
    call_command("migrate", verbosity=0)
    check_triggers()
    refused(lambda: type(draft).objects.filter(pk=draft.pk).update(live=True))


def migrate(room: str, *operations: Operation) -> None:
    """Run ``operations`` as a migration of ``room`` would, between the two signals of ``migrate``."""
    state = MigrationLoader(connection).project_state()
    before_migrations(using="default")
    for operation in operations:
        after = state.clone()
        operation.state_forwards(room, after)
        with connection.schema_editor() as editor:
            operation.database_forwards(room, editor, state, after)
        state = after
    after_migrations(using="default")


@pytest.mark.parametrize(
    ("room", "model"),
    [
        ("wagtailcore", "page"),
        ("publishing", "articlepage"),
        ("publishing", "articlevariant"),
        ("publishing", "reservation"),
        ("approvals", "permit"),
        ("approvals", "opening"),
    ],
)
def test_a_migration_that_rebuilds_a_table_keeps_the_guard(
    room: str, model: str, article: ArticlePage
) -> None:
    migrate(
        room,
        AddField(model, "later", models.CharField(max_length=7, default="")),
        AlterField(model, "later", models.CharField(max_length=9, default="", db_index=True)),
        RemoveField(model, "later"),
    )
    check_triggers()
    refused(lambda: ArticlePage.objects.filter(pk=article.pk).update(live=True))


def test_a_migration_that_crashed_leaves_releases_refused(draft: Any) -> None:
    before_migrations(using="default")
    with pytest.raises(GateRefused):
        release(draft)
    assert not stored(draft).live


def test_a_column_added_by_a_migration_is_guarded(account: Any) -> None:
    post = release(new_post(account))
    later = AddField("post", "later", models.CharField(max_length=7, default="", db_default=""))
    migrate("publishing", later)
    try:
        refused(lambda: sql("UPDATE publishing_post SET later = 'x' WHERE id = %s", post.pk))
    finally:
        before_migrations(using="default")
        sql("ALTER TABLE publishing_post DROP COLUMN later")
        make_triggers(connection)
