"""What goes out: the frozen payload with the addresses that are known only at sending."""

from typing import Any

from wagtail.models import Page

from guanwei.delivery.models import Delivery
from guanwei.delivery.payloads import filled, linked_pages
from guanwei.delivery.rendering.pushes import filled_push, pages_of
from guanwei.publishing.queries.addresses import page_address


def message_of(delivery: Delivery) -> dict[str, Any]:
    """The message of a delivery. The link is empty for a post without a page."""
    if "articles" in delivery.payload:
        return filled_push(delivery.payload, _public_addresses(pages_of(delivery.payload)))
    return filled(
        delivery.payload,
        page_address(delivery.part.release),
        _public_addresses(linked_pages(delivery.payload)),
    )


def _public_addresses(page_ids: list[int]) -> dict[int, str]:
    pages = Page.objects.filter(pk__in=page_ids) if page_ids else []
    return {page.pk: page.full_url or "" for page in pages}
