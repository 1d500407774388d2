"""A push as people sign it, as rules see it, and as a snapshot shows it."""

from datetime import datetime
from typing import Any

from django.utils.html import format_html, format_html_join

from guanwei.api import Form, Kind, ManuscriptFacts, Urgency, VariantFacts
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.tree import unit_facts
from guanwei.publishing.models import Push
from guanwei.publishing.queries.pushed import articles_of


def push_parts(push: Push) -> dict[str, Any]:
    """``facts``: account, day and which items; ``variant:<account>:1``: the ordered list.

    Another item, another permit, account or day is another fact, and voids every signature. Another order
    is another list. Equal for a form, a revision, a reload and a live row.
    """
    items = push.in_order()
    facts = {
        "account": push.account_id,
        "manager": push.manager_id,
        "day": push.day,
        "items": sorted(f"{each.name}:{each.permit}" for each in items),
    }
    ordered = {"title": push.title, "articles": [each.content() for each in items]}
    return {"facts": facts, f"variant:{push.key}": ordered}


def push_facts(push: Push, now: datetime) -> ManuscriptFacts:
    """The facts of a push: its articles, in order, are its variants."""
    keeper = unit_facts(push.account.unit)
    return ManuscriptFacts(
        kind=Kind.ORIGINAL,
        form=Form.PUSH,
        urgency=Urgency.ORDINARY,
        title=push.title,
        text="",
        category="",
        supplier=keeper,
        manager=keeper,
        now=now,
        variants=tuple(
            VariantFacts(
                push.account.slug, each.item.number, push.account.platform, each.item.title, each.text
            )
            for each in articles_of(push)
        ),
    )


def push_units(push: Push) -> tuple[Unit, Unit]:
    """The managing unit orders what others supplied."""
    return push.account.unit, push.account.unit


def push_rendered(push: Push) -> str:
    """The list as plain HTML, with what each article says."""
    rows = format_html_join(
        "",
        "<li><h2>{}</h2><p>{}</p><p>{}</p></li>",
        ((each.item.title, each.digest_text, each.text) for each in articles_of(push)),
    )
    return str(format_html("<article><h1>{} {}</h1><ol>{}</ol></article>", push.account, push.day, rows))


def push_files(push: Push) -> list[str]:
    """Content addresses of every file of every article."""
    return sorted(
        {
            sha256
            for each in articles_of(push)
            if each.permit is not None
            for sha256 in each.permit.snapshot.files
        }
    )
