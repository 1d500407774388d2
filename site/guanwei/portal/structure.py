"""Who keeps a page of the site's structure."""

from wagtail.models import Page

from guanwei.organisations.models import Unit, UnitKind
from guanwei.portal.models import ColumnPage


def keeper_of(page: Page) -> Unit:
    """The column's responsible unit; the county keeps the home page."""
    if isinstance(page, ColumnPage):
        return page.unit
    return Unit.objects.get(kind=UnitKind.COUNTY)
