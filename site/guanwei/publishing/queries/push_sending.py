"""Asked once more just before a push leaves: its items, its day, and what each item's page links to."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from guanwei.accounts.queries import limits_of
from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.publishing.models import Push, PushSlot, Release, ReleasePart, Reservation
from guanwei.publishing.models.releases import PartState, ReleaseState
from guanwei.publishing.queries.push_refusals import article_refusals
from guanwei.publishing.queries.push_slots import taken
from guanwei.publishing.queries.pushed import PushedArticle, articles_of


def sending_refusals(push: Any, release: Release) -> list[Refusal]:
    """Why ``push`` may not go out now; nothing for other objects. Everything is read anew."""
    if not isinstance(push, Push):
        return []
    articles = articles_of(push)
    found = [refusal for each in articles for refusal in article_refusals(each)]
    return found or _day_refusals(push, release) or _waiting_refusals(articles)


def _day_refusals(push: Push, release: Release) -> list[Refusal]:
    slot = PushSlot.objects.filter(release=release, freed_at__isnull=True).first()
    if slot is None or slot.day != push.day:
        return [Refusal(_("这次推送没有占用推送次数，不能发出；请撤下后由编辑重新提交。"))]
    if clock.today() != slot.day:
        return [
            Refusal(
                _("签的是%(day)s的推送，现在已不是那一天，不能发出；请撤下这次推送，由编辑改日期后重新提交。")
                % {"day": slot.day.isoformat()}
            )
        ]
    limits, slots = limits_of(push.account), taken(push.account)
    over_day = limits.pushes_a_day is not None and slots.filter(day=slot.day).count() > limits.pushes_a_day
    of_month = slots.filter(month=slot.month)
    over_month = limits.pushes_a_month is not None and of_month.count() > limits.pushes_a_month
    if over_day or over_month:
        return [
            Refusal(
                _("%(account)s的推送次数已超出渠道现在的限制，不能发出；请撤下一次推送。")
                % {"account": push.account}
            )
        ]
    return []


def _waiting_refusals(articles: list[PushedArticle]) -> list[Refusal]:
    """Each item's turn has come, and the page that it links to is live or keeps its address."""
    rows = ReleasePart.objects.filter(release__permit__in={each.item.permit for each in articles})
    parts = {(each.release.permit_id, each.variant): each for each in rows.select_related("release")}
    found = []
    for each in articles:
        part = parts.get((each.item.permit, each.variant))
        if part is None or part.state != PartState.IN_PUSH or part.release.state != ReleaseState.RUNNING:
            said = _(
                "推送中的“%(title)s”还没有轮到（它自己的发布未开始或停住了）；请先办理它的发布，再重新发送。"
            )
            found.append(Refusal(said % {"title": each.item.title}))
        elif part.release.family == "page" and not _has_address(part.release):
            said = _("推送中的“%(title)s”的页面没有公开，地址也没有预留；请先办理它的发布，再重新发送。")
            found.append(Refusal(said % {"title": each.item.title}))
    return found


def _has_address(release: Release) -> bool:
    held = Reservation.objects.filter(page_id=release.object_id, lifted_at__isnull=True)
    return held.exists() or Page.objects.filter(pk=release.object_id, live=True).exists()
