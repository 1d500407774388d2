"""Where the text of an older portal's address stands now."""

from wagtail.models import Site

from guanwei.portal.addresses import normal
from guanwei.portal.models import Redirection


def new_address(site: Site, address: str) -> str | None:
    """The target of the address (path, or path and query), as signed; None where nobody moved it.

    One query. An entry with the query wins over one without.
    """
    if "\x00" in normal(address):
        return None  # No database holds such an address, and PostgreSQL doesn't take the question.
    wanted = {normal(address), normal(address.partition("?")[0])}
    found = {
        normal(old): target
        for old, target in Redirection.objects.filter(
            arrangement=site.pk, arrangement__live=True, path_key__in=wanted
        ).values_list("old_path", "target")
    }
    return found.get(normal(address)) or found.get(normal(address.partition("?")[0]))
