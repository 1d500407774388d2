"""docs/reference/clauses.md and docs/zh/clauses.md: what has come of each clause, by rule book and article."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guanwei import registry
from guanwei.console.reporting.clauses import clauses
from guanwei.registry.proofs import Proof
from guanwei.registry.sources import COUNTY
from guanwei.testing.clauses.proofs import proofs_in, rendered
from rendering import beginning
from words import CHINESE, ENGLISH, Words

FOLDERS = ("tests", "plugins/*/tests")
PLUGINS = "plugins"


def clauses_page(root: Path) -> str:
    """The page of the reference."""
    return _page(root, "clauses", ENGLISH)


def chinese_clauses_page(root: Path) -> str:
    """The same in Chinese."""
    return _page(root, "clauses.zh", CHINESE)


def proofs_of_packages(root: Path) -> dict[Path, str]:
    """``proofs.json`` of the county's book and of each plugin here."""
    found = _claims(root)
    known = {each.name: each for each in registry.catalogue().plugins if not each.error}
    files = {}
    for name, plugin in known.items():
        top = plugin.module.partition(":")[0].replace(".", "/")
        folders = [*root.glob(f"site/{top}"), *root.glob(f"{PLUGINS}/*/src/{top}")]
        files |= {folder / "proofs.json": rendered(name, found) for folder in folders}
    return files


def _claims(root: Path) -> dict[str, Any]:
    registry.configure("inline")
    return proofs_in([folder for pattern in FOLDERS for folder in root.glob(pattern)], root)


def _page(root: Path, head: str, words: Words) -> str:
    proofs = {
        clause: Proof(frozenset(each["by"]), tuple(each["laws"]), tuple(each["tests"]))
        for clause, each in _claims(root).items()
    }
    document = clauses(proofs=proofs)
    labels = {
        "core" if each.name == COUNTY else f"plugin:{each.name}": each.label for each in registry.plugins()
    }
    sections = []
    for where in document["totals"]["where"]:
        rows = [each for each in document["clauses"] if each["where"] == where]
        sections.append(f"\n## {labels[where]}\n\n" + _table(rows, words))
    return beginning(head) + _totals(document["totals"], labels, words) + "".join(sections)


def _totals(totals: Mapping[str, Any], labels: Mapping[str, str], words: Words) -> str:
    statuses = [each for each in words.statuses if each in totals["all"]]
    head = ["", words.clauses, *(words.statuses[each] for each in statuses)]
    lines = [_line(head), _line(["---"] * len(head)), _counts(words.all, totals["all"], statuses)]
    names = {"where": labels, "room": words.rooms, "strength": words.strengths}
    for kind, its in names.items():
        lines += [_counts(its.get(name, name), counted, statuses) for name, counted in totals[kind].items()]
    return "\n".join(lines) + "\n"


def _counts(name: str, counted: Mapping[str, int], statuses: list[str]) -> str:
    return _line([name, *(str(counted.get(each, 0)) for each in ("clauses", *statuses))])


def _table(rows: list[dict[str, Any]], words: Words) -> str:
    lines = [_line(words.columns), _line(["---"] * len(words.columns))]
    for row in rows:
        status = words.statuses[row["status"]] + "".join(f" {law}" for law in row["laws"])
        room, strength = words.rooms[row["room"]], words.strengths[row["strength"]]
        tests = "<br>".join(f"`{test.rpartition('/')[2]}`" for test in row["tests"])
        lines.append(_line([row["id"], row["article"], row["summary"], room, strength, status, tests]))
    return "\n".join(lines) + "\n"


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(" ".join(each.replace("|", "\\|").split()) for each in cells) + " |"
