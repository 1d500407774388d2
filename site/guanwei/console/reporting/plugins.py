"""The plugins, as ``guanwei plugins`` prints them."""

from typing import Any

from guanwei import registry
from guanwei.organisations.models import Activation
from guanwei.organisations.queries.tables import plugins_without_tables


def plugins() -> list[dict[str, Any]]:
    """Each installed plugin with its rule books, hooks, error and the units that switched it on."""
    on: dict[str, list[str]] = {}
    for said in Activation.objects.filter(on=True).select_related("unit").order_by("unit__slug"):
        on.setdefault(said.plugin, []).append(said.unit.slug)
    unmade = plugins_without_tables()
    return [
        {
            "name": each.name,
            "version": each.version,
            "label": each.label,
            "rule_books": [
                {
                    "id": book.id,
                    "document": book.document,
                    "number": book.number,
                    "in_force_from": book.in_force_from.isoformat() if book.dated else None,
                    "articles": len(book.articles),
                }
                for book in each.rule_books
            ],
            "hooks": list(each.hooks),
            "error": each.error or unmade.get(each.name, ""),
            "active_for": on.get(each.name, []),
        }
        for each in registry.plugins()
    ]
