"""Public addresses of pages, known before they are live, and what a post's link leads to."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from guanwei.api import Refusal
from guanwei.publishing.models import Post, Release
from guanwei.publishing.models.manuscripts import UrgencyChoices


def page_address(release: Release) -> str:
    """The full address of the released page, live or reserved; of a post, that of the public article it names."""
    if release.family == "page":
        rows = Page.objects.filter(pk=release.object_id)
    else:
        named = release.permit.snapshot.source.get("linked_page")
        rows = Page.objects.filter(pk=named, live=True) if named else Page.objects.none()
    page = rows.first()
    return (page.full_url or "") if page else ""


def link_refusals(obj: Any) -> list[Refusal]:
    """Why a post may not go out: its readers would follow the link to nothing.

    In an emergency the post goes first, and until the article is public it goes without the link.
    """
    page = obj.linked_page if isinstance(obj, Post) else None
    if page is None or page.live or obj.urgency == UrgencyChoices.EMERGENCY:
        return []
    if not any(each.with_link for each in obj.variants.all()):
        return []
    return [
        Refusal(
            _("“%(title)s”链接的文章“%(page)s”还没有公开，读者打不开；请先发布那篇文章，再发布这篇独立稿。")
            % {"title": obj.title, "page": page}
        )
    ]
