"""A marked test is run again without what serves its clause, and only its own assertion proves anything."""

import json
import os
from collections.abc import Callable, Iterator

import pytest
from guanwei import registry
from guanwei.testing.clauses.proofs import proofs_in

pytest_plugins = ["pytester"]

SERVED = {"served": "dummy_plugins.served"}
CONFTEST = f"""
import sys
sys.path.append({os.path.join(os.path.dirname(__file__), "..", "plugins")!r})
from guanwei import registry
registry.configure("inline", extra={SERVED})
"""
BEGINNING = """
import pytest
from threading import Thread
from unittest import TestCase
from guanwei import registry

def posts():
    return [each.id for each in registry.catalogue().of("served").roles]

"""
Run = Callable[..., "pytest.RunResult"]


@pytest.fixture
def run(pytester: pytest.Pytester) -> Iterator[Run]:
    before = registry.configuration()
    # What is imported now isn't imported anew by each run.
    registry.configure("inline", extra=SERVED)
    registry.catalogue()
    pytester.makeconftest(CONFTEST)

    def run(*sources: str, arguments: tuple[str, ...] = ()) -> pytest.RunResult:
        pytester.makepyfile(**{f"test_{at}": BEGINNING + each for at, each in enumerate(sources)})
        fixed = ("-p", "no:django", "-p", "no:randomly", "-rA", "--clauses-json=run.json")
        return pytester.runpytest_inprocess(*fixed, *arguments)

    yield run
    registry.configure(before.mode, before.time_limit, before.extra)


@pytest.fixture
def verdicts(pytester: pytest.Pytester) -> Callable[[str], dict[str, str]]:
    """Of each mutant, as the run wrote it."""

    def verdicts(clause: str) -> dict[str, str]:
        said = json.loads((pytester.path / "run.json").read_text(encoding="utf-8"))[clause]["mutants"]
        return {each["node"].rpartition("::")[2]: each["status"] for each in said}

    return verdicts


def test_a_mutant_is_killed_by_the_tests_own_assertion(
    run: Run, verdicts: Callable[[str], dict[str, str]]
) -> None:
    done = run(
        """
pytestmark = pytest.mark.clause("SRV-1")

def helped():
    assert posts()

def test_plainly():
    assert "served.editor" in posts()

def test_in_a_function_of_the_tests():
    helped()

def test_by_a_library_for_it():
    TestCase().assertIn("served.editor", posts())

def test_by_a_refusal_that_did_not_come():
    with pytest.raises(LookupError):
        if "served.editor" in posts():
            raise LookupError

def test_by_what_another_thread_sees():
    seen = []
    asked = Thread(target=lambda: seen.extend(posts()))
    asked.start()
    asked.join()
    assert seen
"""
    )
    done.assert_outcomes(passed=10)
    done.stdout.fnmatch_lines_random(
        ["PASSED test_0.py::test_plainly", "PASSED test_0.py::test_plainly[[]mutant-SRV-1]"]
    )
    assert list(verdicts("SRV-1").values()) == ["killed"] * 5


