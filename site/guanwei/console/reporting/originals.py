"""What ``guanwei load-regulation`` prints of a loaded original."""

from typing import Any

from django.utils.timezone import localtime

from guanwei.registry import catalogue
from guanwei.regulations.models import Original
from guanwei.regulations.splitting.remarks import opening_of, place_of


def loaded(original: Original) -> dict[str, Any]:
    """The version, its articles by their locators, and the remarks."""
    book = catalogue().rule_book(original.rule_book)
    return {
        "rule_book": original.rule_book,
        "document": book.document if book else original.rule_book,
        "version": original.version,
        "replaces": original.version - 1 or None,
        "file": original.file_name,
        "sha256": original.sha256,
        "at": localtime(original.at).isoformat(),
        "by": original.by.username if original.by else None,
        "articles": [
            {
                "document": each.document,
                "article": place_of(each),
                "label": each.label,
                "printed": each.printed,
                "heading": each.heading,
                "paragraphs": len(each.blocks),
                "opening": opening_of(each),
            }
            for each in original.split()
        ],
        "remarks": original.remarks,
    }
