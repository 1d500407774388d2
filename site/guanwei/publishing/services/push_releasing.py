"""The release of a push: every item's own release is decided, and the account has a push left that day."""

from datetime import date, datetime
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.api import Refusal
from guanwei.approvals.models import Submission
from guanwei.audit import clock
from guanwei.publishing.models import Push, PushPlace, PushSlot, Release, ReleasePart
from guanwei.publishing.models.push_places import PlaceState
from guanwei.publishing.models.pushes import FAMILY
from guanwei.publishing.models.releases import OVER, PartState, ReleaseState
from guanwei.publishing.queries.push_refusals import article_refusals
from guanwei.publishing.queries.push_slots import free_number, month_of, slot_refusals, taken
from guanwei.publishing.queries.pushed import PushedArticle, articles_of
from guanwei.publishing.queries.snapshots import object_of
from guanwei.publishing.services.push_places import leave_places, note_sent


def releasing_refusals(
    sender: Any, submission: Submission, due_at: datetime | None, **_kwargs: Any
) -> list[Refusal]:
    """Receiver of ``releasing``: why this push can't be released now; nothing for other objects."""
    if submission.family != FAMILY:
        return []
    push = object_of(submission.permit.snapshot)
    # Two releases at once wait for each other here, and the second counts the first one's slot.
    account = Account.objects.select_for_update().get(pk=push.account_id)
    begins = due_at or clock.now()
    return [
        *_day_refusals(push, localtime(begins).date()),
        *slot_refusals(account, push.day, push.pk),
        *_item_refusals(push, submission, begins),
    ]


def _day_refusals(push: Push, day: date) -> list[Refusal]:
    if day == push.day:
        return []
    words = {"day": push.day.isoformat(), "title": push.title}
    if push.day < clock.today():
        said = _("“%(title)s”的推送日期%(day)s已经过去；请退回，由编辑改日期后重新提交。")
    elif push.day > clock.today():
        said = _("“%(title)s”签的是%(day)s的推送；请把定时填在那一天，或退回改日期。")
    else:
        said = _("“%(title)s”签的是今天（%(day)s）的推送；请立即发布，或把定时填在今天。")
    return [Refusal(said % words)]


def _item_refusals(push: Push, submission: Submission, begins: datetime) -> list[Refusal]:
    articles = articles_of(push)
    held = PushPlace.objects.filter(submission=submission, state=PlaceState.STANDING)
    placed = set(held.values_list("permit", "variant"))
    rows = Release.objects.filter(permit__in={each.item.permit for each in articles})
    releases = {each.permit_id: each for each in rows}
    found: list[Refusal] = []
    for each in articles:
        found += article_refusals(each) or _going_refusals(each, releases.get(each.item.permit), begins)
        if (each.item.permit, each.variant) not in placed:
            said = _("推送中的“%(title)s”没有在本次推送里占位；请退回，由编辑重新提交。")
            found.append(Refusal(said % {"title": each.item.title}))
    return found


def _going_refusals(article: PushedArticle, release: Release | None, begins: datetime) -> list[Refusal]:
    """The item's own release is decided, stands, and comes first: its page is then live or its address held."""
    title = {"title": article.item.title}
    if release is None:
        said = _("推送中的“%(title)s”还没有决定发布；请先由其发布人发布它（它会等候推送），再发布推送。")
        return [Refusal(said % title)]
    if release.state in (ReleaseState.HELD, ReleaseState.TAKEN_DOWN):
        said = _("推送中的“%(title)s”的发布%(state)s；请其发布人先处理，或退回推送把它移出。")
        return [Refusal(said % {**title, "state": release.get_state_display()})]
    if release.due_at > begins:
        due = localtime(release.due_at).strftime("%Y-%m-%d %H:%M")
        said = _("推送中的“%(title)s”定于%(due)s发布，比推送晚；请把推送定在那以后，或退回把它移出。")
        return [Refusal(said % {**title, "due": due})]
    return []


def take_slot(sender: Any, release: Release, **_kwargs: Any) -> None:
    """Receiver of ``released``: one of the day's and of the month's pushes is this one."""
    if release.family != FAMILY:
        return
    push = object_of(release.permit.snapshot)
    slots, month = taken(push.account), month_of(push.day)
    PushSlot.objects.create(
        release=release,
        account=push.account,
        day=push.day,
        month=month,
        of_day=free_number(list(slots.filter(day=push.day).values_list("of_day", flat=True))),
        of_month=free_number(list(slots.filter(month=month).values_list("of_month", flat=True))),
    )


def note_part(sender: Any, instance: ReleasePart, raw: bool = False, **_kwargs: Any) -> None:
    """Receiver of ``post_save`` of parts: sent, or surely not going out on this plan."""
    if raw or not instance.variant or instance.release.family != FAMILY:
        return
    if instance.state in OVER:
        note_sent(instance.release.object_id)
    elif instance.state == PartState.HELD:
        _free_slot(instance.release)
        leave_places(instance.release.object_id, instance.release.reason)


def _free_slot(release: Release) -> None:
    for slot in PushSlot.objects.select_for_update().filter(release=release, freed_at__isnull=True):
        slot.freed_at = clock.now()
        slot.save()
