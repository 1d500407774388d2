"""The rooms on the disk are the rooms of the import contracts."""

import ast
from pathlib import Path
from typing import Any

DJANGO_PARTS = {"apps", "models", "migrations"}


def contract(pyproject: dict[str, Any], name: str) -> dict[str, Any]:
    contracts = pyproject["tool"]["importlinter"]["contracts"]
    return next(each for each in contracts if each["name"] == name)


def rooms_on_disk(root: Path) -> set[str]:
    return {path.parent.name for path in (root / "site" / "guanwei").glob("*/__init__.py")}


def test_every_room_has_its_place_in_the_order(root: Path, pyproject: dict[str, Any]) -> None:
    layers = contract(pyproject, "Rooms, low to high")["layers"]
    assert sorted(layers) == sorted(rooms_on_disk(root))


def test_every_mechanism_room_is_kept_from_the_rule_book(root: Path, pyproject: dict[str, Any]) -> None:
    kept = contract(pyproject, "The mechanism rooms know no rule book")["source_modules"]
    others = {"api", "county", "testing"}
    assert {name.removeprefix("guanwei.") for name in kept} == rooms_on_disk(root) - others


def test_the_county_book_is_kept_from_every_room_but_the_api(root: Path, pyproject: dict[str, Any]) -> None:
    forbidden = contract(pyproject, "The county's rule book imports the API alone")["forbidden_modules"]
    rooms = {name.removeprefix("guanwei.") for name in forbidden if name.startswith("guanwei.")}
    assert rooms == rooms_on_disk(root) - {"api", "county"}


def distributions(root: Path) -> set[str]:
    folders = [*root.glob("plugins/*/src/*"), *root.glob("themes/*/src/*")]
    return {path.name for path in folders if (path / "__init__.py").exists()}


def test_every_plugin_and_theme_is_kept_to_the_api(root: Path, pyproject: dict[str, Any]) -> None:
    kept = contract(pyproject, "Plugins and themes import the API alone")
    rooms = {
        name.removeprefix("guanwei.") for name in kept["forbidden_modules"] if name.startswith("guanwei.")
    }
    assert rooms == rooms_on_disk(root) - {"api"}
    assert set(kept["source_modules"]) == distributions(root)
    apart = contract(pyproject, "Plugins and themes do not know each other")["modules"]
    assert set(apart) == distributions(root)


def test_a_plugins_rules_know_nothing_of_its_tables(root: Path) -> None:
    """Rule modules are read by processes without Django."""
    known = [
        f"{path.relative_to(root)}: {name}"
        for path in sorted(root.glob("plugins/*/src/*/*.py"))
        if path.stem not in DJANGO_PARTS
        for name in imported(path)
        if DJANGO_PARTS & set(name.split(".")[1:]) or name.partition(".")[0] == "django"
    ]
    assert known == []


def imported(path: Path) -> set[str]:
    """Every module and name that the file imports, dotted."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{each.name}" for each in node.names}
    return found
