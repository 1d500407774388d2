"""``guanwei clauses``: what has come of each clause of the rule books."""

from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from guanwei import registry
from guanwei.console.reporting.clauses import clauses
from guanwei.console.reporting.printing import ReportCommand
from guanwei.registry.proofs import Proof, ProofsError, read


class Command(ReportCommand):
    """Says what is; a missing clause is no failure."""

    help = "say of each clause of the rule books what serves and proves it"

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--plugin", default="", help="the clauses of one plugin alone")
        parser.add_argument(
            "--run", help="what a test run wrote with --clauses-json, instead of what is packaged"
        )

    def report(self, **options: Any) -> tuple[Any, bool]:
        known = {each.name for each in registry.plugins()}
        if options["plugin"] and options["plugin"] not in known:
            said = {"plugin": options["plugin"], "known": _("、").join(sorted(known))}
            raise CommandError(
                _("没有名为“%(plugin)s”的规则包；已安装的是：%(known)s。") % said, returncode=2
            )
        try:
            return clauses(options["plugin"], _of_run(options["run"])), True
        except ProofsError as error:
            raise CommandError(
                _("读不出条目的证明（%(problem)s）；请用测试重新生成这个文件。") % {"problem": error},
                returncode=2,
            ) from None

    def lines(self, document: Any) -> list[str]:
        found = [
            f"{each['id']}  {each['status']}  {each['article']}  {each['summary']}"
            for each in document["clauses"]
        ]
        for kind, counted in document["totals"].items():
            groups = {kind: counted} if kind == "all" else counted
            found += [
                f"{name}: " + ", ".join(f"{word} {n}" for word, n in its.items())
                for name, its in groups.items()
            ]
        return found

    def sentence(self, document: Any) -> str:
        return ""


def _of_run(name: str | None) -> Mapping[str, Proof] | None:
    return read(Path(name)) if name else None
