"""Public addresses of pages, known before they are live."""

from wagtail.models import Page

from guanwei.publishing.models import Release


def page_address(release: Release) -> str:
    """The full address of the released page, live or reserved; empty for a post alone."""
    if release.family != "page":
        return ""
    page = Page.objects.filter(pk=release.object_id).first()
    return (page.full_url or "") if page else ""
