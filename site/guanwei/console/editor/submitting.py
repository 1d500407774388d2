"""提交审核 from the editor: the draft is saved by Wagtail first, then submitted. A refusal loses nothing."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from guanwei.approvals.models import Submission
from guanwei.approvals.routing import ForeseenStep
from guanwei.console.refusals.saying import tell
from guanwei.publishing.models import Push
from guanwei.publishing.services import hand_in

SUBMIT = "action-guanwei-submit"


def edit_url(obj: Any) -> str:
    """Where ``obj`` is edited."""
    if isinstance(obj, Page):
        return reverse("wagtailadmin_pages:edit", args=[obj.pk])
    if isinstance(obj, Push):
        return reverse("pushes:edit", args=[obj.pk])
    return reverse(obj.snippet_viewset.get_url_name("edit"), args=[obj.pk])


def submit_if_asked(request: HttpRequest, obj: Any) -> HttpResponse | None:
    """After a save: submit when the button was 提交审核. Back to the editor with what came of it."""
    if SUBMIT not in request.POST:
        return None
    done = hand_in(obj, request.user)
    if done.submission is None:
        tell(request, done.refusals, _("草稿已保存，但还不能提交："))
    else:
        messages.success(request, said_of(done.submission, done.waiting))
    return redirect(edit_url(obj))


def said_of(submission: Submission, waiting: Sequence[ForeseenStep]) -> str:
    """Whom the submission waits for, by name."""
    if not waiting:
        return _("“%(title)s”已提交。") % {"title": submission.title}
    return _("“%(title)s”已提交，等待“%(step)s”：%(post)s（%(names)s）。") % {
        "title": submission.title,
        "step": waiting[0].label,
        "post": waiting[0].post,
        "names": waiting[0].names,
    }
