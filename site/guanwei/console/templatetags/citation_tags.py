"""Citations in templates, as links to the original wording."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString

from guanwei.console.regulations.linking import linked, linked_all

register = template.Library()


@register.filter
def cited(cite: Any) -> SafeString:
    """One citation."""
    return linked(cite)


@register.filter
def all_cited(cites: Iterable[Any]) -> SafeString:
    """Several, in a row."""
    return linked_all(cites)
