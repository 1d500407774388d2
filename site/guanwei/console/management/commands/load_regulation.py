"""``guanwei load-regulation FILE --rule-book ID``: the original wording of a rule book, split into articles."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.console.reporting.originals import loaded
from guanwei.organisations.models import Person
from guanwei.registry import catalogue
from guanwei.regulations.models import Original
from guanwei.regulations.reading import MOST_BYTES
from guanwei.regulations.services import load_original, too_large, unknown_book


class Command(BaseCommand):
    """Reads and splits the file, then keeps it in one transaction; refuses with one sentence."""

    help = "load a regulation's original wording, split into articles that citations open"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--rule-book", required=True, metavar="ID", help="id of the rule book")
        parser.add_argument("--by", metavar="USERNAME", help="the person on whose behalf it is loaded")
        parser.add_argument("--json", action="store_true")

    def handle(self, *_args: Any, **options: Any) -> None:
        book_id = options["rule_book"]
        if catalogue().rule_book(book_id) is None:
            raise CommandError(unknown_book(book_id).sentence, returncode=2)
        by = _person(options["by"]) if options["by"] else None
        data = _bytes_of(options["file"])
        original, refusals = load_original(book_id, data, options["file"].name, by)
        if original is None:
            raise CommandError(" ".join(map(str, refusals)), returncode=1)
        self.stdout.write(_report(original, as_json=options["json"]))


def _person(username: str) -> Person:
    found = Person.objects.filter(username=username).first()
    if found is None:
        raise CommandError(_("没有用户名为“%s”的人员。") % username, returncode=2)
    return found


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            _refuse(too_large(size))
        with path.open("rb") as file:
            # One byte more than is allowed tells that it is too large, whatever the size said.
            return file.read(MOST_BYTES + 1)
    except OSError as refused:
        said = _("读不了文件“%(file)s”：%(why)s。") % {"file": path, "why": refused.strerror}
        raise CommandError(said, returncode=2) from None


def _refuse(refusal: Refusal) -> None:
    raise CommandError(refusal.sentence, returncode=1)


def _report(original: Original, *, as_json: bool) -> str:
    said = loaded(original)
    if as_json:
        return json.dumps(said, ensure_ascii=False)
    head = _("已载入《%(document)s》原文第%(version)d版，分出%(articles)d处，提示%(remarks)d条。") % {
        **said,
        "articles": len(said["articles"]),
        "remarks": len(said["remarks"]),
    }
    return "\n".join([head, *(f"- {each['said']}" for each in said["remarks"])])
