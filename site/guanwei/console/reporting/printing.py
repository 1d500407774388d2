"""Commands that print one JSON document or lines for people, and end with 0, 1 or 2."""

import json
from abc import ABC, abstractmethod
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from guanwei.api import Citation


class ReportCommand(BaseCommand, ABC):
    """``report`` gives the document and whether all is well; ``lines`` puts it into words."""

    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, *args: Any, **options: Any) -> None:
        document, well = self.report(**options)
        if options["json"]:
            self.stdout.write(json.dumps(document, ensure_ascii=False, indent=1))
        else:
            for line in self.lines(document):
                self.stdout.write(line)
        if not well:
            raise CommandError(self.sentence(document), returncode=1)

    @abstractmethod
    def report(self, **options: Any) -> tuple[Any, bool]:
        """The document and whether the answer is yes."""

    @abstractmethod
    def lines(self, document: Any) -> list[str]:
        """The document for people."""

    @abstractmethod
    def sentence(self, document: Any) -> str:
        """Why the answer is no."""


def cited(cites: Any) -> list[dict[str, str]]:
    """Citations as JSON: document and article."""
    found: list[Citation] = list(cites)
    return [{"document": each.document, "article": each.article} for each in found]
