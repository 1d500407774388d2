"""A draft article of a document."""

import hashlib
from html import escape

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from guanwei.api import Refusal
from guanwei.organisations.models import Person, Unit
from guanwei.publishing.importing.document import Document
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services.writing import add_article

SUMMARY_CHARS = 120


def import_document(
    document: Document, data: bytes, column: Page, supplier: Unit, by: Person | None
) -> tuple[ArticlePage | None, list[Refusal]]:
    """A draft under ``column``. The same bytes are imported once per column; nothing is left half-made."""
    slug = f"doc-{hashlib.sha256(data).hexdigest()[:12]}"
    with transaction.atomic():
        standing = ArticlePage.objects.child_of(column).filter(slug=slug).first()
        if standing is not None:
            return None, [
                Refusal(_("这个文件已经导入过，就是草稿“%(title)s”；请直接修改它。") % {"title": standing.title})
            ]
        return add_article(column, by, **_fields(document, slug, supplier)), []


def _fields(document: Document, slug: str, supplier: Unit) -> dict[str, object]:
    first = next((text for kind, text in document.blocks if kind == "paragraph"), "")
    return {
        "title": document.title,
        "slug": slug,
        "supplier": supplier,
        "manager": supplier,
        "summary": first[:SUMMARY_CHARS],
        "body": [
            (kind, text[:120] if kind == "heading" else f"<p>{escape(text)}</p>")
            for kind, text in document.blocks
        ],
        "index_number": document.index_number,
        "document_number": document.document_number,
        "issuing_body": document.issuing_body,
        "issued_on": document.issued_on,
        "disclosure_catalogue": document.disclosure_catalogue,
        "disclosure_attribute": document.disclosure_attribute,
    }
