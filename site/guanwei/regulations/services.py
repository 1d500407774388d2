"""Load a regulation's original wording. What is refused leaves nothing behind."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from guanwei.api import Refusal, RuleBook
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.registry import catalogue
from guanwei.regulations.comparing import compare
from guanwei.regulations.models import Original
from guanwei.regulations.queries import may_load, standing_original
from guanwei.regulations.reading import MOST_BYTES, Unreadable, read_lines
from guanwei.regulations.splitting import Elsewhere, Passage, split

MEGABYTE = 1024 * 1024


def load_original(
    book_id: str, data: bytes, file_name: str, by: Person | None
) -> tuple[Original | None, list[Refusal]]:
    """A new version of the book's original wording. ``by`` is None on the server's own command line."""
    book = catalogue().rule_book(book_id)
    if book is None:
        return None, [unknown_book(book_id)]
    if by is not None:
        refusals = _why_not(book, by)
        if refusals:
            return None, refusals
    try:
        passages, remarks = _read(book, data)
    except Unreadable as unreadable:
        return None, [Refusal(str(unreadable))]
    return _keep(book, passages, remarks, data, file_name, by)


def unknown_book(book_id: str) -> Refusal:
    """No loaded plugin declares the book."""
    known = _("、").join(each.id for each in catalogue().rule_books)
    return Refusal(
        _("没有编号为“%(book)s”的规则书；已装的有：%(known)s。") % {"book": book_id, "known": known}
    )


def too_large(size: int) -> Refusal:
    """Said before the file is read, where its size is known."""
    return Refusal(
        _("文件有%(have)d MB，超过%(most)d MB；请只载入规定的正文。")
        % {"have": size // MEGABYTE, "most": MOST_BYTES // MEGABYTE}
    )


def _why_not(book: RuleBook, by: Person) -> list[Refusal]:
    plugin = catalogue().owner_of(book.id)
    if plugin is not None and may_load(by, plugin.name):
        return []
    said = _(
        "%(person)s不能载入《%(document)s》的原文；请由启用这套规则的单位的系统管理员载入，尚未启用的先启用。"
    )
    return [Refusal(said % {"person": by, "document": book.document})]


def _read(book: RuleBook, data: bytes) -> tuple[list[Passage], list[dict[str, Any]]]:
    """Raises ``Unreadable``."""
    if len(data) > MOST_BYTES:
        raise Unreadable(too_large(len(data)).sentence)
    lines, spoken = read_lines(data)
    try:
        # What goes on the record is in the office's language, whoever's screen it comes from.
        with override(settings.LANGUAGE_CODE):
            found = split(lines, book.documents)
            told = [*found.remarks, *compare(book, found.passages)]
    except Elsewhere as elsewhere:
        titles = _("、").join(_("《%(title)s》") % {"title": each} for each in book.documents)
        said = _("文件里没有找到%(titles)s的标题；请确认选对了文件，标题单独成行。")
        raise Unreadable(said % {"titles": titles}) from elsewhere
    if not any(each.key.startswith(("条", "章", "部")) for each in found.passages):
        raise Unreadable(_("文件里有标题，没有分条或分部分的正文；请载入规定的全文。"))
    remarks = [{"code": "reading", "where": "", "said": each} for each in spoken]
    return found.passages, [*remarks, *map(asdict, told)]


def _keep(
    book: RuleBook,
    passages: Iterable[Passage],
    remarks: list[dict[str, Any]],
    data: bytes,
    file_name: str,
    by: Person | None,
) -> tuple[Original | None, list[Refusal]]:
    standing = standing_original(book.id)
    kept = [_plain(each) for each in passages]
    digest = hashlib.sha256(data).hexdigest()
    if standing is not None and (standing.sha256, standing.passages) == (digest, kept):
        said = _("这个文件就是现用的第%(version)d版，不必重复载入。")
        return None, [Refusal(said % {"version": standing.version})]
    original = Original(
        rule_book=book.id,
        version=standing.version + 1 if standing else 1,
        file_name=file_name[-200:],
        sha256=digest,
        passages=kept,
        remarks=remarks,
        by=by,
    )
    try:
        with transaction.atomic(), acting(by):
            original.save()
    except IntegrityError:
        return None, [Refusal(_("刚有人载入了另一版；请刷新后看一看，再决定是否载入。"))]
    return original, []


def _plain(passage: Passage) -> dict[str, Any]:
    """As JSON gives it back, so that two readings can be compared."""
    said = asdict(passage)
    return {**said, "blocks": list(said["blocks"])}
