"""The worker's round over releases: what is due goes out, what has ended goes down, each by itself."""

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy

from guanwei.approvals.gate import GateRefused
from guanwei.audit import clock
from guanwei.audit.wording import on_record
from guanwei.publishing.models import Release
from guanwei.publishing.models.releases import Turn
from guanwei.publishing.queries.plans import due_releases, ended_releases
from guanwei.publishing.services.advancing import advance
from guanwei.publishing.services.ending import end
from guanwei.publishing.services.turns import note_turn

logger = logging.getLogger(__name__)
FAILED = gettext_lazy("系统办理这次发布时出错（%(error)s），没有完成；系统会再试，也可请系统管理员查看日志。")
WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30))


def release_due() -> int:
    """Advance every release whose time has come; one that fails is named and doesn't stop the others."""
    return _each(due_releases(), advance)


def end_due() -> int:
    """Take down everything whose end has come, item by item."""
    return _each(ended_releases(), end)


def _each(releases: Iterable[Release], work: Callable[[Release], bool]) -> int:
    """How many moved. One that can't go on and one that failed count for nothing: the worker may rest."""
    done = 0
    for each in releases:
        try:
            done += work(each)
        except Exception as error:
            logger.exception("release %s could not go on", each.pk)
            _note_failure(each, error)
    return done


def _note_failure(release: Release, error: Exception) -> None:
    """Name it on the release, and try later, ever less often. A failure to do so is only logged."""
    try:
        with transaction.atomic():
            row = Release.objects.select_for_update().get(pk=release.pk)
            failed = row.turns.filter(turn=Turn.FAILED).count()
            row.problem = _said(error)[:300]
            row.try_at = clock.now() + WAITS[min(failed, len(WAITS) - 1)]
            row.save()
            note_turn(row, Turn.FAILED, None, row.problem, after=row.try_at)
    except Exception:
        logger.exception("the failure of release %s could not be noted", release.pk)


def _said(error: Exception) -> str:
    """What the gate refuses says itself what can be done."""
    if isinstance(error, GateRefused):
        return "".join(map(str, error.refusals))
    return on_record(FAILED) % {"error": type(error).__name__}
