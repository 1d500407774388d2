"""Every command that any installed application brings was looked at; those that write content are tried."""

import io
import json
from pathlib import Path

import pytest
from django.core import serializers
from django.core.management import CommandError, call_command, get_commands
from django.db import Error as DatabaseError
from guanwei.approvals.gate import GateRefused
from guanwei.approvals.subjects import row_of
from guanwei.publishing.models import ArticlePage, Post
from routes.stage import UNSIGNED, Stage
from routes.watching import Public, tried, unpermitted
from wagtail.models import Page

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]
# By what they do: "reads", "house" (the installation's own), "drafts", "tried" (below), "owner" (the database's).
LOOKED_AT = {
    "reads": "check diffsettings dumpdata findstatic inspectdb makemessages sendtestemail show_references_index"
    " showmigrations sqlflush sqlmigrate sqlsequencereset runserver test testserver",
    "house": "api_tokens changepassword clearsessions collectstatic compilemessages createcachetable createsuperuser"
    " db_worker deduplicate_tags makemigrations optimizemigration prune_db_task_results purge_embeds"
    " rebuild_references_index remove_orphaned_tags remove_stale_contenttypes squashmigrations startapp startproject"
    " procrastinate update_index"
    " wagtail_update_image_renditions wagtail_update_index enable_fuzzystrmatch enable_trigram"
    " enable_unaccent",
    # Old revisions, log entries and duplicates of history: no content row.
    "drafts": "purge_revisions create_log_entries_from_revisions clean_duplicate_history clean_old_history"
    " populate_history",
    # Who was locked out of signing in.
    "doors": "axes_list_attempts axes_reset axes_reset_failure_logs axes_reset_ip axes_reset_ip_username"
    " axes_reset_logs axes_reset_username",
    "ours": "clauses demo explain health import_text load_regulation plugins publish_scheduled screen work",
    "tried": "convert_mariadb_uuids fixtree loaddata move_pages publish_scheduled_pages set_url_paths",
    # Whoever owns the database: docs/reference/defence.md says so.
    "owner": "dbshell flush migrate shell",
}


def looked_at() -> set[str]:
    return {name for names in LOOKED_AT.values() for name in names.split()}


def test_every_command_was_looked_at() -> None:
    assert set(get_commands()) - looked_at() == set(), (
        "new commands: look at them, then put them into the table"
    )


@pytest.mark.parametrize(
    "name", ["fixtree", "set_url_paths", "convert_mariadb_uuids", "publish_scheduled_pages"]
)
@pytest.mark.defends("commands that mend the tree, paths and keys", by="shell")
def test_mending_the_tree_changes_nothing_public(stage: Stage, name: str) -> None:
    before = Public.now(stage)
    with tried():
        _run(name, **({"interactive": False} if name == "fixtree" else {}))
        assert before.changes(Public.after(stage, before)) == []


@pytest.mark.defends("the command that moves pages", by="shell")
def test_moving_pages_leaves_what_is_public_at_its_address(stage: Stage) -> None:
    before = Public.now(stage)
    with tried():
        _run("move_pages", stage.county.news.pk, stage.county.notices.pk)
        assert Page.objects.get(pk=stage.live_page.pk).url_path == stage.live_page.url_path
        assert before.changes(Public.after(stage, before)) == []
        assert unpermitted() == []


@pytest.mark.parametrize("of", ["page", "post"])
@pytest.mark.defends("fixtures with live rows and other words", by="shell")
def test_a_fixture_brings_nothing_before_the_public(stage: Stage, tmp_path: Path, of: str) -> None:
    before = Public.now(stage)
    drafts, live = (
        (stage.draft_page, stage.live_page) if of == "page" else (stage.draft_post, stage.live_post)
    )
    for obj, changed in ((drafts, {"live": True}), (live, {"title": UNSIGNED})):
        with tried():
            _run("loaddata", _fixture(tmp_path, row_of(of, obj.pk), changed))
            assert before.changes(Public.after(stage, before)) == []
            assert unpermitted() == []


def _fixture(folder: Path, obj: ArticlePage | Post, changed: dict[str, object]) -> str:
    base = Page.objects.get(pk=obj.pk) if isinstance(obj, Page) else obj
    rows = json.loads(serializers.serialize("json", [base]))
    rows[0]["fields"] |= changed
    made = folder / "rows.json"
    made.write_text(json.dumps(rows), encoding="utf-8")
    return str(made)


def _run(name: str, *arguments: object, **options: object) -> None:
    """It may refuse; what counts is what the public sees afterwards."""
    try:
        call_command(name, *arguments, stdout=io.StringIO(), stderr=io.StringIO(), **options)
    except (GateRefused, DatabaseError, CommandError):
        return
