"""docs/reference/laws.md: each law, the files whose tests are marked with it, and what their tests die of."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from guanwei.testing.contract.reading import marked
from rendering import beginning

MUTANTS = Path(__file__).parents[1] / "mutants" / "mutants.toml"
TAKEN_AWAY = """
## What was taken away to try them

Each of these changes one line of the machinery. With it the test that is named turns red; `python .ci/mutants` makes
them in a copy of the tree, one after another (all: about fifteen minutes), and ends with 1 where a test lives on.
`--search` looks for the test in all of `tests/laws`.

| without it | in `site/guanwei` | dies in `tests/laws` |
|---|---|---|
"""
LAWS = tomllib.loads(Path(__file__).with_name("laws.toml").read_text(encoding="utf-8"))


def laws_page(root: Path) -> str:
    """The whole page."""
    proofs = _proofs(root)
    rows = [
        f"| **{number} {law['name']}** | {law['holds']} | {proofs.get(number, '')} |"
        for number, law in LAWS.items()
    ]
    return beginning("laws") + "\n".join(rows) + "\n" + TAKEN_AWAY + "\n".join(_mutants()) + "\n"


def _mutants() -> Iterator[str]:
    for each in tomllib.loads(MUTANTS.read_text(encoding="utf-8")).values():
        file, _separator, test = each["killed_by"].removeprefix("tests/laws/").partition("::")
        yield f"| {each['what']} | `{each['file']}` | `{file}`, `{test}` |"


def _proofs(root: Path) -> dict[str, str]:
    """By law, the files as they are listed."""
    found: dict[str, list[str]] = {}
    for path in sorted([*root.glob("tests/**/test_*.py"), *root.glob("plugins/*/tests/**/test_*.py")]):
        for number in marked(path, "law"):
            found.setdefault(number, []).append(f"`{path.relative_to(root).as_posix()}`")
    return {number: "<br>".join(paths) for number, paths in found.items()}
