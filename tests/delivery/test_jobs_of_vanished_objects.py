"""Indexing jobs whose object is gone are no news; whatever else fails is told."""

import logging
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult
from guanwei.delivery import worker
from guanwei.testing.scenes import make_county, write_article
from wagtail.tasks import update_reference_index_task

pytestmark = pytest.mark.django_db(transaction=True)


def failed() -> list[str]:
    return [str(each.args_kwargs["args"]) for each in DBTaskResult.objects.filter(status="FAILED")]


def work_off() -> None:
    while DBTaskResult.objects.ready().exists():
        worker._jobs()


def test_founding_the_site_queues_no_job_for_the_welcome_page() -> None:
    make_county()
    work_off()
    assert failed() == []


def test_a_draft_thrown_away_at_once_leaves_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    county = make_county()
    article = write_article(county, county.water, county.water.people["editor"], variants=True)
    type(article).objects.get(pk=article.pk).delete()
    work_off()
    assert failed()
    assert [each for each in caplog.records if each.exc_info] == []


def test_another_failure_of_an_indexing_job_is_told(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    county = make_county()
    work_off()

    def broken(_instance: Any) -> None:
        raise RuntimeError("the index is broken")

    monkeypatch.setattr("wagtail.models.ReferenceIndex.create_or_update_for_object", broken)
    update_reference_index_task.enqueue("portal", "homepage", str(county.home.pk))
    work_off()
    (told,) = [each for each in caplog.records if each.exc_info]
    assert (told.levelno, "the index is broken" in str(told.exc_info[1])) == (logging.ERROR, True)
