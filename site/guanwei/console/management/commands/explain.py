"""``guanwei explain --org SLUG FACTS.json``: what the rules in force would decide, and why."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from guanwei.console.reporting.explaining import explain
from guanwei.console.reporting.facts import FactsError, read_facts
from guanwei.console.reporting.printing import ReportCommand
from guanwei.organisations.models import Unit

MOST_BYTES = 5_000_000


class Command(ReportCommand):
    """Ends with 1 when the item would be refused."""

    help = "say which route an item would take, and which articles ask for it"

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--org", required=True, help="slug of the managing unit")
        parser.add_argument("facts", help="a JSON file of facts")

    def report(self, **options: Any) -> tuple[Any, bool]:
        unit = Unit.objects.filter(slug=options["org"]).first()
        if unit is None:
            raise CommandError(_("没有代号为“%s”的单位。") % options["org"], returncode=2)
        try:
            document = explain(*read_facts(_document(options["facts"]), unit))
        except FactsError as error:
            raise CommandError(str(error), returncode=2) from None
        return document, not document["refusals"]

    def lines(self, document: Any) -> list[str]:
        route = document["route"]
        found = [_said(_("流程"), route["label"], route) if route else _("没有适用的流程")]
        for step in route["steps"] if route else ():
            people = _("、").join(step["candidates"]) or _("目前无人可签")
            found.append("  " + _said(step["label"], people, step))
        return found + [_said(_("检查提示"), each["message"], each) for each in document["findings"]]

    def sentence(self, document: Any) -> str:
        return "\n".join(
            _("%(sentence)s（%(cites)s）") % {"sentence": each["sentence"], "cites": _cites(each)}
            for each in document["refusals"]
        )


def _said(name: str, words: str, item: dict[str, Any]) -> str:
    return _("%(name)s：%(words)s（%(cites)s）") % {"name": name, "words": words, "cites": _cites(item)}


def _cites(item: dict[str, Any]) -> str:
    return _("；").join(_("《%(document)s》%(article)s") % each for each in item["cites"])


def _document(name: str) -> Any:
    path = Path(name)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FactsError(_("“%(file)s”太大；事实文件不超过5兆字节。") % {"file": path.name})
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise FactsError(_("“%(file)s”打不开；请检查文件是否存在。") % {"file": name}) from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise FactsError(_("“%(file)s”不是 UTF-8 的 JSON 文件。") % {"file": path.name}) from None
