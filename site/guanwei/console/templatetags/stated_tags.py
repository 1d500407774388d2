"""What a page of the site's structure, or its settings, states: nothing is signed unseen."""

from typing import Any

from django import template

from guanwei.approvals.governed import governed_of
from guanwei.console.review.changes import plain_content
from guanwei.console.review.naming import names_for
from guanwei.console.review.readable import Line, lines_of

register = template.Library()
# What these say is shown as it will look, by templates of their own.
SHOWN = ("body", "variants", "items")


@register.simple_tag
def stated(obj: Any) -> list[Line]:
    """Every field that ``obj`` states; none of a manuscript or a push."""
    governed = governed_of(obj) if obj is not None else None
    if governed is None or any(hasattr(obj, name) for name in SHOWN):
        return []
    content = plain_content(governed.parts(obj))
    names = names_for([content])
    return list(
        dict.fromkeys(line for part in sorted(content) for line in lines_of(part, content[part], names))
    )
