"""Sign afterwards: in person, on the digests that went out."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Citation, Refusal
from guanwei.approvals.models import Contribution, Finding, SecondReview, SecondReviewStep
from guanwei.approvals.naming import post_in_words
from guanwei.approvals.services.emergencies import settle
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person
from guanwei.organisations.queries.seats import Seat, seats

OPINION_CHARS = 300
AGREED = gettext_lazy("同意")


def find(
    step_id: int, by: Person, seen: Mapping[str, str], approved: bool, opinion: str = ""
) -> list[Refusal]:
    """Sign one step of a second review. ``seen`` are the digests shown; they must be those that went out."""
    with transaction.atomic(), acting(by, opinion.strip()):
        step = SecondReviewStep.objects.select_related("unit", "person").filter(pk=step_id).first()
        if step is None:
            return [Refusal(_("没有这个补审环节；请从“等我处理”重新打开。"))]
        review = SecondReview.objects.select_for_update(of=("self",)).get(pk=step.review_id)
        step.refresh_from_db(fields=["done"])
        refusals = _words(approved, opinion) or _owed(step)
        if not refusals and dict(seen) != review.permit.parts:
            refusals = [Refusal(_("页面上的内容不是当时发出的内容；请刷新，看过再签。"))]
        seat, why_not = seat_afterwards(step, by)
        refusals = refusals or why_not
        if refusals or seat is None:
            return refusals
        Finding.objects.create(
            step=step,
            person=by,
            appointment=seat.appointment,
            snapshot=review.permit.snapshot,
            parts=review.permit.parts,
            approved=approved,
            opinion=opinion.strip() or on_record(AGREED),
        )
        step.done = True
        step.save()
        settle(review)
    return []


def _words(approved: bool, opinion: str) -> list[Refusal]:
    if len(opinion) > OPINION_CHARS:
        return [Refusal(_("意见请控制在%(limit)d字以内。") % {"limit": OPINION_CHARS})]
    if not approved and not opinion.strip():
        return [Refusal(_("不同意的，请写明理由；撤下或更正要以它为依据。"))]
    return []


def _owed(step: SecondReviewStep) -> list[Refusal]:
    if not step.done:
        return []
    return [Refusal(_("“%(step)s”已经补签；请刷新后再看。") % {"step": step.label})]


def cited(step: SecondReviewStep) -> tuple[Citation, ...]:
    """The articles that ask for the step, as frozen."""
    return tuple(Citation(each["document"], each["article"], tuple(each["clauses"])) for each in step.cites)


def post_of(step: SecondReviewStep) -> str:
    """The post in the office's words."""
    return post_in_words(step.role, step.unit, step.overseer, _subject(step))


def able_afterwards(step: SecondReviewStep) -> tuple[Seat, ...]:
    """Those who may sign the step today: holders in person, or the one who consented by telephone."""
    held = [each for each in _seats(step) if each.delegation is None]
    if step.person is not None and step.person.is_active:
        return tuple(each for each in held if each.person.pk == step.person_id) or _as_then(step)
    barred = set() if step.open_to_contributor else _contributors(step)
    barred |= _signed_other_steps(step)
    return tuple(each for each in held if each.person.pk not in barred)


def seat_afterwards(step: SecondReviewStep, by: Person) -> tuple[Seat | None, list[Refusal]]:
    """The post in which ``by`` may sign the step, or why not and who can."""
    able = able_afterwards(step)
    mine = next((each for each in able if each.person.pk == by.pk), None)
    if mine is not None:
        return mine, []
    names = _("、").join(dict.fromkeys(str(each.person) for each in able)) or _("无人，请管理员任命")
    said = _("“%(step)s”由%(post)s本人补签，不能由他人代签；现在可签的是：%(names)s。")
    said %= {"step": step.label, "post": post_of(step), "names": names}
    review = step.review
    return None, [Refusal(said, cited(step), step.step, review.plugin, review.plugin_version)]


def _seats(step: SecondReviewStep) -> list[Seat]:
    return seats(step.role, step.unit, step.overseer, clock.today(), _subject(step))


def _subject(step: SecondReviewStep) -> str:
    """What the post oversees that consented by telephone; a declared step names no subject."""
    if step.person_id is None:
        return ""
    consented = step.review.submission.steps.filter(step=step.step).first()
    return consented.subject if consented is not None else ""


def _as_then(step: SecondReviewStep) -> tuple[Seat, ...]:
    """Whoever consented by telephone vouches for it even after leaving the post: in the post held then."""
    calls = step.review.submission.sign_offs.filter(call__isnull=False, person=step.person_id)
    one = calls.select_related("person", "appointment").first()
    return (Seat(one.person, one.appointment),) if one is not None else ()


def _contributors(step: SecondReviewStep) -> set[int]:
    """Who wrote what went out; what was written afterwards is another text."""
    review = step.review
    rows = Contribution.objects.filter(
        family=review.family,
        object_id=review.object_id,
        pk__gt=review.submission.contributions_after,
        pk__lte=review.permit.contributions_upto,
        person__isnull=False,
    )
    return set(rows.values_list("person_id", flat=True))


def _signed_other_steps(step: SecondReviewStep) -> set[int]:
    """One person signs one step; confirming one's own consent by telephone is no second look at it."""
    rows = Finding.objects.filter(step__review=step.review_id, step__person__isnull=True)
    return set(rows.exclude(step=step.pk).values_list("person_id", flat=True))
