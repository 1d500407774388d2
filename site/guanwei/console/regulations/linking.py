"""A citation as a link to the original wording. Rendering one asks nothing of the database."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


def citation_address(document: str, article: str) -> str:
    """Where the citation opens."""
    return f"{reverse('regulations:citation')}?{urlencode({'document': document, 'article': article})}"


def linked(cite: Any) -> SafeString:
    """One citation, declared or from the record. It opens beside the screen, where half-done work stands."""
    document, article = _parts(cite)
    return format_html(
        '<a class="gw-cite" href="{}" target="_blank">{}</a>',
        citation_address(document, article),
        _("《%(document)s》%(article)s") % {"document": document, "article": article},
    )


def linked_all(cites: Iterable[Any]) -> SafeString:
    """Several, each once."""
    unique = {_parts(each): each for each in cites}
    return format_html_join(_("；"), "{}", ((linked(each),) for each in unique.values()))


def _parts(cite: Any) -> tuple[str, str]:
    if isinstance(cite, dict):
        return cite["document"], cite["article"]
    return cite.document, cite.article
