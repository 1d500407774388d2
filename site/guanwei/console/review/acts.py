"""What the forms of the signing screen ask for beside a signature: one function per button."""

from collections.abc import Callable

from django.http import HttpRequest
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals import services
from guanwei.approvals.models import Submission, Veto
from guanwei.approvals.services.paper_checks import Paper
from guanwei.console.review.answers import person_of
from guanwei.console.review.seen import seen_parts
from guanwei.publishing.services.scans import bring_paper

Seen = tuple[int, dict[str, str]]


def _record(request: HttpRequest, submission: Submission, seen: Seen) -> list[Refusal]:
    said = request.POST
    try:
        signed_on = parse_date(said.get("signed_on", "").strip())
    except ValueError:
        signed_on = None
    if signed_on is None:
        return [Refusal(_("请按“年-月-日”填写纸上的签署日期。"))]
    paper = Paper(said.get("signer", ""), signed_on, said.get("document", ""), said.get("code", ""), "")
    scan = request.FILES.get("scan")
    return bring_paper(submission.pk, seen[0], person_of(request), seen[1], paper, scan)


def _check(request: HttpRequest, submission: Submission, seen: Seen) -> list[Refusal]:
    return services.confirm_paper(submission.pk, seen[0], person_of(request), seen[1])


def _mismatch(request: HttpRequest, submission: Submission, seen: Seen) -> list[Refusal]:
    reason = request.POST.get("mismatch_reason", "")
    return services.refuse_paper(submission.pk, seen[0], person_of(request), reason)


def _confirm(request: HttpRequest, submission: Submission, seen: Seen) -> list[Refusal]:
    return services.confirm_edits(submission.pk, person_of(request), seen[1])


def _veto(request: HttpRequest, submission: Submission, seen: Seen) -> list[Refusal]:
    reason = request.POST.get("veto_reason", "")
    return services.veto(submission.pk, seen[0], person_of(request), reason)


ACTS: dict[str, Callable[[HttpRequest, Submission, Seen], list[Refusal]]] = {
    "record": _record,
    "check": _check,
    "mismatch": _mismatch,
    "confirm": _confirm,
    "veto": _veto,
}


def act(request: HttpRequest, submission: Submission) -> list[Refusal]:
    """Do what the button says, on what the posted screen showed."""
    action = request.POST.get("action", "")
    if action == "lift":
        return _lift(request, submission)
    if action not in ACTS:
        return [Refusal(_("没有看懂这个操作；请刷新后重试。"))]
    seen = seen_parts(request, submission.pk)
    if seen is None:
        return [Refusal(_("这个页面不是您刚才打开的那一页；请看过下面的内容再办。"))]
    return ACTS[action](request, submission, seen)


def _lift(request: HttpRequest, submission: Submission) -> list[Refusal]:
    stands = Veto.objects.filter(submission=submission, lifted_at__isnull=True).first()
    if stands is None:
        return [Refusal(_("这份稿件没有未解除的否决。"))]
    return services.lift_veto(stands.pk, person_of(request), request.POST.get("lift_reason", ""))
