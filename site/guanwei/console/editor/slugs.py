"""An article's address: the day and a number, readable in a post. Chinese would be percent signs."""

from wagtail.models import Page

from guanwei.audit import clock
from guanwei.publishing.models import Reservation


def default_slug(parent: Page | None) -> str:
    """``20260301-2``: the second address of that day below ``parent``. One query."""
    day = f"{clock.today():%Y%m%d}"
    taken = (
        set(parent.get_children().filter(slug__startswith=day).values_list("slug", flat=True))
        if parent
        else set()
    )
    number = 1
    while f"{day}-{number}" in taken:
        number += 1
    return f"{day}-{number}"


def is_reserved(page: Page) -> bool:
    """A delivery that is going out or has gone out links to this page's address. One query."""
    return Reservation.objects.filter(page_id=page.pk, lifted_at__isnull=True).exists()
