"""The pushes of a person's accounts with what is known of each. A fixed number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.approvals.models import Submission
from guanwei.publishing.models import Push, ReleasePart
from guanwei.publishing.models.pushes import FAMILY
from guanwei.publishing.models.releases import PartState

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """One push. ``state`` is for the badge's colour, ``label`` for its words, ``note`` says why it came back."""

    push: Push
    title: str
    day: str
    state: str
    label: str
    note: str = ""


def pushes_of(accounts: Sequence[Account]) -> list[Listed]:
    """Newest first. Three queries."""
    pushes = list(
        Push.objects.filter(account__in=accounts)
        .select_related("account", "latest_revision")
        .order_by("-pk")[:SHOWN]
    )
    ids = [each.pk for each in pushes]
    tries = Submission.objects.filter(family=FAMILY, object_id__in=ids).order_by("submitted_at", "pk")
    latest = {each.object_id: each for each in tries}
    done = ReleasePart.objects.filter(
        release__family=FAMILY, release__object_id__in=ids, state=PartState.DONE
    ).exclude(variant="")
    sent = set(done.values_list("release__object_id", flat=True))
    return [_listed(each, latest.get(each.pk), each.pk in sent) for each in pushes]


def _listed(push: Push, submission: Submission | None, sent: bool) -> Listed:
    draft = push.latest_revision.content if push.latest_revision is not None else {}
    title, day = draft.get("title", push.title), draft.get("day", push.day.isoformat())
    if sent:
        return Listed(push, title, day, "released", _("已发出"))
    if submission is None:
        return Listed(push, title, day, "draft", _("草稿"))
    note = submission.closing_reason
    return Listed(push, title, day, submission.state, submission.get_state_display(), note)
