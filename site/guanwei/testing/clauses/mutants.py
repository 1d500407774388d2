"""Runs each test that proves a clause once more for every clause, without the elements that serve it."""

from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from _pytest.unittest import TestCaseFunction

from guanwei.testing.clauses import claims as _claims
from guanwei.testing.clauses.claims import AT_CALL, Claim, WrongMarkError
from guanwei.testing.clauses.verdicts import SENTENCES, Verdict, is_killed_by

CLAIM = "clause_mutant"
WITHOUT = pytest.StashKey[ExitStack]()
VERDICT = pytest.StashKey[Verdict]()
CASES = pytest.StashKey[int]()
CLAIMS = pytest.StashKey[list[Claim]]()


def mutant_of(item: pytest.Item) -> Claim | None:
    """What the item is the mutant of; None for a real test."""
    found: Claim | None = _parameters(item).get(CLAIM)
    return found


def claims_of(item: Any) -> list[Claim]:
    """What a test claims. A mistake ends the collection, with the place."""
    try:
        return _claims.claims_of(item)
    except WrongMarkError as wrong:
        raise pytest.Collector.CollectError(f"{item.nodeid}: {wrong}") from None


@pytest.hookimpl(trylast=True)
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """After the test's own parameters. The real test keeps its name."""
    mutated = [each for each in claims_of(metafunc.definition) if each.mutated]
    # A browser's test is too dear to run again, and would wait out its time limits.
    if mutated and metafunc.definition.get_closest_marker("browser") is None:
        names = [pytest.HIDDEN_PARAM, *(f"mutant-{each.clause}" for each in mutated)]
        metafunc.parametrize(CLAIM, [None, *mutated], ids=names, indirect=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What each test claims; and of a mutant, in how many cases of the test it comes."""
    mutants = [(item, claim) for item in items if (claim := mutant_of(item))]
    cases = Counter(_group(*each) for each in mutants)
    for item, claim in mutants:
        item.stash[CASES] = cases[_group(item, claim)]
    for item in items:
        item.stash[CLAIMS] = [] if mutant_of(item) or _unseen(item) else claims_of(item)


def _group(item: pytest.Item, claim: Claim) -> tuple[str, str]:
    return item.nodeid.partition("[")[0], claim.clause


def _unseen(item: pytest.Item) -> str:
    """Why a mark stands where no mutant can come of it; empty where it doesn't."""
    callspec = getattr(item, "callspec", None)
    if callspec and any(mark.name == "clause" for mark in callspec.marks):
        return f"{item.nodeid}: mark the function with its clauses, not a parameter."
    if isinstance(item, TestCaseFunction) and next(item.iter_markers("clause"), None):
        return f"{item.nodeid}: a unittest.TestCase has no mutants; write the test as a function."
    return ""


@pytest.fixture(autouse=True)
def clause_mutant(request: pytest.FixtureRequest) -> Iterator[None]:
    """From before the test's own fixtures to the end of its call. Wider fixtures are set up with rules whole."""
    from guanwei import registry

    claim = mutant_of(request.node)
    if claim is None or claim.suppress == AT_CALL:
        yield
        return
    with ExitStack() as without:
        without.enter_context(registry.suppress(claim.clause))
        request.node.stash[WITHOUT] = without
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    claim = mutant_of(item)
    # Not at collection: a worker of xdist would take its sentence along into its end.
    if unseen := _unseen(item):
        pytest.fail(unseen, pytrace=False)
    try:
        return (yield)
    except Exception as error:
        if claim:
            item.stash[VERDICT] = Verdict.SET_UP
            error.add_note(sentence(item.nodeid, claim, Verdict.SET_UP))
        raise


# Innermost, so that nothing but the test's own end is judged.
@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    claim = mutant_of(item)
    if claim is None:
        return (yield)
    try:
        yield from _without(item, claim)
    except (pytest.skip.Exception, pytest.xfail.Exception):
        item.stash[VERDICT] = Verdict.SKIPPED
    except BaseException as error:
        if is_killed_by(error):
            item.stash[VERDICT] = Verdict.KILLED
            return None
        if not isinstance(error, (Exception, pytest.fail.Exception)):
            raise
        item.stash[VERDICT] = Verdict.CRASHED
        error.add_note(sentence(item.nodeid, claim, Verdict.CRASHED))
        raise
    else:
        item.stash[VERDICT] = Verdict.WEAK if item.stash[CASES] > 1 else Verdict.SURVIVED
    if item.stash[VERDICT] is not Verdict.WEAK:
        pytest.fail(sentence(item.nodeid, claim, item.stash[VERDICT]), pytrace=False)
    return None


def _without(item: pytest.Item, claim: Claim) -> Generator[None]:
    """The call; what the test's fixtures do afterwards, they do with rules whole again."""
    from guanwei import registry

    with ExitStack() as call:
        if claim.suppress == AT_CALL:
            call.enter_context(registry.suppress(claim.clause))
        else:
            call.push(item.stash[WITHOUT].pop_all())
        yield


def sentence(nodeid: str, claim: Claim, verdict: Verdict) -> str:
    """What a mutant that wasn't killed means, and what to do."""
    from guanwei import registry

    with registry.suppress():
        serving = registry.catalogue().serving(claim.clause)
    elements = ", ".join(each.id for each in serving)
    test = nodeid.partition("[")[0].rpartition("::")[2]
    return SENTENCES[verdict].format(test=test, elements=elements, clause=claim.clause)


def _parameters(item: pytest.Item) -> dict[str, Any]:
    callspec = getattr(item, "callspec", None)
    return dict(callspec.params) if callspec else {}
