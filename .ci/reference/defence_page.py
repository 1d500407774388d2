"""docs/reference/defence.md: every way past the gate that a test tries, by who could try it. Read without running."""

import ast
from collections.abc import Iterator
from pathlib import Path

from rendering import beginning

# From outside inwards.
BY = {
    "outsider": "Somebody from outside",
    "editor": "An editor",
    "signer": "A person who signs or releases",
    "administrator": "An administrator",
    "superuser": "A superuser",
    "shell": "Somebody with a Python shell in the application",
    "database": "Somebody who writes SQL as the application's role",
    "platform": "A platform's server",
    "plugin": "A plugin",
}
MARK = "pytest.mark.defends"
TRIED = """## What is tried

{routes} routes, by {tests} tests: {by_whom}.
A test that meets an open route fails, and the build with it. Where a database has a part in it, they run on
SQLite and on PostgreSQL. That is all this page can say: it doesn't prove that there is no other route.
"""
Defended = tuple[str, str, str]
"""Who, the route, the test."""


def defence_page(root: Path) -> str:
    """The whole page. A route is said once, with every test that tries it."""
    tests: dict[tuple[str, str], list[str]] = {}
    for path in sorted([*root.glob("tests/**/test_*.py"), *root.glob("plugins/*/tests/**/test_*.py")]):
        for by, route, test in defended(path):
            where = f"`{path.relative_to(root).as_posix()}` `{test}`"
            tests.setdefault((by, route), []).append(where)
    return beginning("defence") + _summary(tests) + "".join(_section(by, tests) for by in BY)


def defended(path: Path) -> Iterator[Defended]:
    """Each mark in a test file, on a function, on a parameter, or on the whole file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        marks = [each for each in ast.walk(node) if _is_mark(each)]
        named = node.name if isinstance(node, ast.FunctionDef | ast.ClassDef) else "the whole file"
        for mark in marks:
            yield _said(mark, "by", 1), _said(mark, "route", 0), named


def _is_mark(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == MARK


def _said(mark: ast.AST, name: str, place: int) -> str:
    """An argument of the mark: a plain text, so that the page can be made without running a test."""
    given = {each.arg: each.value for each in mark.keywords} | dict(enumerate(mark.args))
    value = given.get(name, given.get(place))
    if not isinstance(value, ast.Constant):
        raise SystemExit(f"A mark's {name} is not a plain text: {ast.unparse(mark)}")
    return str(value.value)


def _summary(tests: dict[tuple[str, str], list[str]]) -> str:
    by_whom = ", ".join(
        f"{BY[by][0].lower()}{BY[by][1:]} {sum(1 for who, _route in tests if who == by)}"
        for by in BY
        if any(who == by for who, _route in tests)
    )
    tried = {each for found in tests.values() for each in found}
    return TRIED.format(routes=len(tests), tests=len(tried), by_whom=by_whom)


def _section(by: str, tests: dict[tuple[str, str], list[str]]) -> str:
    rows = [
        f"| {route.replace('|', '/')} | {'<br>'.join(found)} |"
        for (who, route), found in sorted(tests.items())
        if who == by
    ]
    if not rows:
        return ""
    return f"\n## {BY[by]}\n\n| route | tried in |\n|---|---|\n" + "\n".join(rows) + "\n"
