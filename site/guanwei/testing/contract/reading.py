"""What a plugin declares and what its tests claim, read without running either."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from guanwei.api import Citation, Declarations
from guanwei.registry.validation import HOOKS, parts


def elements(declared: Declarations) -> Iterator[Any]:
    """Everything that has an id: rule books, roles, routes with their steps and boxes, and so on."""
    for kind, _expected in HOOKS.values():
        for item in getattr(declared, kind):
            yield from parts(item)


def citations(declared: Declarations) -> Iterator[tuple[str, Citation]]:
    """Each citation with the id of the element that carries it."""
    for element in elements(declared):
        for cite in getattr(element, "cites", ()):
            yield element.id, cite


def summed_up(declared: Declarations) -> dict[str, list[str]]:
    """The locators that each document of its rule books sums up, by title."""
    found: dict[str, list[str]] = {title: [] for book in declared.rule_books for title in book.documents}
    for book in declared.rule_books:
        for article in book.articles:
            found[article.document or book.document].append(article.number)
    return found


def clauses_served(declared: Declarations) -> set[str]:
    """Clauses that some element says it serves."""
    return {clause for _owner, cite in citations(declared) for clause in cite.clauses}


def clauses_proved(folders: Iterable[Path]) -> set[str]:
    """Clauses that a ``@pytest.mark.clause`` in one of the folders names."""
    files = sorted(path for folder in folders for path in folder.rglob("test_*.py"))
    return {clause for path in files for clause in marked(path, "clause")}


def marked(path: Path, mark: str) -> set[str]:
    """The words given to ``pytest.mark.<mark>`` anywhere in a test file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == f"pytest.mark.{mark}":
            found |= {str(given.value) for given in node.args if isinstance(given, ast.Constant)}
    return found
