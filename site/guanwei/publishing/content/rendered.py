"""The rendered fragment that a snapshot keeps: readable without the system."""

from typing import Any

from django.utils.html import format_html, format_html_join

from guanwei.publishing.content.text import body_text
from guanwei.publishing.models import ArticlePage


def rendered(obj: Any) -> str:
    """Title, body and variants as plain HTML."""
    body = body_text(obj.body) if isinstance(obj, ArticlePage) else ""
    lines = format_html_join("", "<p>{}</p>", ((line,) for line in body.splitlines()))
    variants = format_html_join(
        "",
        "<section><h2>{}</h2><h3>{}</h3><p>{}</p></section>",
        ((each.account, each.title, each.text) for each in obj.variants.all()),
    )
    return str(format_html("<article><h1>{}</h1>{}</article>{}", obj.title, lines, variants))


def file_digests(obj: Any) -> list[str]:
    """Content addresses of every file that the manuscript and its variants name."""
    from guanwei.publishing.content.references import files_in

    owners = [obj, *obj.variants.all()] if hasattr(obj, "variants") else [obj]
    return sorted({each["sha256"] for owner in owners for each in files_in(owner)})
