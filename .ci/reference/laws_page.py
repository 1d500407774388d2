"""docs/reference/laws.md: each law, and the files whose tests are marked with it."""

import tomllib
from pathlib import Path

from guanwei.testing.contract.reading import marked
from rendering import beginning

LAWS = tomllib.loads(Path(__file__).with_name("laws.toml").read_text(encoding="utf-8"))


def laws_page(root: Path) -> str:
    """The whole page."""
    proofs = _proofs(root)
    rows = [
        f"| **{number} {law['name']}** | {law['holds']} | {proofs.get(number, '')} |"
        for number, law in LAWS.items()
    ]
    return beginning("laws") + "\n".join(rows) + "\n"


def _proofs(root: Path) -> dict[str, str]:
    """By law, the files as they are listed."""
    found: dict[str, list[str]] = {}
    for path in sorted([*root.glob("tests/**/test_*.py"), *root.glob("plugins/*/tests/**/test_*.py")]):
        for number in marked(path, "law"):
            found.setdefault(number, []).append(f"`{path.relative_to(root).as_posix()}`")
    return {number: "<br>".join(paths) for number, paths in found.items()}
