"""Places in a push: taken at submission, given up when the push ends otherwise than by being sent.

Locks go plans, permits, parts, places, always in this order (``locking``): a release of an item that goes on
at the same moment holds its plan first too.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals.models import Permit, Submission
from guanwei.audit import clock
from guanwei.publishing.models import Push, PushPlace, ReleasePart
from guanwei.publishing.models.push_places import PlaceState
from guanwei.publishing.models.releases import PartState
from guanwei.publishing.queries.push_refusals import push_refusals
from guanwei.publishing.queries.pushed import PushedArticle, articles_of
from guanwei.publishing.services.locking import lock_plans
from guanwei.publishing.signals import joining_push, left_push, superseding


class WithheldError(Exception):
    """The submission doesn't stand: nothing of it is kept. ``refusals`` say why."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__("; ".join(map(str, refusals)))
        self.refusals = refusals


def take_places(push: Push, submission: Submission) -> None:
    """Every item of ``push`` stands in it from now. Raises WithheldError.

    The permits are held first: one that is revoked at this moment waits and then finds the place, or was
    revoked before and is refused here.
    """
    lock_plans((each.family, each.object_id) for each in push.in_order())
    keys = {each.permit for each in push.in_order()}
    list(Permit.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    refusals = push_refusals(push)
    if refusals:
        raise WithheldError(refusals)
    articles = articles_of(push)
    _withdraw_older(articles)
    for part in _parts((each.item.permit, each.variant) for each in articles):
        if part.state == PartState.DUE:
            join(part)
    for each in articles:
        _take(push, submission, each)


def _withdraw_older(articles: list[PushedArticle]) -> None:
    """What an older release of an item never handed over goes with the push, as it would with a new release."""
    for each in articles:
        older = (
            ReleasePart.objects.filter(
                release__family=each.item.family,
                release__object_id=each.item.object_id,
                variant=each.variant,
                state=PartState.DUE,
            )
            .exclude(release__permit=each.item.permit)
            .order_by("pk")
        )
        if older.exists():
            superseding.send(ReleasePart, family=each.item.family, object_id=each.item.object_id)
        if older.exists():
            raise WithheldError([under_way(each.item.title)])


def under_way(title: str) -> Refusal:
    """A worker or a person has it at this moment."""
    return Refusal(
        _("“%(title)s”正在单独发出，或发布包已被取走，不能再编入推送；请移出，或等它办完。")
        % {"title": title}
    )


def note_submitted(sender: Any, draft: Any, submission: Submission, **_kwargs: Any) -> None:
    """Receiver of ``submitted``."""
    if isinstance(draft, Push):
        take_places(draft, submission)


def _take(push: Push, submission: Submission, article: PushedArticle) -> None:
    PushPlace.objects.create(
        push=push,
        submission=submission,
        account=push.account,
        day=push.day,
        family=article.item.family,
        object_id=article.item.object_id,
        variant=article.variant,
        permit=article.permit,
        title=article.item.title,
        taken_at=clock.now(),
    )


def _parts(keys: Iterable[tuple[int, str]]) -> list[ReleasePart]:
    """The release parts of these (permit, variant), locked."""
    wanted = set(keys)
    rows = ReleasePart.objects.select_for_update(of=("self",)).filter(
        release__permit__in={permit for permit, _variant in wanted},
        variant__in={variant for _permit, variant in wanted},
    )
    found = rows.select_related("release").order_by("pk")
    return [each for each in found if (each.release.permit_id, each.variant) in wanted]


def join(part: ReleasePart) -> None:
    """The part's turn has come, and it waits for its push. Raises WithheldError where it is under way alone."""
    refusals = [
        refusal for _receiver, said in joining_push.send(ReleasePart, part=part) for refusal in said or ()
    ]
    if refusals:
        raise WithheldError(refusals)
    part.state = PartState.IN_PUSH
    part.save()


def waits_for_push(part: ReleasePart) -> bool:
    """Whether a push holds the variant of ``part``; holds the place for this transaction."""
    rows = PushPlace.objects.select_for_update().filter(
        family=part.release.family,
        object_id=part.release.object_id,
        variant=part.variant,
        permit=part.release.permit_id,
        state=PlaceState.STANDING,
    )
    return rows.first() is not None


def leave_places(push_id: int, reason: str) -> None:
    """The push won't go out as it was submitted: each item whose turn has come is put before people.

    It isn't sent alone by itself: eight articles of a push that fell must not become eight messages.
    """
    standing = PushPlace.objects.filter(push=push_id, state=PlaceState.STANDING)
    keys = list(standing.values_list("permit", "variant"))
    parts = _parts(keys) if keys else []
    for place in standing.select_for_update().order_by("pk"):
        _close(place, PlaceState.LEFT, reason)
    for part in parts:
        if part.state == PartState.IN_PUSH:
            part.state = PartState.DUE
            part.save()
            left_push.send(ReleasePart, part=part, reason=_("所在的推送没有发出"))


def note_sent(push_id: int) -> None:
    """The push is out: its places are history, whatever becomes of the items."""
    for place in PushPlace.objects.select_for_update().filter(push=push_id, state=PlaceState.STANDING):
        _close(place, PlaceState.SENT, "")


def _close(place: PushPlace, state: PlaceState, reason: str) -> None:
    place.state, place.closed_at, place.reason = state, clock.now(), reason[:300]
    place.save()
