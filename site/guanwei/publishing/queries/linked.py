"""Page and posts that belong together, seen from either side."""

from dataclasses import dataclass

from guanwei.publishing.models import ArticlePage, Post, Release, ReleasePart
from guanwei.publishing.models.releases import PartState


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A page, or an account's post with its public address, that goes with the item."""

    title: str
    where: str
    address: str
    public: bool


def linked_with(release: Release) -> list[Counterpart]:
    """The posts of a page and the page of a post, also of posts that were written later. Three queries at most."""
    if release.family == "page":
        page = ArticlePage.objects.filter(pk=release.object_id).first()
        return [*_own_posts(release), *_posts_about(page)] if page is not None else []
    post = Post.objects.filter(pk=release.object_id).select_related("linked_page").first()
    page = post.linked_page if post is not None else None
    return [Counterpart(page.title, "", page.url or "", page.live)] if page is not None else []


def _own_posts(release: Release) -> list[Counterpart]:
    rows = ReleasePart.objects.filter(release=release, account__isnull=False).select_related("account")
    return [
        Counterpart(release.title, str(each.account), each.address, each.state == PartState.DONE)
        for each in rows
    ]


def _posts_about(page: ArticlePage) -> list[Counterpart]:
    rows = Post.objects.filter(linked_page=page).prefetch_related("variants__account").order_by("pk")
    return [
        Counterpart(each.title, str(variant.account), "", each.live)
        for each in rows
        for variant in each.variants.all()
    ]
