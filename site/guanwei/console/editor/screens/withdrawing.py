"""撤回送审, with the reason that stays in the record."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from guanwei.approvals.models import Submission
from guanwei.approvals.services import withdraw as withdraw_submission
from guanwei.approvals.subjects import row_of
from guanwei.console.editor.submitting import edit_url


def withdraw(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Ask for the reason; then take the submission back. A refusal keeps what was typed."""
    submission = get_object_or_404(Submission, pk=submission_id)
    obj = row_of(submission.family, submission.object_id)
    back = edit_url(obj) if obj is not None else "/"
    refusals, reason = [], request.POST.get("reason", "")
    if request.method == "POST":
        refusals = withdraw_submission(submission.pk, request.user, reason)
        if not refusals:
            messages.success(request, _("“%(title)s”已撤回，可以继续修改。") % {"title": submission.title})
            return redirect(back)
    context = {"submission": submission, "refusals": refusals, "reason": reason, "back": back}
    return render(request, "console/editor/withdraw.html", context, status=200 if not refusals else 422)
