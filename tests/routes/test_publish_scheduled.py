"""Our command in the place of Wagtail's: due releases go out one by one; what was planted is named, not published."""

import io
import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.utils import timezone
from guanwei.approvals.gate.triggers import drop_triggers
from guanwei.audit import clock
from guanwei.publishing.services import advancing, release
from guanwei.testing.scenes import write_article
from routes.stage import Stage, _signed
from routes.watching import Public, unpermitted
from wagtail.models import Page, Revision

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]
LATER = timedelta(hours=1)


def ran() -> tuple[dict[str, Any], str]:
    """The document, and the sentence of the refusal (empty when all is well)."""
    out, sentence = io.StringIO(), ""
    try:
        call_command("publish_scheduled", "--json", stdout=out)
    except CommandError as error:
        sentence = str(error) if error.returncode == 1 else ""
    return json.loads(out.getvalue()), sentence


def timed(stage: Stage, title: str) -> int:
    """An article that goes out in an hour; its id."""
    by = stage.people["editor"]
    submission = _signed(write_article(stage.county, stage.county.water, by, title=title), stage.people)
    made, refusals = release(submission.pk, stage.people["publisher"], timezone.now() + LATER)
    assert made is not None, refusals
    return int(submission.object_id)


def test_the_command_is_ours() -> None:
    assert get_commands()["publish_scheduled"] == "guanwei.console"


def test_a_release_goes_out_when_its_time_has_come(stage: Stage) -> None:
    article = timed(stage, "定时稿")
    assert ran()[0]["released"] == 0
    with clock.at(timezone.now() + 2 * LATER):
        document, sentence = ran()
    assert (document["released"], sentence) == (1, "")
    assert Page.objects.get(pk=article).live
    assert unpermitted() == []


@pytest.mark.defends("publish_scheduled: a planted date in a revision", by="database")
def test_a_planted_date_publishes_nothing_and_is_named(stage: Stage) -> None:
    article, before = timed(stage, "定时稿"), Public.now(stage)
    planted = stage.draft_page.get_latest_revision()
    Revision.objects.filter(pk=planted.pk).update(approved_go_live_at=timezone.now() - LATER)
    document, sentence = ran()
    assert ("页面草稿" in sentence, document["released"]) == (True, 0)
    assert before.changes(Public.now(stage)) == []
    with clock.at(timezone.now() + 2 * LATER):
        document, sentence = ran()
    assert ("页面草稿" in sentence, document["released"]) == (True, 1)
    assert (Page.objects.get(pk=article).live, Page.objects.get(pk=stage.draft_page.pk).live) == (True, False)


def test_one_that_fails_is_named_and_the_others_go_out(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    broken, sound = timed(stage, "坏的一篇"), timed(stage, "好的一篇")
    publishes = advancing.go_live

    def breaks(permit: Any, by: Any) -> str:
        if permit.object_id == broken:
            raise OSError("no space left")
        return publishes(permit, by)

    monkeypatch.setattr(advancing, "go_live", breaks)
    with clock.at(timezone.now() + 2 * LATER):
        document, sentence = ran()
    assert (document["released"], "坏的一篇" in sentence) == (1, True)
    assert (Page.objects.get(pk=broken).live, Page.objects.get(pk=sound).live) == (False, True)


@pytest.mark.defends("publish_scheduled: while a trigger is missing", by="database")
def test_nothing_goes_out_while_the_gate_has_a_hole(stage: Stage) -> None:
    from django.db import connection

    article = timed(stage, "定时稿")
    drop_triggers(connection)
    with clock.at(timezone.now() + 2 * LATER):
        document, sentence = ran()
    assert (document["released"], "闸门不完整" in sentence) == (0, True)
    assert not Page.objects.get(pk=article).live
