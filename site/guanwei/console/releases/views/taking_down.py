"""撤下: the item and, where asked, what was sent of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals.governed import governed_models
from guanwei.approvals.subjects import row_of
from guanwei.console.releases.typed import chosen
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.delivery.models import Delivery, DeliveryState, RecallState
from guanwei.delivery.queries.carried import carrier_of, went_with_push
from guanwei.delivery.queries.channels import channel_named
from guanwei.delivery.queries.out import out_of
from guanwei.delivery.services import recall_posts, take_down_with_posts
from guanwei.delivery.services.recalling import refusals_to_recall
from guanwei.publishing.models import Release
from guanwei.publishing.models.releases import ReleaseState
from guanwei.publishing.queries.rights import may_take_down

OPEN_RECALLS = frozenset(RecallState) - {RecallState.REFUSED}


def take_down(request: HttpRequest, family: str, object_id: int) -> HttpResponse:
    """Ask for the reason and for what shall come of the posts that went out; then do it."""
    if family not in {each.family for each in governed_models()}:
        raise Http404
    row = row_of(family, object_id)
    if row is None:
        raise Http404
    if not may_take_down(person_of(request), row):
        return refused(request, [Refusal(_("您没有撤稿职责；请联系管理单位的发布人员或分管领导。"))])
    if request.method != "POST":
        return _show(request, row, family)
    refusals = _acts(request, row, family)
    if refusals:
        return _show(request, row_of(family, object_id), family, refusals, 409)
    messages.success(request, _("已办理；结果见全过程和“发布情况”。"))
    return redirect("releases:take_down", family, object_id)


def _acts(request: HttpRequest, row: Any, family: str) -> list[Refusal]:
    person, reason = person_of(request), request.POST.get("reason", "")
    offered = {each.pk for each in out_of(family, row.pk)}
    posts = [each for each in chosen(request, "posts") if each in offered]
    if stands(row, family):
        return take_down_with_posts(row, person, reason, posts)
    if not posts:
        return [Refusal(_("请勾选要从渠道撤回的内容。"))]
    return recall_posts(person, reason, posts)


def stands(row: Any, family: str) -> bool:
    """Whether there is something of the item itself to take down."""
    going = Release.objects.filter(
        family=family, object_id=row.pk, state__in=[ReleaseState.RUNNING, ReleaseState.HELD]
    )
    return bool(row.live) or going.exists()


def _show(
    request: HttpRequest, row: Any, family: str, refusals: list[Refusal] | None = None, status: int = 200
) -> HttpResponse:
    person = person_of(request)
    standing = stands(row, family)
    title = _("撤下") if standing else _("从渠道撤回")
    context = {
        "object": row,
        "standing": standing,
        "posts": [_post(each, person) for each in out_of(family, row.pk)],
        "refusals": refusals or [],
        "posted": request.POST,
        "timeline_url": reverse("timeline:timeline", args=[family, row.pk]),
        "header_title": title,
        "breadcrumbs_items": crumbs((_("发布情况"), reverse("releases:overview")), (title, "")),
    }
    return render(request, "console/releases/take_down.html", context, status=status)


def _post(delivery: Delivery, person: Any) -> dict[str, Any]:
    """One sent post: whether it can be taken back from here, by the channel or by hand, and what was asked."""
    recalls, with_push = list(delivery.recalls.all()), went_with_push(delivery)
    channel = channel_named(delivery.channel)
    open_one = next((each for each in recalls if each.state in OPEN_RECALLS), None)
    return {
        "delivery": delivery,
        "recalls": recalls,
        "address": delivery.address or delivery.part.address,
        "carrier": carrier_of(delivery) if with_push else None,
        "articles": len(delivery.payload.get("articles", ())),
        "open": open_one,
        "by_channel": not with_push
        and channel is not None
        and bool(channel.transport)
        and channel.can_withdraw,
        "may": (with_push or delivery.state == DeliveryState.SENT)
        and open_one is None
        and not refusals_to_recall(person, delivery),
    }
