"""``guanwei screen FILE...``: what the check engine finds in texts; ``--jsonl`` reads them as a stream."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from guanwei.console.reporting.screening import KINDS, Desk, words_of
from guanwei.organisations.models import Unit, UnitKind

MOST_BYTES = 20 * 1024 * 1024


class Command(BaseCommand):
    """Ends with 0 when every text was looked at, whatever was found; with 2 where one can't be read."""

    help = "say what must be mended, looked at or known in texts, with place and article"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", metavar="FILE", type=Path)
        parser.add_argument("--org", help="slug of the unit whose rules apply, by default the county")
        parser.add_argument("--kind", default="original", help=f"what the texts are: {', '.join(KINDS)}")
        parser.add_argument("--dictionary", type=Path, metavar="FILE", help="words besides, one a line")
        parser.add_argument("--jsonl", action="store_true", help="one JSON object a line in, one a line out")
        parser.add_argument("--json", action="store_true", help="one JSON document")

    def handle(self, *_args: Any, **options: Any) -> None:
        kind = _kind(options["kind"])
        if bool(options["files"]) == options["jsonl"]:
            raise CommandError(_("请给出要检查的文件，或者只用 --jsonl 从标准输入读。"), returncode=2)
        words = words_of(_bytes(options["dictionary"])) if options["dictionary"] else ()
        desk = Desk(_unit(options["org"]), words)
        if options["jsonl"]:
            for line in _stream(sys.stdin.buffer, desk, kind):
                self.stdout.write(line)
            return
        found = [row for path in options["files"] for row in _of_file(path, desk, kind)]
        if options["json"]:
            self.stdout.write(json.dumps({"findings": found}, ensure_ascii=False, indent=1))
        for row in () if options["json"] else found:
            self.stdout.write(_line(row))


def _kind(said: str) -> str:
    if said not in KINDS:
        sentence = _("“%(name)s”只能是：%(choices)s。")
        raise CommandError(sentence % {"name": "kind", "choices": _("、").join(KINDS)}, returncode=2)
    return str(said)


def _unit(slug: str | None) -> Unit:
    rows = Unit.objects.filter(slug=slug) if slug else Unit.objects.filter(kind=UnitKind.COUNTY)
    found = rows.first()
    if found is None:
        said = _("没有代号为“%s”的单位。") % slug if slug else _("还没有县一级的单位；请用 --org 指定单位。")
        raise CommandError(said, returncode=2)
    return found


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as refused:
        said = _("读不了文件“%(file)s”：%(why)s。") % {"file": path, "why": refused.strerror}
        raise CommandError(said, returncode=2) from None
    if len(data) > MOST_BYTES:
        raise CommandError(_("文件“%(file)s”超过20兆字节。") % {"file": path.name}, returncode=2)
    return data


def _of_file(path: Path, desk: Desk, kind: str) -> Iterator[dict[str, Any]]:
    for row in desk.screen(_text(_bytes(path), path.name), kind):
        yield {"file": str(path), **row}


def _text(data: bytes, name: str) -> str:
    """As it is written, so that every offset is one in the file's own text."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    said = _("“%(file)s”不是纯文本文件；请另存为 UTF-8 编码的 .txt 再检查。") % {"file": name}
    raise CommandError(said, returncode=2)


def _stream(lines: Iterable[bytes], desk: Desk, kind: str) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            said = _object(line, number)
            own = _kind(said.get("kind") or kind)
            found = {"id": said.get("id"), "findings": desk.screen(said["text"], own)}
            yield json.dumps(found, ensure_ascii=False)


def _object(line: bytes, number: int) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or not isinstance(said.get("text"), str):
        sentence = _('第%(line)d行应是一个 JSON 对象，例如 {"id": 1, "kind": "original", "text": "…"}。')
        raise CommandError(sentence % {"line": number}, returncode=2)
    return said


def _line(row: dict[str, Any]) -> str:
    cites = _("；").join(_("《%(document)s》%(article)s") % each for each in row["cites"])
    return _("%(file)s %(start)d-%(end)d %(message)s（%(cites)s）") % {**row, "cites": cites}
