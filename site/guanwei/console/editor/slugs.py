"""An article's address: the day and a few letters, readable in a post. Chinese would be percent signs."""

import secrets

from wagtail.models import Page

from guanwei.audit import clock
from guanwei.publishing.models import Reservation

# Without vowels and look-alikes: nothing readable comes about by chance, and it can be dictated.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
LETTERS = 5


def default_slug() -> str:
    """``20260301-k7qdx``. Drawn, not counted: two editors, or a save beside an autosave, don't wait for each other."""
    drawn = "".join(secrets.choice(ALPHABET) for _place in range(LETTERS))
    return f"{clock.today():%Y%m%d}-{drawn}"


def is_reserved(page: Page) -> bool:
    """A delivery that is going out or has gone out links to this page's address. One query."""
    return Reservation.objects.filter(page_id=page.pk, lifted_at__isnull=True).exists()
