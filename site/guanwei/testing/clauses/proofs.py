"""Which tests claim which clauses, read from their sources; for ``proofs.json`` in the package of a plugin.

``python -m guanwei.testing.clauses.proofs some-agency FOLDER...`` writes the file beside the plugin's ``clauses.toml``.
A claim counts as a proof because a test run fails while any claimed test fails or any mutant survives.
"""

import ast
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guanwei import registry
from guanwei.registry.proofs import CORE, LAW, MUTANT, file_of

Proof = dict[str, Any]
BROWSER = "browser"


@dataclass(frozen=True, slots=True)
class Claimed:
    """One clause, one test function."""

    clause: str
    test: str
    by: str
    laws: tuple[str, ...]


def claimed_in(path: Path, root: Path) -> Iterator[Claimed]:
    """Each claim of a test file, its tests named from ``root``. Raises ValueError at a mark that isn't plain text."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return _in_body(body, path.relative_to(root).as_posix(), _named_marks(body))


def _in_body(body: list[ast.stmt], where: str, outer: list[ast.Call]) -> Iterator[Claimed]:
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            marks = [*_marks(node.decorator_list), *_named_marks(node.body), *outer]
            yield from _in_body(node.body, f"{where}::{node.name}", marks)
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            yield from _of_test(f"{where}::{node.name}", [*_marks(node.decorator_list), *outer])


def _of_test(test: str, marks: list[ast.Call]) -> Iterator[Claimed]:
    laws = tuple(law for mark in marks if _name(mark) == "law" for law in _words(mark, test))
    browser = any(_name(mark) == "browser" for mark in marks)
    for mark in marks:
        if _name(mark) == "clause":
            by = _by(mark, browser)
            for clause in _words(mark, test):
                yield Claimed(clause, test, by, laws if by == LAW else ())


def _by(mark: ast.Call, browser: bool) -> str:
    """A browser's test has no mutant: it shows, and proves nothing by itself."""
    said = {each.arg: ast.literal_eval(each.value) for each in mark.keywords}
    if said.get("law"):
        return LAW
    if said.get("core"):
        return CORE
    return BROWSER if browser else MUTANT


def _marks(decorators: Iterable[ast.expr]) -> list[ast.Call]:
    """Marks without arguments, like the browser's, as if they were called."""
    found = []
    for each in decorators:
        call = each if isinstance(each, ast.Call) else ast.Call(each, [], [])
        if ast.unparse(call.func).startswith("pytest.mark."):
            found.append(call)
    return found


def _named_marks(body: list[ast.stmt]) -> list[ast.Call]:
    """Those of ``pytestmark``, of a module or a class."""
    for node in body:
        if isinstance(node, ast.Assign) and any(ast.unparse(each) == "pytestmark" for each in node.targets):
            given = node.value.elts if isinstance(node.value, ast.List | ast.Tuple) else [node.value]
            return _marks(given)
    return []


def _name(mark: ast.Call) -> str:
    return ast.unparse(mark.func).removeprefix("pytest.mark.")


def _words(mark: ast.Call, test: str) -> list[str]:
    words = [each.value if isinstance(each, ast.Constant) else None for each in mark.args]
    if not all(isinstance(each, str) for each in words):
        raise ValueError(
            f"{test}: name the marks' clauses and laws as plain texts, so that they can be read."
        )
    return [str(each) for each in words]


def proofs_in(folders: Iterable[Path], root: Path) -> dict[str, Proof]:
    """By clause: how it is proved, by which laws, in which tests."""
    found: dict[str, list[Claimed]] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("test_*.py")):
        for claimed in claimed_in(path, root):
            found.setdefault(claimed.clause, []).append(claimed)
    return {
        clause: {
            "by": sorted({each.by for each in its} - {BROWSER}),
            "laws": sorted({law for each in its for law in each.laws}),
            "tests": sorted({each.test for each in its}),
        }
        for clause, its in sorted(found.items())
    }


def rendered(plugin: str, proofs: dict[str, Proof]) -> str:
    """The file of one plugin: the clauses of its ledger alone."""
    own = [each.id for each in registry.catalogue().of(plugin).clauses]
    return (
        json.dumps({each: proofs[each] for each in own if each in proofs}, ensure_ascii=False, indent=1)
        + "\n"
    )


def file_to_write(plugin: str) -> Path:
    """Beside the plugin's ``clauses.toml``. Raises ValueError where there is none."""
    known = registry.catalogue().plugin(plugin)
    path = file_of(known) if known and not known.error else None
    if path is None:
        raise ValueError(
            f"No plugin {plugin} is loaded from a package: {known.error if known else 'install it.'}"
        )
    return path


def main() -> None:
    """For a plugin's author."""
    if len(sys.argv) < 3:
        raise SystemExit("python -m guanwei.testing.clauses.proofs PLUGIN FOLDER...")
    registry.configure("inline")
    folders = [Path(each).resolve() for each in sys.argv[2:]]
    root = Path(os.path.commonpath([each.parent for each in folders]))
    try:
        proofs = proofs_in(folders, root)
        file_to_write(sys.argv[1]).write_text(rendered(sys.argv[1], proofs), encoding="utf-8")
    except ValueError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
