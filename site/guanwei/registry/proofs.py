"""What a plugin's package says of the tests that prove its clauses: ``proofs.json`` beside its ``clauses.toml``.

The file is made from the marks of the tests (``guanwei.testing.clauses.proofs``) and shipped, as an installed plugin
has no tests. Reading it imports nothing of the plugin.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from guanwei.api import Clause, Strength
from guanwei.registry.loaded import LoadedPlugin

FILE = "proofs.json"
MUTANT, LAW, CORE = "mutant", "law", "core"

ACHIEVED = {
    Strength.ENFORCE: "enforced",
    Strength.WARN: "warned",
    Strength.SUPPORT: "supported",
    Strength.RECORD: "recorded",
    Strength.DECLARE: "declared",
}
MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Proof:
    """How one clause is proved (``mutant``, ``law``, ``core``), which laws of the core it rests on, in which tests."""

    by: frozenset[str] = frozenset()
    laws: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()


NONE = Proof()


class ProofsError(ValueError):
    """A file of proofs that can't be read."""


def file_of(plugin: LoadedPlugin) -> Path | None:
    """Where the plugin's file stands or would stand; None for one that isn't a package on disk."""
    top, *below = plugin.module.partition(":")[0].split(".")
    spec = find_spec(top)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations))).joinpath(*below)
    return folder / FILE if folder.is_dir() else None


def packaged(plugins: Iterable[LoadedPlugin]) -> dict[str, Proof]:
    """By clause, of all loaded plugins. Raises ProofsError."""
    found: dict[str, Proof] = {}
    for plugin in plugins:
        path = None if plugin.error else file_of(plugin)
        if path is not None and path.exists():
            found |= read(path)
    return found


def read(path: Path) -> dict[str, Proof]:
    """A package's file, or what a test run wrote with ``--clauses-json``. Raises ProofsError."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return {str(clause): _proof(each) for clause, each in said.items()}
    except (OSError, UnicodeDecodeError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise ProofsError(f"{path}: {error!r}") from error


def _proof(said: Mapping[str, Any]) -> Proof:
    return Proof(frozenset(said["by"]), tuple(said["laws"]), tuple(said["tests"]))


def status(clause: Clause, served: bool, proof: Proof) -> str:
    """What has come of the clause. Where elements serve it a test must have met its mutant, or it is a law.

    Where none does, it is a law or a feature of the core.
    """
    proved = MUTANT in proof.by if served else CORE in proof.by
    return ACHIEVED[clause.strength] if proved or LAW in proof.by else MISSING
