"""What stands on a manuscript while somebody edits it: the submission, and what an edit will void."""

from typing import Any

from django.utils.translation import gettext as _

from guanwei.approvals.models import Submission, SubmissionState
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.subjects import family_of

STANDING = (SubmissionState.OPEN, SubmissionState.PERMITTED)


def standing_submission(obj: Any) -> Submission | None:
    """The submission of ``obj`` that is in review or permitted. One query, kept on the instance."""
    if not hasattr(obj, "_standing_submission"):
        rows = Submission.objects.filter(family=family_of(obj), object_id=obj.pk, state__in=STANDING)
        obj._standing_submission = rows.select_related("submitted_by").first() if obj.pk else None
    found: Submission | None = obj._standing_submission
    return found


def warning_of(obj: Any) -> str:
    """Which signatures an edit of ``obj`` voids; empty where nothing stands. Three more queries in review."""
    submission = standing_submission(obj)
    if submission is None:
        return ""
    if submission.state == SubmissionState.PERMITTED:
        return _("这份稿件已签发，等待发布。现在的改动不会进入这次发布；改好后须另行送审。")
    steps = standing(submission).steps
    waiting = next((each.step.label for each in steps if each.step.position == submission.position), "")
    signed = [each.step.label for each in steps if each.sign_offs]
    if not signed:
        return _(
            "这份稿件正在等待“%(step)s”，还没有人签署。改动正文和渠道稿不影响流程；"
            "改动基本事实，流程要重新判定，须重新提交。"
        ) % {"step": waiting}
    return _(
        "这份稿件正在等待“%(step)s”，已签：%(signed)s。改动页面或某篇渠道稿，这些环节须就改动的部分重签；"
        "改动基本事实，全部签署作废，须重新提交。"
    ) % {"step": waiting, "signed": _("、").join(signed)}
