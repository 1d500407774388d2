"""Indexing jobs whose object is gone are no news; whatever else fails is told."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from guanwei.delivery.jobs import engine
from guanwei.testing import jobs
from guanwei.testing.scenes import make_county, write_article
from wagtail.tasks import update_reference_index_task

pytestmark = pytest.mark.django_db(transaction=True)
WorkOff = Callable[[], list[BaseException]]


@pytest.fixture
def work_off(caplog: pytest.LogCaptureFixture) -> WorkOff:
    """Run every queued job as a worker does; what is told of those that failed."""

    def embedded() -> list[BaseException]:
        while jobs.queued(""):
            engine().turn()
        return [each.exc_info[1] for each in caplog.records if each.exc_info and each.exc_info[1]]

    def on_postgresql() -> list[BaseException]:
        from guanwei.delivery.jobs.running import run

        told: list[BaseException] = []
        for path, arguments in jobs.queued(""):
            try:
                run(path, arguments, {})
            except Exception as error:
                told.append(error)
        return told

    return embedded if apps.is_installed("django_tasks_db") else on_postgresql


def test_founding_the_site_queues_no_job_for_the_welcome_page(work_off: WorkOff) -> None:
    make_county()
    assert jobs.queued("")
    assert work_off() == []


def test_a_draft_thrown_away_at_once_leaves_no_traceback(work_off: WorkOff) -> None:
    county = make_county()
    article = write_article(county, county.water, county.water.people["editor"], variants=True)
    type(article).objects.get(pk=article.pk).delete()
    assert work_off() == []


def test_another_failure_of_an_indexing_job_is_told(
    monkeypatch: pytest.MonkeyPatch, work_off: WorkOff
) -> None:
    county = make_county()
    assert work_off() == []

    def broken(_instance: Any) -> None:
        raise RuntimeError("the index is broken")

    monkeypatch.setattr("wagtail.models.ReferenceIndex.create_or_update_for_object", broken)
    update_reference_index_task.enqueue("portal", "homepage", str(county.home.pk))
    told = work_off()
    assert "the index is broken" in {str(each) for each in told}
