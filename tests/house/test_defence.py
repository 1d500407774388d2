"""The page of the defence lists every mark, in plain words, by somebody who exists."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

BY = {"outsider", "editor", "signer", "administrator", "superuser", "shell", "database", "platform", "plugin"}
ROW = re.compile(r"^\| ([^|]+) \| `", re.MULTILINE)


def marks(root: Path) -> Iterator[tuple[str, ast.Call]]:
    for path in [*root.glob("tests/**/test_*.py"), *root.glob("plugins/*/tests/**/test_*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.defends":
                yield path.relative_to(root).as_posix(), node


def said(mark: ast.Call) -> dict[str, str]:
    """What the mark gives, as plain texts."""
    given = {"route": mark.args[0]} if mark.args else {}
    given |= {each.arg: each.value for each in mark.keywords}
    return {name: value.value for name, value in given.items() if isinstance(value, ast.Constant)}


def test_each_mark_says_the_route_and_who_could_try_it(root: Path) -> None:
    wrong = [
        (where, ast.unparse(mark))
        for where, mark in marks(root)
        if set(said(mark)) != {"route", "by"} or said(mark)["by"] not in BY
    ]
    assert wrong == []


def test_the_page_lists_every_route(root: Path) -> None:
    page = (root / "docs" / "reference" / "defence.md").read_text(encoding="utf-8")
    assert set(ROW.findall(page)) == {said(mark)["route"].replace("|", "/") for _where, mark in marks(root)}


@pytest.mark.parametrize("language", ["reference/defence.md", "zh/defence.md"])
def test_what_a_database_owner_can_still_do_is_said(root: Path, language: str) -> None:
    text = (root / "docs" / language).read_text(encoding="utf-8")
    assert "owns the database" in text or "数据库的所有者" in text


def test_both_languages_say_as_much_of_what_cannot_be_closed(root: Path) -> None:
    english = (root / ".ci" / "reference" / "defence.head.md").read_text(encoding="utf-8")
    chinese = (root / "docs" / "zh" / "defence.md").read_text(encoding="utf-8")
    said = [
        re.findall(r"^- \*\*", text.partition(heading)[2], re.MULTILINE)
        for text, heading in ((english, "## What can't be closed"), (chinese, "## 堵不住的"))
    ]
    assert len(said[0]) == len(said[1]) > 0


def test_the_page_counts_what_is_tried_and_promises_no_more(root: Path) -> None:
    page = (root / "docs" / "reference" / "defence.md").read_text(encoding="utf-8")
    routes = {(each["by"], each["route"]) for each in (said(mark) for _where, mark in marks(root))}
    assert f"{len(routes)} routes, by " in page
    assert "None is open" not in page
