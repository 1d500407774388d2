"""Take down that a published item is said to be wrong, and close that with what was published in answer."""

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals.subjects import draft_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person, Unit
from guanwei.publishing.models import ErrorReport, Release
from guanwei.publishing.models.releases import ReleaseState
from guanwei.publishing.queries.rights import may_write

LONGEST = 2000


def report_error(
    release: Release, text: str, by: Person, source: str = ""
) -> tuple[ErrorReport | None, list[Refusal]]:
    """Record what is said to be wrong with ``release``."""
    said = text.strip()
    if not said or len(said) > LONGEST:
        return None, [Refusal(_("请写明差错在哪里，%(most)d字以内。") % {"most": LONGEST})]
    with acting(by):
        made = ErrorReport.objects.create(
            release=release, text=said, source=source[:120], reported_at=clock.now(), reported_by=by
        )
    return made, []


def close_report(report: ErrorReport, answer: Release | None, by: Person) -> list[Refusal]:
    """办结: by a correction of the item, or by a statement of fact; never by silence.

    ``answer`` was published later than what it answers, by the unit that manages it.
    """
    with transaction.atomic(), acting(by):
        report = ErrorReport.objects.select_for_update().select_related("release").get(pk=report.pk)
        refusals = _refusals(report, answer, by)
        if refusals:
            return refusals
        report.answer, report.closed_at, report.closed_by = answer, clock.now(), by
        report.save()
    return []


def _refusals(report: ErrorReport, answer: Release | None, by: Person) -> list[Refusal]:
    supplier, manager = units_of_release(report.release)
    if report.closed_at is not None:
        return [Refusal(_("这件差错反映已经办结。"))]
    if not may_write(by, supplier, manager):
        said = _("差错反映由%(unit)s的采编人员办结；请与该单位联系。")
        return [Refusal(said % {"unit": manager})]
    if answer is None:
        return [Refusal(_("没有更正，也没有事实说明，不能办结；请先发布更正稿或事实说明，再选为答复。"))]
    if answer.decided_at <= report.release.decided_at or answer.state == ReleaseState.TAKEN_DOWN:
        return [Refusal(_("答复应是在原稿之后发布、现在仍公开的更正稿或事实说明；请另选一篇。"))]
    if units_of_release(answer)[1].pk != manager.pk:
        return [Refusal(_("答复应由%(unit)s自己发布；请另选一篇。") % {"unit": manager})]
    return []


def units_of_release(release: Release) -> tuple[Unit, Unit]:
    """The supplying and the managing unit of what was released."""
    submission = release.permit.submission
    if submission is not None:
        return submission.supplier, submission.manager
    draft = draft_of(release.family, release.object_id)
    return draft.supplier, draft.manager
