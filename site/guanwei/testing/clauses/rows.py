"""Joins what the tests and mutants of a run, in however many processes, say of each clause."""

import json
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from guanwei.testing.clauses.mutants import CASES, CLAIMS, VERDICT, mutant_of, sentence
from guanwei.testing.clauses.verdicts import Verdict

ROW = "guanwei-clause"
Row = dict[str, Any]


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Joined(config), "guanwei-clauses")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A row travels with the report, also from a worker: nothing but plain text."""
    report = yield
    if report.when == "call" or not report.passed:
        row = _of_mutant(item) if mutant_of(item) else _of_test(item, report)
        if row:
            report.user_properties.append((ROW, json.dumps(row)))
    return report


def _of_mutant(item: pytest.Item) -> Row:
    claim = mutant_of(item)
    assert claim is not None
    verdict = item.stash.get(VERDICT, Verdict.SKIPPED)
    said = sentence(item.nodeid, claim, verdict) if verdict is Verdict.WEAK else ""
    return {"clause": claim.clause, "verdict": verdict, "cases": item.stash[CASES], "sentence": said}


def _of_test(item: pytest.Item, report: pytest.TestReport) -> Row:
    claims = item.stash.get(CLAIMS, [])
    laws = [name for mark in item.iter_markers("law") for name in mark.args]
    said = [{"clause": each.clause, "law": each.law, "core": each.core} for each in claims]
    return {"claims": said, "laws": laws, "outcome": report.outcome} if said else {}


@dataclass
class _Test:
    """One function, all its cases, in all processes."""

    laws: tuple[str, ...] = ()
    outcomes: set[str] = field(default_factory=set)
    claims: dict[str, Row] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        return "passed" in self.outcomes and "failed" not in self.outcomes


@dataclass
class _Mutants:
    """Those of one function for one clause."""

    cases: int = 0
    said: str = ""
    verdicts: dict[str, Verdict] = field(default_factory=dict)

    @property
    def killed(self) -> bool:
        found = set(self.verdicts.values())
        return Verdict.KILLED in found and found <= {Verdict.KILLED, Verdict.WEAK}

    @property
    def all_weak(self) -> bool:
        """Known only where every case has run."""
        whole = len(self.verdicts) >= self.cases
        return whole and set(self.verdicts.values()) == {Verdict.WEAK}


class Joined:
    """What the process that writes the summary knows of all of them."""

    def __init__(self, config: pytest.Config) -> None:
        self._path = config.getoption("--clauses-json")
        self._tests: dict[str, _Test] = {}
        self._mutants: dict[tuple[str, str], _Mutants] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for name, said in report.user_properties:
            if name == ROW:
                row = json.loads(str(said))
                self._mutant(report, row) if "clause" in row else self._test(report, row)

    def _test(self, report: pytest.TestReport, row: Row) -> None:
        test = self._tests.setdefault(_function(report), _Test(tuple(row["laws"])))
        test.outcomes.add(row["outcome"])
        test.claims |= {each["clause"]: each for each in row["claims"]}

    def _mutant(self, report: pytest.TestReport, row: Row) -> None:
        mutants = self._mutants.setdefault((_function(report), row["clause"]), _Mutants())
        mutants.cases, mutants.said = row["cases"], row["sentence"] or mutants.said
        mutants.verdicts[report.nodeid] = Verdict(row["verdict"])

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Which case of a test had to be killed is known only now, when all processes have told theirs."""
        weak = [(*key, each) for key, each in self._mutants.items() if each.all_weak]
        for test, clause, mutants in weak:
            node = f"{test}[mutant-{clause}]"
            report = pytest.TestReport(node, (test, None, test), {}, "failed", mutants.said, "call")
            session.config.hook.pytest_runtest_logreport(report=report)
        if weak and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        if self._path:
            self._write(Path(self._path))

    def _write(self, path: Path) -> None:
        document = {clause: self._of(clause) for clause in sorted(self._clauses())}
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def _clauses(self) -> set[str]:
        return {clause for test in self._tests.values() for clause in test.claims}

    def _of(self, clause: str) -> Row:
        """As ``proofs.json`` of a package says it, with what the mutants came to."""
        claiming = {name: test for name, test in self._tests.items() if clause in test.claims and test.passed}
        mutants = {name: each for (name, its), each in self._mutants.items() if its == clause}
        by = {
            "law": any(test.claims[clause]["law"] for test in claiming.values()),
            "core": any(test.claims[clause]["core"] for test in claiming.values()),
            "mutant": any(each.killed for name, each in mutants.items() if name in claiming),
        }
        laws = {law for test in claiming.values() if test.claims[clause]["law"] for law in test.laws}
        return {
            "by": [name for name, holds in by.items() if holds],
            "laws": sorted(laws),
            "tests": sorted(claiming),
            "failed": sorted(set(self._claiming(clause)) - set(claiming)),
            "mutants": [
                {"node": node, "status": verdict}
                for each in mutants.values()
                for node, verdict in sorted(each.verdicts.items())
            ],
        }

    def _claiming(self, clause: str) -> list[str]:
        return [name for name, test in self._tests.items() if clause in test.claims]


def _function(report: pytest.TestReport) -> str:
    return report.nodeid.partition("[")[0]
