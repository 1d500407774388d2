"""``guanwei import-text FILE --column C --supplier UNIT``: a draft article of a plain-text document."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from guanwei.organisations.models import Person, Unit
from guanwei.portal.models import ColumnPage
from guanwei.publishing.importing import Unreadable, import_document, read_document
from guanwei.publishing.importing.decoding import MOST_BYTES
from guanwei.publishing.models import ArticlePage


class Command(BaseCommand):
    """Reads the document, then writes the draft in one transaction; refuses with one sentence."""

    help = "make a draft article of a plain-text government document"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--column", required=True, help="slug of the column")
        parser.add_argument("--supplier", required=True, metavar="UNIT", help="slug of the supplying unit")
        parser.add_argument("--by", metavar="USERNAME", help="the person on whose behalf it is imported")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        column = _one(ColumnPage, _("没有代号为“%s”的栏目。"), slug=options["column"])
        supplier = _one(Unit, _("没有代号为“%s”的单位。"), slug=options["supplier"])
        by = _one(Person, _("没有用户名为“%s”的人员。"), username=options["by"]) if options["by"] else None
        data = _bytes_of(options["file"])
        try:
            document = read_document(data)
        except Unreadable as refused:
            raise CommandError(str(refused), returncode=1) from None
        article, refusals = import_document(document, data, column, supplier, by)
        if article is None:
            raise CommandError(" ".join(map(str, refusals)), returncode=1)
        self.stdout.write(_report(article, as_json=options["json"]))


def _one(model: Any, sentence: str, **lookup: str) -> Any:
    found = model.objects.filter(**lookup).first()
    if found is None:
        raise CommandError(sentence % next(iter(lookup.values())), returncode=2)
    return found


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # One byte more than is allowed tells that it is too large, whatever the size.
            size = path.stat().st_size
            return file.read(MOST_BYTES + 1) if size <= MOST_BYTES else _too_large(size)
    except OSError as refused:
        raise CommandError(
            _("读不了文件“%(file)s”：%(why)s。") % {"file": path, "why": refused.strerror}, returncode=2
        ) from None


def _too_large(size: int) -> bytes:
    raise CommandError(
        _("文件有%(have)d MB，超过%(most)d MB；请只导入正文的纯文本。")
        % {"have": size // (1024 * 1024), "most": MOST_BYTES // (1024 * 1024)},
        returncode=1,
    )


def _report(article: ArticlePage, *, as_json: bool) -> str:
    said = {
        "id": article.pk,
        "title": article.title,
        "index_number": article.index_number,
        "document_number": article.document_number,
        "issuing_body": article.issuing_body,
        "issued_on": article.issued_on.isoformat() if article.issued_on else None,
        "blocks": len(article.body),
    }
    if as_json:
        return json.dumps(said, ensure_ascii=False)
    return _("已建草稿“%(title)s”，正文%(blocks)d段。") % said
