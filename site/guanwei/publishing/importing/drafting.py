"""A draft article of a document."""

import hashlib
from html import escape

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from guanwei.accounts.queries import open_accounts
from guanwei.api import Refusal
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.tree import agencies
from guanwei.publishing.importing.document import Document
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.queries.rights import may_write
from guanwei.publishing.services.writing import add_article

SUMMARY_CHARS = 120


def import_document(
    document: Document, data: bytes, column: Page, supplier: Unit, by: Person | None
) -> tuple[ArticlePage | None, list[Refusal]]:
    """A draft under ``column``. The same bytes are imported once per column; nothing is left half-made."""
    slug = f"doc-{hashlib.sha256(data).hexdigest()[:12]}"
    manager = managing_unit(supplier)
    if by is not None and not may_write(by, supplier, manager):
        return None, [
            Refusal(
                _(
                    "%(person)s在%(supplier)s没有采编职务；请换成本人所在的供稿单位，或由该单位的编辑人员导入。"
                )
                % {"person": by, "supplier": supplier}
            )
        ]
    with transaction.atomic():
        standing = ArticlePage.objects.child_of(column).filter(slug=slug).first()
        if standing is not None:
            return None, [
                Refusal(
                    _("这个文件已经导入过，就是草稿“%(title)s”；请直接修改它。") % {"title": standing.title}
                )
            ]
        return add_article(column, by, **_fields(document, slug, supplier, manager)), []


def managing_unit(supplier: Unit) -> Unit:
    """The one unit of the supplier's agency that manages accounts; the supplier itself where that's not one."""
    agency_by_unit = agencies()
    agency = agency_by_unit[supplier.pk]
    managers = {
        each.unit_id: each.unit for each in open_accounts() if agency_by_unit[each.unit_id].pk == agency.pk
    }
    return next(iter(managers.values())) if len(managers) == 1 else supplier


def _fields(document: Document, slug: str, supplier: Unit, manager: Unit) -> dict[str, object]:
    first = next((text for kind, text in document.blocks if kind == "paragraph"), "")
    return {
        "title": document.title,
        "slug": slug,
        "supplier": supplier,
        "manager": manager,
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