def test_whatever_else_becomes_of_it_fails_the_run_and_says_why(
    run: Run, verdicts: Callable[[str], dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run(
        """
pytestmark = pytest.mark.clause("SRV-1")
PRODUCT = {"__name__": "guanwei.county.posts", "TestCase": TestCase}
exec("def held(posts): assert posts", PRODUCT)
exec("def looked(posts): TestCase().assertTrue(posts)", PRODUCT)

@pytest.fixture
def editor():
    return posts()[0]

def test_survives():
    assert True

def test_crashes():
    posts()[0]

def test_product_asserts():
    PRODUCT["held"](posts())

def test_library_asserts_for_the_product():
    PRODUCT["looked"](posts())

def test_gives_up():
    posts() or pytest.fail("nobody")

def test_is_skipped():
    posts() or pytest.skip("nobody")

def test_is_not_set_up(editor):
    assert editor in posts()
"""
    )
    done.assert_outcomes(passed=7, failed=6, errors=1)
    done.stdout.fnmatch_lines_random(
        [
            "*test_survives passes without served.editor, served.leader: it does not prove SRV-1*",
            "*test_crashes ends in an error instead of failing by an assertion of its own*",
            "*test_is_skipped is skipped: that does not prove SRV-1*",
            '*test_is_not_set_up is not even set up*suppress="call"*',
            "FAILED test_0.py::test_survives[[]mutant-SRV-1]*",
        ]
    )
    assert verdicts("SRV-1") == {
        "test_survives[mutant-SRV-1]": "survived",
        "test_crashes[mutant-SRV-1]": "crashed",
        "test_product_asserts[mutant-SRV-1]": "crashed",
        "test_library_asserts_for_the_product[mutant-SRV-1]": "crashed",
        "test_gives_up[mutant-SRV-1]": "crashed",
        "test_is_skipped[mutant-SRV-1]": "skipped",
        "test_is_not_set_up[mutant-SRV-1]": "set-up",
    }


def test_rules_are_whole_in_wider_fixtures_and_in_what_fixtures_do_afterwards(run: Run) -> None:
    done = run(
        """
@pytest.fixture(scope="module")
def all_posts():
    yield posts()
    assert posts()

@pytest.fixture
def afterwards(all_posts):
    yield
    assert posts()

@pytest.fixture
def editor():
    return posts()[0]

@pytest.mark.clause("SRV-1")
def test_posts(afterwards, all_posts):
    assert all_posts
    assert posts() == all_posts

@pytest.mark.clause("SRV-1", suppress="call")
def test_set_up_needs_them(afterwards, editor):
    assert editor in posts()
""",
        arguments=("-k", "mutant"),
    )
    done.assert_outcomes(passed=2, deselected=2)


@pytest.mark.parametrize("processes", [(), ("-n2",)], ids=["one process", "two"])
def test_of_a_parametrised_test_one_case_must_be_killed(
    run: Run, verdicts: Callable[[str], dict[str, str]], processes: tuple[str, ...]
) -> None:
    case = """
@pytest.mark.clause("{clause}")
@pytest.mark.parametrize("wanted", ["", "served.editor", ""])
def test_posts(wanted):
    assert not wanted or wanted in posts()
"""
    done = run(case.format(clause="SRV-1"), case.format(clause="SRV-6"), arguments=processes)
    done.assert_outcomes(passed=12, failed=1)
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.stdout.fnmatch_lines(
        [
            "No case of test_posts fails without served.shown, served.order: it does not prove SRV-6.*",
            "FAILED test_1.py::test_posts[[]mutant-SRV-6]*",
        ]
    )
    assert sorted(verdicts("SRV-1").values()) == ["killed", "weak", "weak"]
    assert sorted(verdicts("SRV-6").values()) == ["weak"] * 3


def test_a_case_that_did_not_run_is_not_held_against_the_others(run: Run) -> None:
    done = run(
        """
@pytest.mark.clause("SRV-1")
@pytest.mark.parametrize("wanted", [[], ["served.editor"]])
def test_posts(wanted):
    assert set(wanted) <= set(posts())
""",
        arguments=("-k", "wanted0"),
    )
    done.assert_outcomes(passed=2, deselected=2)


def test_a_test_must_die_for_each_clause_of_its_own_its_class_and_its_module(
    run: Run, verdicts: Callable[[str], dict[str, str]]
) -> None:
    done = run(
        """
pytestmark = pytest.mark.clause("SRV-6")

@pytest.mark.clause("SRV-1")
class TestPosts:
    @pytest.mark.clause("SRV-5")
    def test_posts(self):
        assert posts()
        assert [each.rule_books[0].articles for each in registry.plugins() if each.name == "served"] != [()]
"""
    )
    done.assert_outcomes(passed=3, failed=1)
    assert [*verdicts("SRV-1").values(), *verdicts("SRV-5").values()] == ["killed", "killed"]
    assert list(verdicts("SRV-6").values()) == ["survived"]


def test_laws_features_of_the_core_and_tests_in_a_browser_have_no_mutant(
    run: Run, pytester: pytest.Pytester
) -> None:
    done = run(
        """
@pytest.mark.law("L2")
@pytest.mark.clause("SRV-1", law=True)
def test_law():
    pass

@pytest.mark.clause("SRV-7", core=True)
def test_core():
    pass

@pytest.mark.browser
@pytest.mark.clause("SRV-6")
def test_seen():
    pass

def test_without_a_mark():
    assert posts()
"""
    )
    done.assert_outcomes(passed=4)
    said = json.loads((pytester.path / "run.json").read_text(encoding="utf-8"))
    assert said["SRV-1"] == {
        "by": ["law"],
        "laws": ["L2"],
        "tests": ["test_0.py::test_law"],
        "failed": [],
        "mutants": [],
    }
    assert {clause: each["by"] for clause, each in said.items()} == {
        "SRV-1": ["law"],
        "SRV-6": [],
        "SRV-7": ["core"],
    }
    read = proofs_in([pytester.path], pytester.path)
    assert {clause: {key: each[key] for key in read[clause]} for clause, each in said.items()} == read


WRONG = {
    '"SRV-7"': "No element serves the clause SRV-7",
    '"SRV-99"': "No loaded plugin's ledger holds the clause SRV-99",
    '"SRV-1", core=True': "SRV-1 is served by served.editor, served.leader: leave core=True out",
    '"SRV-1", law=True': "SRV-1 is said to be a law: name it too",
    '"SRV-1", law=True, core=True': "SRV-1 is a law of the core or a feature of it, not both",
    '"SRV-1", supress="call"': "The clause mark knows no supress",
    '"SRV-1", suppress="never"': 'suppress is "setup" or "call", not \'never\'',
    "": "The clause mark names clauses",
    "1": "The clause mark names clauses",
}


def test_a_mark_that_cannot_be_meant_ends_the_collection(run: Run) -> None:
    done = run(*(f"@pytest.mark.clause({mark})\ndef test_posts():\n    assert posts()\n" for mark in WRONG))
    done.assert_outcomes(errors=len(WRONG))
    assert done.ret == pytest.ExitCode.INTERRUPTED
    done.stdout.fnmatch_lines(
        [f"*test_{at}.py::test_posts: {said}*" for at, said in enumerate(WRONG.values())]
    )


UNSEEN = {
    "a parameter": """
@pytest.mark.parametrize("a", [pytest.param(1, marks=pytest.mark.clause("SRV-1"))])
def test_posts(a):
    assert posts()
""",
    "a TestCase": """
class TestPosts(TestCase):
    @pytest.mark.clause("SRV-1")
    def test_posts(self):
        assert posts()
""",
}


@pytest.mark.parametrize("source", UNSEEN.values(), ids=UNSEEN)
def test_a_mark_where_no_mutant_can_be_is_refused(run: Run, source: str) -> None:
    done = run(source)
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["test_0.py::*test_posts*: *"])
