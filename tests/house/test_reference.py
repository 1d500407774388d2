"""The reference says what the code says: hooks, facts, laws, commands."""

import inspect
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import get_commands, load_command_class
from guanwei import api, registry
from guanwei.api import hookspecs
from guanwei.console.command import BENCH, main
from guanwei.testing.contract.reading import marked
from guanwei.testing.scenes import County

HOOK = re.compile(r"^## `(\w+)\((.*)\) -> (.+)`$", re.MULTILINE)
COMMAND = re.compile(r"^## `guanwei ([a-z-]+)`$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
OPTIONS = re.compile(r"^\| `(--[a-z-]+|\w+)` \| ", re.MULTILINE)
KEYS = re.compile(r"^\| (the whole|`[\w.\[\]]+`) \| ((?:`\w+`(?:, )?)+) \|$", re.MULTILINE)
DJANGOS = {"help", "version", "verbosity", "settings", "pythonpath", "traceback", "no_color", "force_color"}
LAWS = [f"L{number}" for number in range(1, 11)]


def reference(root: Path, name: str) -> str:
    return (root / "docs" / "reference" / name).read_text(encoding="utf-8")


def hooks() -> list[tuple[str, Callable[..., Any]]]:
    found = inspect.getmembers(hookspecs, inspect.isfunction)
    return [pair for pair in found if hasattr(pair[1], "guanwei_spec")]


def test_pages_made_from_the_code_are_up_to_date(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(root / ".ci" / "reference"), "--check"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("name", "function"), hooks(), ids=[name for name, _function in hooks()])
def test_each_hook_has_its_heading_with_its_arguments(
    root: Path, name: str, function: Callable[..., Any]
) -> None:
    headings = {title: given for title, given, _returned in HOOK.findall(reference(root, "hooks.md"))}
    documented = [one.partition(":")[0].strip() for one in headings[name].split(",") if one.strip()]
    assert documented == list(inspect.signature(function).parameters)


def test_no_heading_describes_a_hook_that_is_gone(root: Path) -> None:
    documented = [title for title, _given, _returned in HOOK.findall(reference(root, "hooks.md"))]
    assert sorted(documented) == sorted(name for name, _function in hooks())


@pytest.mark.parametrize("name", [name for name, _function in hooks()])
def test_each_hook_is_tested_somewhere(root: Path, name: str) -> None:
    tests = [*root.glob("tests/registry/test_*.py"), *root.glob("plugins/*/tests/*.py")]
    assert [path for path in tests if re.search(rf"\b{name}\b", path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("name", [name for name in api.__all__ if inspect.isclass(getattr(api, name))])
def test_each_class_of_the_api_is_described(root: Path, name: str) -> None:
    if name == "Declarations":
        return  # the registry builds it; an author never does
    described = reference(root, "hooks.md") + reference(root, "facts.md")
    assert f"\n### `{name}`\n" in described


@pytest.mark.parametrize("law", LAWS)
def test_each_law_is_proved_and_listed(root: Path, law: str) -> None:
    files = [*root.glob("tests/**/test_*.py"), *root.glob("plugins/*/tests/**/test_*.py")]
    proofs = [path.relative_to(root).as_posix() for path in files if law in marked(path, "law")]
    assert proofs
    (row,) = re.findall(rf"^\| \*\*{law} .*$", reference(root, "laws.md"), re.MULTILINE)
    assert all(f"`{proof}`" in row for proof in proofs)


def test_laws_are_named_by_their_numbers(root: Path) -> None:
    files = [*root.glob("tests/**/test_*.py"), *root.glob("plugins/*/tests/**/test_*.py")]
    assert {law for path in files for law in marked(path, "law")} <= set(LAWS)


def commands() -> dict[str, str]:
    """Our commands, as they are typed, with the application that brings each."""
    return {name.replace("_", "-"): app for name, app in get_commands().items() if app.startswith("guanwei.")}


def test_each_command_has_its_entry_and_each_entry_its_command(root: Path) -> None:
    documented = [name for name, _text in COMMAND.findall(reference(root, "command-line.md"))]
    # Benchmarks are no command of Django's: they run two projects of their own.
    assert sorted(documented) == sorted({*commands(), BENCH})


@pytest.mark.parametrize("name", sorted(commands()))
def test_each_entry_lists_the_commands_own_options(root: Path, name: str) -> None:
    text = dict(COMMAND.findall(reference(root, "command-line.md")))[name]
    command = load_command_class(commands()[name], name.replace("-", "_"))
    known = {
        action.option_strings[-1] if action.option_strings else str(action.metavar or action.dest)
        for action in command.create_parser("guanwei", name)._actions
        if action.dest not in DJANGOS and action.dest != "skip_checks"
    }
    assert set(OPTIONS.findall(text.partition("| in the document")[0])) == known


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("plugins", []),
        ("health", []),
        ("clauses", []),
        ("explain", ["--org", "water-publicity", "facts.json"]),
        ("import-text", ["notice.txt", "--column", "news", "--supplier", "water-publicity"]),
        ("load-regulation", ["rules.txt", "--rule-book", "county.yanchi"]),
    ],
)
def test_each_entry_lists_the_keys_that_the_command_prints(
    root: Path,
    county: County,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    arguments: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.json").write_text('{"title": "汛期提示"}', encoding="utf-8")
    (tmp_path / "notice.txt").write_text("关于汛期值守的通知\n\n请各乡镇安排专人值守。\n", encoding="utf-8")
    title = registry.catalogue().rule_book("county.yanchi").document
    (tmp_path / "rules.txt").write_text(f"{title}\n第一条登记。\n第三条公开。\n", encoding="utf-8")
    main([name, *arguments, "--json"])
    document = json.loads(capsys.readouterr().out)
    listed = KEYS.findall(dict(COMMAND.findall(reference(root, "command-line.md")))[name])
    assert listed
    for place, keys in listed:
        assert list(at(document, place.strip("`"))) == re.findall(r"`(\w+)`", keys), place


def at(document: Any, place: str) -> dict[str, Any]:
    """``route.steps[]`` is the first step; ``[]`` the first of a list."""
    for part in [] if place == "the whole" else place.split("."):
        name = part.removesuffix("[]")
        document = document[name] if name else document
        document = document[0] if part.endswith("[]") else document
    return dict(document)
