"""What a notice says: plain office words, one thing to do, one link."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from guanwei.api import StepKind
from guanwei.approvals.models import Asking, RouteStep, SecondReview, Submission
from guanwei.approvals.services.seating import citations
from guanwei.console.emergencies.hours import remaining
from guanwei.console.review.confirming import due_in_words, late_in_words
from guanwei.delivery.models import Delivery


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and body of one e-mail."""

    subject: str
    body: str


def _address(name: str, key: int) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{reverse(name, args=[key])}"


def _one_line(text: str) -> str:
    """A title with line breaks would be refused as a header."""
    return " ".join(text.split())


def waiting_step(step: RouteStep) -> Letter:
    """To those who may decide at ``step`` now."""
    item = step.submission
    verb = _("发布") if step.kind == StepKind.RELEASE else _("签署")
    body = _(
        "%(supplier)s送审的“%(title)s”已到“%(step)s”，请您%(verb)s。\n依据：%(cites)s\n\n打开办理：%(link)s\n"
    ) % {
        "supplier": item.supplier,
        "title": item.title,
        "step": step.label,
        "verb": verb,
        "cites": _("；").join(map(str, citations(step))),
        "link": _address("review:sign", item.pk),
    }
    return Letter(_one_line(_("请%(verb)s：%(title)s") % {"verb": verb, "title": item.title}), body)


def asked_again(asking: Asking) -> Letter:
    """To the unit concerned, whose time runs out."""
    body = _(
        "“%(title)s”涉及贵单位，请您办理“%(step)s”。\n%(due)s。\n依据：%(cites)s\n\n打开办理：%(link)s\n"
    ) % _of_asking(asking)
    return Letter(_one_line(_("请尽快答复：%(title)s") % {"title": asking.step.submission.title}), body)


def decide_late(asking: Asking) -> Letter:
    """To whoever decides in the place of a unit that hasn't answered."""
    body = _(
        "“%(title)s”的“%(step)s”还没有答复。%(due)s；%(late)s。\n没有您的决定，稿件不会发布。"
        "\n\n打开办理：%(link)s\n"
    ) % _of_asking(asking)
    return Letter(_one_line(_("请决定：%(title)s") % {"title": asking.step.submission.title}), body)


def _of_asking(asking: Asking) -> dict[str, str]:
    step = asking.step
    return {
        "title": step.submission.title,
        "step": step.label,
        "due": due_in_words(step, asking),
        "late": late_in_words(step, asking),
        "cites": _("；").join(map(str, citations(step))),
        "link": _address("review:sign", step.submission_id),
    }


def came_back(submission: Submission) -> Letter:
    """To whoever submitted it: sent back, or void because the facts changed."""
    state = submission.get_state_display()
    body = _("您送审的“%(title)s”%(state)s。\n理由：%(reason)s\n\n打开查看：%(link)s\n") % {
        "title": submission.title,
        "state": state,
        "reason": submission.closing_reason,
        "link": _address("review:sign", submission.pk),
    }
    return Letter(_one_line(_("%(state)s：%(title)s") % {"state": state, "title": submission.title}), body)


def waiting_delivery(delivery: Delivery) -> Letter:
    """To those who publish by hand."""
    body = _(
        "“%(title)s”轮到在%(account)s发布。请下载发布包，在平台发布后填回公开地址。\n\n打开办理：%(link)s\n"
    ) % {
        "title": delivery.title,
        "account": delivery.account,
        "link": _address("review:delivery", delivery.pk),
    }
    return Letter(_one_line(_("请人工发布：%(title)s") % {"title": delivery.title}), body)


def owed_afterwards(review: SecondReview) -> Letter:
    """To those who sign after an emergency release."""
    body = _(
        "突发事件稿件“%(title)s”已先行发布，请在 %(due)s 前本人补审。\n\n打开办理：%(link)s\n"
    ) % _of_review(review)
    return Letter(_one_line(_("请补审：%(title)s") % {"title": review.submission.title}), body)


def late_afterwards(review: SecondReview) -> Letter:
    """To the post that hears of what is late, and those who owe it."""
    body = _(
        "突发事件稿件“%(title)s”的补审应在 %(due)s 前办结，%(left)s。请督促办理；办结前每天提醒一次。"
        "\n\n打开查看：%(link)s\n"
    ) % _of_review(review)
    return Letter(_one_line(_("补审逾期：%(title)s") % {"title": review.submission.title}), body)


def _of_review(review: SecondReview) -> dict[str, str]:
    return {
        "title": review.submission.title,
        "due": localtime(review.due_at).strftime("%Y-%m-%d %H:%M"),
        "left": remaining(review),
        "link": _address("emergencies:review", review.pk),
    }
