"""The print of a submission that is signed on paper, and the scan that came back."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals.models import PaperSignature, Submission, SubmissionState
from guanwei.approvals.services.paper_checks import print_code
from guanwei.console.review.answers import person_of, refused
from guanwei.console.review.changes import plain_content
from guanwei.console.review.naming import names_for
from guanwei.console.review.readable import lines_of, part_title
from guanwei.console.review.reading import refusals_to_read, submissions_of
from guanwei.console.review.screen import SigningScreen
from guanwei.publishing.models import Attachment


def _reading(request: HttpRequest, submission: Submission) -> list[Refusal]:
    return refusals_to_read(person_of(request), submissions_of(submission.family, submission.object_id))


def printed(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Everything that is signed, with the code that names exactly this, and room for the signature."""
    rows = Submission.objects.select_related("supplier", "manager", "submitted_by", "snapshot")
    submission = get_object_or_404(rows, pk=submission_id)
    refusals = _reading(request, submission)
    if refusals:
        return refused(request, refusals)
    screen = SigningScreen(submission, person_of(request))
    if submission.state != SubmissionState.OPEN or screen.beside.on_paper is None:
        return refused(request, [Refusal(_("现在没有等待纸质签署的环节，不用打印。"))], 409)
    content = plain_content(screen.content)
    names = names_for([content])
    context = {
        "screen": screen,
        "submission": submission,
        "code": print_code(screen.shown),
        "parts": [
            (part_title(part, names), lines_of(part, said, names)) for part, said in sorted(content.items())
        ],
        "step": next(each for each in screen.chain if each.step.pk == screen.beside.on_paper.pk),
    }
    return render(request, "console/review/print.html", context)


def scan(request: HttpRequest, submission_id: int, paper_id: int) -> HttpResponse:
    """The file as it was brought in, for those who may read the manuscript's review."""
    rows = PaperSignature.objects.select_related("submission__supplier", "submission__manager")
    paper = get_object_or_404(rows, pk=paper_id, submission=submission_id)
    refusals = _reading(request, paper.submission)
    if refusals:
        return refused(request, refusals)
    kept = Attachment.objects.filter(sha256=paper.scan).first()
    if kept is None:
        raise Http404
    answer = FileResponse(kept.file.open("rb"), filename=kept.filename)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox"
    return answer
