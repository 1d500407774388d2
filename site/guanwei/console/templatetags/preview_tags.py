"""What a platform will show of a manuscript, from the payload that would be frozen for it."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from guanwei.delivery.payloads import render
from guanwei.publishing.models import Picture

register = template.Library()
FOLD = 140


@register.simple_tag
def shown_on(manuscript: Any, platform: str) -> list[dict[str, Any]]:
    """For each variant of ``platform``: account, payload, pictures in order, and what a reader sees first."""
    found = []
    for variant in manuscript.variants.all():
        if variant.account.platform != platform:
            continue
        payload = render(manuscript, variant, variant.account)
        text = payload.get("text", "")
        found.append(
            {
                "variant": variant,
                "account": variant.account,
                "payload": payload,
                "pictures": _pictures(payload),
                "first": text[:FOLD],
                "rest": text[FOLD:],
            }
        )
    return found


def _pictures(payload: dict[str, Any]) -> list[Picture]:
    ids = [each["picture"] for each in payload["pictures"]]
    known = Picture.objects.in_bulk(ids)
    return [known[pk] for pk in ids if pk in known]


@register.filter
def with_pictures(shown: dict[str, Any]) -> SafeString:
    """The article's HTML with its pictures in place. The renderer wrote every tag from an allow-list."""
    html = shown["payload"].get("html", "")
    for entry, picture in zip(shown["payload"]["pictures"], shown["pictures"], strict=False):
        html = html.replace(f'src="{entry["name"]}"', f'src="{picture.file.url}"')
    return mark_safe(html)  # noqa: S308
