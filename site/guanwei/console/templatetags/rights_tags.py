"""What a person holds, as the first screen shows it."""

from typing import Any

from django import template

from guanwei.audit import clock
from guanwei.organisations.queries.posts import held_or_lent
from guanwei.organisations.queries.roles import role_label

register = template.Library()


@register.simple_tag
def posts_held(person: Any) -> list[str]:
    """Posts that the person holds or signs for today."""
    return [
        f"{post.unit}{role_label(post.role)}"
        for post in held_or_lent(person, clock.today()).select_related("unit")
    ]
