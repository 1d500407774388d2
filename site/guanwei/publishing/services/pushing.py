"""Compose a push: choose account and day, pick signed articles, put them in order."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.accounts.models import Account
from guanwei.api import Refusal
from guanwei.approvals.subjects import draft_of
from guanwei.audit.acting import acting
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Person
from guanwei.publishing.models import Push
from guanwei.publishing.models.pushes import FAMILY, PushItem
from guanwei.publishing.queries.push_choices import Choice, Pick, choices_for
from guanwei.publishing.queries.rights import may_write
from guanwei.publishing.queries.sent import VARIANT

NAMED = gettext_lazy("%(day)s推送：%(first)s")
EMPTY = gettext_lazy("%(day)s推送")
# More than any platform takes; what the platform takes is said at submission.
MOST_PICKS = 50


def compose(
    account: Account, day: date, picks: Sequence[Pick], by: Person
) -> tuple[Push | None, list[Refusal]]:
    """A draft push of ``picks`` (family, object id, number) in this order, 头条 first."""
    refusals = _may_not_compose(by, account) or _too_many(picks)
    items, unknown = _items(picks, choices_for(account), ())
    if refusals or unknown:
        return None, refusals or unknown
    push = Push(account=account, day=day, live=False)
    _fill(push, items)
    with transaction.atomic(), acting(by):
        push.save()
        push.save_revision(user=by)
    return push, []


def recompose(
    push_id: int, day: date, picks: Sequence[Pick], by: Person
) -> tuple[Push | None, list[Refusal]]:
    """The draft with another day, other articles or another order. The account stays: items are written for it.

    An item that is in the draft already keeps what it pinned; a new one pins the permit as it stands.
    """
    draft: Push = draft_of(FAMILY, push_id)
    refusals = _may_not_compose(by, draft.account) or _too_many(picks)
    items, unknown = _items(picks, choices_for(draft.account), draft.in_order())
    if refusals or unknown:
        return None, refusals or unknown
    draft.day = day
    _fill(draft, items)
    with transaction.atomic(), acting(by):
        draft.save_revision(user=by)
    return draft, []


def _may_not_compose(by: Person, account: Account) -> list[Refusal]:
    if may_write(by, account.unit, account.unit):
        return []
    return [
        Refusal(
            _("%(account)s由%(unit)s管理，您在那里没有采编职务，不能编排推送；请由该单位的编辑人员编排。")
            % {"account": account, "unit": account.unit}
        )
    ]


def _too_many(picks: Sequence[Pick]) -> list[Refusal]:
    if len(picks) <= MOST_PICKS:
        return []
    return [Refusal(_("一次选了%(count)d篇，太多了；请分几次推送。") % {"count": len(picks)})]


def _items(
    picks: Iterable[Pick], choices: Iterable[Choice], kept: Iterable[PushItem]
) -> tuple[list[PushItem], list[Refusal]]:
    """Items for the picks: those kept where the draft has them, others from what can be chosen now."""
    known = {(each.family, each.object_id, each.number): each for each in choices}
    old = {(each.family, each.object_id, each.number): each for each in kept}
    items: list[PushItem] = []
    for pick in dict.fromkeys(picks):
        if pick in old:
            items.append(_as_kept(old[pick], known.get(pick)))
        elif pick in known:
            items.append(_pinned(known[pick]))
        else:
            return [], [
                Refusal(
                    _(
                        "选中的一篇现在不能推送：它没有签发，或已发出，或已编入别的推送。"
                        "请刷新后从可选的渠道稿中重选。"
                    )
                )
            ]
    return items, []


def _as_kept(old: PushItem, choice: Choice | None) -> PushItem:
    """A new permit of an item that lost its old one is pinned by saving the draft again: seen, then kept."""
    item = PushItem(
        family=old.family,
        object_id=old.object_id,
        number=old.number,
        permit=old.permit,
        whole=old.whole,
        digest=old.digest,
        title=old.title,
    )
    return _pinned(choice) if choice is not None and choice.permit.pk != old.permit else item


def _pinned(choice: Choice) -> PushItem:
    variant = f"{VARIANT}{choice.account_id}:{choice.number}"
    return PushItem(
        family=choice.family,
        object_id=choice.object_id,
        number=choice.number,
        permit=choice.permit.pk,
        whole=choice.permit.digest,
        digest=choice.permit.parts[variant],
        title=choice.title,
    )


def _fill(push: Push, items: Sequence[PushItem]) -> None:
    for position, item in enumerate(items):
        item.sort_order = position
    push.items.set(items)
    words = {"day": push.day.isoformat(), "first": items[0].title if items else ""}
    push.title = (on_record(NAMED if items else EMPTY) % words)[:255]
