"""What the laws' tests die of: each line of the table stands in the code once, and its test is there and marked."""

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest
from guanwei.testing.contract.reading import marked

ROOT = Path(__file__).resolve().parents[2]
MUTANTS: dict[str, dict[str, Any]] = tomllib.loads(
    (ROOT / ".ci" / "mutants" / "mutants.toml").read_text(encoding="utf-8")
)
each_mutant = pytest.mark.parametrize("mutant", MUTANTS.values(), ids=MUTANTS)


@each_mutant
def test_its_line_stands_in_the_code_once(mutant: dict[str, Any]) -> None:
    code = (ROOT / "site" / "guanwei" / mutant["file"]).read_text(encoding="utf-8")
    assert code.count(mutant["was"]) == 1
    ast.parse(code.replace(mutant["was"], mutant["becomes"]))
    assert mutant["becomes"] != mutant["was"]


@each_mutant
def test_what_it_dies_in_is_a_test_of_a_law(mutant: dict[str, Any]) -> None:
    file, _separator, test = mutant["killed_by"].partition("::")
    path = ROOT / file
    assert path.parent == ROOT / "tests" / "laws"
    assert marked(path, "law")
    functions = {
        each.name
        for each in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(each, ast.FunctionDef)
    }
    assert test in functions
