"""Who keeps a page of the site's structure, and what its address may not do."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from guanwei.api import Refusal
from guanwei.organisations.models import Unit, UnitKind
from guanwei.portal.models import ColumnPage
from guanwei.portal.queries.declared import declared_of


def keeper_of(page: Page) -> Unit:
    """The column's responsible unit; the agency, of a tree that its rule book declares; the county, of the home page.

    Two queries for a declared column.
    """
    if isinstance(page, ColumnPage):
        declared = declared_of(page)
        return declared.agency if declared is not None else page.unit
    return Unit.objects.get(kind=UnitKind.COUNTY)


def public_below(page: Page) -> Page | None:
    """A public page below ``page``, whose address would change with it. One query."""
    if not page.pk or page.is_leaf():
        return None
    return page.get_descendants().filter(live=True).order_by("path").first()


def address_refusals(page: Page) -> list[Refusal]:
    """Why the new address of a draft can't be signed: public pages below it would move along, unsigned."""
    stored = Page.objects.filter(pk=page.pk).first()
    if stored is None or stored.slug == page.slug:
        return []
    public = public_below(stored)
    return [Refusal(address_held(stored, public))] if public else []


def address_held(page: Page, public: Page) -> str:
    """The sentence for whoever would change the address of ``page`` above the page ``public``."""
    said = _(
        "“%(title)s”下面有公开的页面（如“%(public)s”），地址不能改，否则公众手里的链接会失效；"
        "确需改动，请先由有撤稿职责的人员撤下这些页面。"
    )
    return said % {"title": page.title, "public": public.title}
