"""Drafts from plain-text government documents."""

from guanwei.publishing.importing.document import Document, Unreadable, read_document
from guanwei.publishing.importing.drafting import import_document

__all__ = ["Document", "Unreadable", "import_document", "read_document"]
