"""What counts as a proof of a clause, and where a package keeps it."""

from pathlib import Path
from typing import Any

import pytest
from guanwei import registry
from guanwei.api import Clause, Room, Strength
from guanwei.registry.proofs import Proof, file_of, packaged, status

ENFORCED = Clause("SRV-1", "第一条", "设审核员。", Room.ORGANISATIONS, Strength.ENFORCE)


@pytest.mark.parametrize(
    ("by", "served", "unserved"),
    [
        ((), "missing", "missing"),
        (("mutant",), "enforced", "missing"),
        (("core",), "missing", "enforced"),
        (("law",), "enforced", "enforced"),
        (("core", "mutant"), "enforced", "enforced"),
    ],
)
def test_a_served_clause_needs_a_mutant_or_a_law_and_another_the_core_or_a_law(
    by: tuple[str, ...], served: str, unserved: str
) -> None:
    proof = Proof(frozenset(by))
    assert (status(ENFORCED, True, proof), status(ENFORCED, False, proof)) == (served, unserved)


@pytest.mark.parametrize(
    ("strength", "word"),
    list(zip(Strength, ["enforced", "warned", "supported", "recorded", "declared"], strict=True)),
)
def test_what_is_achieved_depends_on_the_strength_of_the_wording(strength: Strength, word: str) -> None:
    clause = Clause("SRV-1", "第一条", "设审核员。", Room.ORGANISATIONS, strength)
    assert status(clause, True, Proof(frozenset({"mutant"}))) == word


def test_the_file_stands_in_the_package_and_is_found_without_importing_it(
    rules: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules.child("served")
    (plugin,) = [each for each in registry.plugins() if each.name == "county"]
    (module,) = [each for each in registry.plugins() if each.name == "served"]
    path = file_of(plugin)
    assert path is not None
    assert path.with_name("clauses.toml").exists()
    assert file_of(module) is None, "one file is no package"
    assert packaged([module]) == {}
    assert packaged([plugin])["YC-12.2"].by == {"mutant"}
