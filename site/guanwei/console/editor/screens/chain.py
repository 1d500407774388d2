"""The chain that a saved draft would take, or takes: a fragment for the editor."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guanwei.approvals.governed import governed_models, governed_of
from guanwei.approvals.models import Submission
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.subjects import draft_of
from guanwei.console.editor.rights import refusals_to_edit
from guanwei.console.editor.standing import standing_submission
from guanwei.console.review.chain import chain_of
from guanwei.publishing.services import foresee
from guanwei.screening.findings import frozen


@require_safe
def chain(request: HttpRequest, family: str, object_id: int) -> HttpResponse:
    """What submitting would do now, and everything against it. Writes nothing."""
    if family not in {each.family for each in governed_models()}:
        raise Http404
    draft = draft_of(family, object_id)
    # The tree's root is a page that nobody governs.
    if draft is None or governed_of(draft) is None:
        raise Http404
    refusals = refusals_to_edit(request.user, draft)
    if refusals:
        return render(request, "console/editor/chain.html", {"refusals": refusals}, status=403)
    context = {
        **_context(request, draft),
        "timeline_url": _timeline(family, object_id),
        "findings_url": reverse("findings:findings", args=[family, object_id]),
    }
    return render(request, "console/editor/chain.html", context)


def _timeline(family: str, object_id: int) -> str:
    """Where everything that happened is told; empty before the first submission."""
    submitted = Submission.objects.filter(family=family, object_id=object_id)
    return reverse("timeline:timeline", args=[family, object_id]) if submitted.exists() else ""


def _context(request: HttpRequest, draft: Any) -> dict[str, Any]:
    submission = standing_submission(draft)
    if submission is not None:
        walked = chain_of(submission, standing(submission))
        return {"submission": submission, "walked": walked, "findings": submission.findings}
    seen = foresee(draft, request.user)
    reported = {
        each for step in seen.steps if step.problem for each in seen.refusals if step.problem in each.sentence
    }
    return {
        "route": seen.decision.route,
        "steps": seen.steps,
        "refusals": [each for each in dict.fromkeys(seen.refusals) if each not in reported],
        "ready": not seen.refusals,
        "findings": [frozen(each) for each in seen.findings],
        "order": seen.decision.order,
        "order_cites": seen.decision.order_cites,
    }
