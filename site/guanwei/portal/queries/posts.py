"""Posts that stand in public: parts of a release that have gone out and told their address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet, Window
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import RowNumber

from guanwei.accounts.models import Account
from guanwei.approvals.models import Permit
from guanwei.publishing.models import ArticlePage, ReleasePart
from guanwei.publishing.models.pushes import FAMILY as PUSH_FAMILY
from guanwei.publishing.models.releases import PartState, ReleaseState

PAGE_FAMILY = "page"
# An address is typed in by a person: nothing but the web's own schemes becomes a link.
ON_THE_WEB = Q(address__startswith="https://") | Q(address__startswith="http://")


@dataclass(frozen=True, slots=True)
class SentPost:
    """A post as citizens meet it: under the title that was signed. ``page`` is its live article; None where it
    went out alone.
    """

    title: str
    account: Account
    address: str
    sent_at: datetime
    page: ArticlePage | None


def sent_posts_of(page: ArticlePage) -> list[SentPost]:
    """The newest post of each account that went out with the page, under the title that the page has: it is signed."""
    parts = _public_parts().filter(release__family=PAGE_FAMILY, release__object_id=page.pk)
    newest: dict[int, ReleasePart] = {}
    for part in parts:
        newest.setdefault(part.account_id, part)
    return [_post(part, page.title, page) for part in newest.values()]


def latest_posts(limit: int) -> list[SentPost]:
    """The newest posts of all open accounts."""
    return _with_pages(_public_parts()[:limit])


def latest_posts_of(account: str, limit: int) -> list[SentPost]:
    """The newest posts of one open account, by its code."""
    return _with_pages(_public_parts().filter(account__slug=account)[:limit])


def latest_posts_by_unit(each: int) -> dict[int, list[SentPost]]:
    """The newest posts of each unit's open accounts, at most ``each`` a unit, by the unit's key."""
    place = Window(
        RowNumber(),
        partition_by=F("account__unit_id"),
        order_by=[F("done_at").desc(), F("pk").desc()],
    )
    found: dict[int, list[SentPost]] = {}
    for post in _with_pages(_public_parts().annotate(place=place).filter(place__lte=each)):
        found.setdefault(post.account.unit_id, []).append(post)
    return found


def _public_parts() -> QuerySet[ReleasePart]:
    """Parts that went out through an account which is still open, newest first."""
    return (
        ReleasePart.objects.filter(
            ON_THE_WEB,
            state=PartState.DONE,
            done_at__isnull=False,
            account__isnull=False,
            account__closed_on__isnull=True,
        )
        .exclude(release__state=ReleaseState.TAKEN_DOWN)
        # The articles of a push are listed each by itself.
        .exclude(release__family=PUSH_FAMILY)
        .select_related("release", "account__unit")
        .order_by("-done_at", "-pk")
    )


def _with_pages(parts: Iterable[ReleasePart]) -> list[SentPost]:
    """The posts with the live pages that they belong to: two queries for all."""
    known = list(parts)
    ids = {part.release.object_id for part in known if part.release.family == PAGE_FAMILY}
    pages = ArticlePage.objects.live().public().defer_streamfields().in_bulk(ids) if ids else {}
    titles = _signed_titles(known)
    return [
        _post(
            part,
            titles[part.release.permit_id],
            pages.get(part.release.object_id) if part.release.family == PAGE_FAMILY else None,
        )
        for part in known
    ]


def _signed_titles(parts: Iterable[ReleasePart]) -> dict[int, str]:
    """By permit, the title in what was signed, which nobody rewrites: a release's own is a copy for lists."""
    permits = {part.release.permit_id for part in parts}
    if not permits:
        return {}
    title = KeyTextTransform("title", KeyTransform("page", "snapshot__content"))
    return dict(Permit.objects.filter(pk__in=permits).annotate(words=title).values_list("pk", "words"))


def _post(part: ReleasePart, title: str, page: ArticlePage | None) -> SentPost:
    return SentPost(title, part.account, part.address, part.done_at, page)
