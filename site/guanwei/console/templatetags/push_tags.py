"""What the articles of a push say, for whoever signs or reads it."""

from typing import Any

from django import template

from guanwei.publishing.models import Push
from guanwei.publishing.queries.push_refusals import article_refusals
from guanwei.publishing.queries.pushed import articles_of
from guanwei.publishing.queries.snapshots import object_of, variant_of

register = template.Library()


@register.simple_tag
def pushed_articles(push: Push) -> list[dict[str, Any]]:
    """Each article in order: place, item, the manuscript and variant as permitted, who signed for it."""
    found = []
    for each in articles_of(push):
        snapshot = each.permit.snapshot if each.permit is not None else None
        submission = each.permit.submission if each.permit is not None else None
        found.append(
            {
                "place": each.place,
                "item": each.item,
                "obj": object_of(snapshot) if snapshot is not None else None,
                "variant": variant_of(snapshot, each.variant) if snapshot is not None else None,
                "submission": submission,
                "problems": article_refusals(each),
            }
        )
    return found
