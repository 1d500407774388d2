"""What a paper must say to be taken, and who may check it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from guanwei.api import Refusal, StepKind
from guanwei.approvals.models import Contribution, PaperSignature, RouteStep, Submission
from guanwei.approvals.queries.standing import Standing
from guanwei.approvals.services.seating import held_on, post_of, refuse, seat_around
from guanwei.audit import clock
from guanwei.audit.canonical import whole
from guanwei.organisations.models import Person
from guanwei.organisations.queries.seats import Seat

CODE_CHARS = 12
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Paper:
    """What the recorder says of the paper. ``code`` is what was printed on it, ``scan`` the file's SHA-256."""

    signer: str
    signed_on: date
    document: str
    code: str
    scan: str


def print_code(parts: dict[str, str]) -> str:
    """What a print carries: it names exactly these digests."""
    return whole(parts)[:CODE_CHARS].upper()


def refusals_of_paper(
    submission: Submission, step: RouteStep, now: Standing, by: Person, paper: Paper
) -> list[Refusal]:
    """Why this paper isn't taken; the first reason is enough."""
    first = next(_problems(submission, step, now, by, paper), None)
    return refuse(step, first) if first else []


def _problems(
    submission: Submission, step: RouteStep, now: Standing, by: Person, paper: Paper
) -> Iterator[str]:
    if not 0 < len(paper.signer.strip()) <= 60:
        yield _("请写明签署人姓名，60字以内。")
    if not 0 < len(paper.document.strip()) <= 120:
        yield _("请写明纸质件的文号或编号，120字以内。")
    if not SHA256.fullmatch(paper.scan):
        yield _("没有收到扫描件；请重新上传。")
    if _spelled(paper.code) != print_code(submission.parts):
        yield _("打印码与现在的稿件不符：签的不是这一稿。请打印现在的稿件，重新签署。")
    yield from _of_day(submission, paper.signed_on)
    yield from _of_signer(step, now, by, paper)


def _spelled(code: str) -> str:
    """Typed from paper: full-width letters, blanks and dashes don't matter."""
    return re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", code)).upper()


def _of_day(submission: Submission, signed_on: date) -> Iterator[str]:
    if signed_on > clock.today():
        yield _("签署日期还没有到；请填写纸上的日期。")
    changed = Contribution.objects.filter(family=submission.family, object_id=submission.object_id)
    last = changed.order_by("-pk").values_list("at", flat=True).first()
    if last is not None and signed_on < timezone.localtime(last).date():
        yield _("签署日期早于稿件最后一次改动；请就现在的稿件重新签署。")


def _of_signer(step: RouteStep, now: Standing, by: Person, paper: Paper) -> Iterator[str]:
    name = paper.signer.strip()
    if name == str(by):
        yield _("签署人和登记人不能是同一人；请由其他人登记。")
    held = held_on(step, paper.signed_on)
    person = signer_among(step, paper)
    if held and person is None:
        names = _("、").join(dict.fromkeys(str(each.person) for each in held))
        yield _("%(day)s担任%(post)s的是%(names)s；请核对签署人姓名。") % {
            "day": paper.signed_on,
            "post": post_of(step),
            "names": names,
        }
    if person is not None and person.pk in now.barred(step):
        yield _("%(person)s参与写过这份稿件，不能审核；须由其他任职人签署。") % {"person": person}
    reviewing = step.kind == StepKind.REVIEW
    if person is not None and reviewing and person.pk in now.reviewers(but=step):
        yield _("%(person)s已审过这份稿件的另一环节，一人只审一次。") % {"person": person}


def signer_among(step: RouteStep, paper: Paper) -> Person | None:
    """The person of that name who held the post on the day; None where nobody of this system did."""
    held = held_on(step, paper.signed_on)
    return next((each.person for each in held if str(each.person) == paper.signer.strip()), None)


def waiting_paper(step: RouteStep) -> PaperSignature | None:
    """The scan that waits to be checked."""
    rows = PaperSignature.objects.filter(step=step, confirmed_at__isnull=True, refused_reason="")
    return rows.select_related("person").order_by("-pk").first()


def checker_at(
    step: RouteStep, by: Person, now: Standing
) -> tuple[PaperSignature | None, Seat | None, list[Refusal]]:
    """The scan that waits and the post in which ``by`` may check it, or why not."""
    paper = waiting_paper(step)
    if paper is None:
        return None, None, refuse(step, _("“%(step)s”还没有登记扫描件。") % {"step": step})
    seat, refusals = seat_around(step, step.confirmer, by)
    if refusals:
        return paper, None, refusals
    if by.pk == paper.person_id:
        return paper, None, refuse(step, _("登记人不能自己核对；请由另一人核对。"))
    if by.pk == paper.signer_person_id or str(by) == paper.signer:
        return paper, None, refuse(step, _("签署人不能核对自己的签字；请由另一人核对。"))
    if by.pk in now.contributors:
        return paper, None, refuse(step, _("您参与写过这份稿件，不能核对它的纸质件；请由另一人核对。"))
    return paper, seat, []
