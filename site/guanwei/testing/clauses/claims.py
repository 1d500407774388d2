"""What a test's marks claim, and what is wrong with a claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from guanwei import registry

AT_SET_UP, AT_CALL = "setup", "call"
ARGUMENTS = {"law", "core", "suppress"}


@dataclass(frozen=True, slots=True)
class Claim:
    """One clause that a test says it proves.

    ``law``: the mechanism is a law of the core, and the test that it has the law breaks that. ``core``: it is a
    feature of the core that nothing declares. Neither is mutated. ``suppress`` says when a mutant begins to do
    without the elements: before the test's fixtures, or only for its call, where set-up needs them.
    """

    clause: str
    law: bool = False
    core: bool = False
    suppress: str = AT_SET_UP

    @property
    def mutated(self) -> bool:
        return not (self.law or self.core)


class WrongMarkError(Exception):
    """A mark that can't be meant; the message is one sentence for the test's author."""


def claims_of(node: pytest.Item | pytest.Function | Any) -> list[Claim]:
    """The claims of a test, of its class and of its module, in that order, each clause once. Raises WrongMarkError."""
    found: dict[str, Claim] = {}
    for mark in node.iter_markers("clause"):
        for claim in _said(mark):
            found.setdefault(claim.clause, claim)
    laws = [name for mark in node.iter_markers("law") for name in mark.args]
    for claim in found.values():
        for problem in _problems(claim, laws):
            raise WrongMarkError(problem)
    return list(found.values())


def _said(mark: pytest.Mark) -> Iterator[Claim]:
    unknown = sorted(set(mark.kwargs) - ARGUMENTS)
    if unknown:
        raise WrongMarkError(
            f"The clause mark knows no {unknown[0]}; it knows {', '.join(sorted(ARGUMENTS))}."
        )
    if not mark.args or not all(type(each) is str for each in mark.args):
        raise WrongMarkError('The clause mark names clauses: @pytest.mark.clause("HBP-8.4").')
    for clause in mark.args:
        yield Claim(clause, **mark.kwargs)


def _problems(claim: Claim, laws: list[str]) -> Iterator[str]:
    catalogue = registry.catalogue()
    serving = catalogue.serving(claim.clause)
    if claim.suppress not in (AT_SET_UP, AT_CALL):
        yield f'suppress is "{AT_SET_UP}" or "{AT_CALL}", not {claim.suppress!r} ({claim.clause}).'
    if claim.law and claim.core:
        yield f"{claim.clause} is a law of the core or a feature of it, not both."
    if claim.law and not laws:
        yield f'{claim.clause} is said to be a law: name it too, @pytest.mark.law("L2").'
    if catalogue.clause(claim.clause) is None:
        broken = "".join(f" {each.error}" for each in catalogue.plugins if each.error)
        yield f"No loaded plugin's ledger holds the clause {claim.clause}.{broken}"
    if claim.core and serving:
        names = ", ".join(each.id for each in serving)
        yield f"{claim.clause} is served by {names}: leave core=True out, and let the test meet its mutant."
    if claim.mutated and not serving:
        yield (
            f"No element serves the clause {claim.clause}, so its mutant would change nothing: cite it in the "
            f"declaration that serves it, or say law=True or core=True."
        )
