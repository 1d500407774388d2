"""``guanwei explain --org SLUG FACTS.json``: what the rules in force would decide, and why."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from guanwei.console.reporting.explaining import explain
from guanwei.console.reporting.facts import FactsError, read_facts
from guanwei.console.reporting.printing import ReportCommand
from guanwei.organisations.models import Unit

MOST_BYTES = 5_000_000


class Command(ReportCommand):
    """Ends with 1 when the item would be refused."""

    help = "说明一份稿件会走什么流程、依据什么"

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--org", required=True, help="管理单位的代号")
        parser.add_argument("facts", help="事实文件（JSON）")

    def report(self, **options: Any) -> tuple[Any, bool]:
        unit = Unit.objects.filter(slug=options["org"]).first()
        if unit is None:
            raise CommandError(f"没有代号是“{options['org']}”的单位。", returncode=2)
        try:
            document = explain(*read_facts(_document(options["facts"]), unit))
        except FactsError as error:
            raise CommandError(str(error), returncode=2) from None
        return document, not document["refusals"]

    def lines(self, document: Any) -> list[str]:
        route = document["route"]
        found = [f"流程：{route['label']}（{_cites(route)}）" if route else "没有适用的流程"]
        for step in route["steps"] if route else ():
            people = "、".join(step["candidates"]) or "无人可签"
            found.append(f"  {step['label']}：{people}（{_cites(step)}）")
        return found

    def sentence(self, document: Any) -> str:
        return "\n".join(f"{each['sentence']}（{_cites(each)}）" for each in document["refusals"])


def _cites(item: dict[str, Any]) -> str:
    return "；".join(f"《{each['document']}》{each['article']}" for each in item["cites"])


def _document(name: str) -> Any:
    path = Path(name)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FactsError(f"“{path.name}”太大；事实文件不超过5兆字节。")
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        raise FactsError(f"“{name}”打不开；请检查文件是否存在。") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise FactsError(f"“{path.name}”不是 UTF-8 的 JSON 文件。") from None
