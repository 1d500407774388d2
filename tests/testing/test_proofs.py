"""What tests claim, read from their sources."""

from pathlib import Path

import pytest
from guanwei.testing.clauses.proofs import proofs_in

SOURCE = """
import pytest

pytestmark = [pytest.mark.clause("A-1"), pytest.mark.django_db]


@pytest.mark.clause("A-2", "A-3", suppress="call")
def test_own():
    pass


@pytest.mark.clause("A-4")
class TestPosts:
    pytestmark = pytest.mark.clause("A-5")

    def test_in_a_class(self):
        pass

    def helper(self):
        pass


@pytest.mark.browser
@pytest.mark.clause("A-6")
def test_seen():
    pass


@pytest.mark.law("L2")
@pytest.mark.clause("A-7", law=True)
@pytest.mark.clause("A-8", core=True)
def test_law():
    pass


# @pytest.mark.clause("A-9")
@pytest.mark.clause("A-10")
def no_test():
    pass
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "tests").mkdir()
    return tmp_path / "tests"


def test_marks_of_functions_classes_and_modules_are_read(folder: Path) -> None:
    (folder / "test_it.py").write_text(SOURCE, encoding="utf-8")
    found = proofs_in([folder], folder.parent)
    in_class = "tests/test_it.py::TestPosts::test_in_a_class"
    assert found["A-2"] == {"by": ["mutant"], "laws": [], "tests": ["tests/test_it.py::test_own"]}
    assert (found["A-4"]["tests"], found["A-5"]["tests"]) == ([in_class], [in_class])
    assert len(found["A-1"]["tests"]) == 4
    assert found["A-6"] == {"by": [], "laws": [], "tests": ["tests/test_it.py::test_seen"]}
    assert (found["A-7"]["by"], found["A-7"]["laws"]) == (["law"], ["L2"])
    assert (found["A-8"]["by"], found["A-8"]["laws"]) == (["core"], [])
    assert {"A-9", "A-10"} & set(found) == set()


def test_a_mark_that_cannot_be_read_is_named(folder: Path) -> None:
    (folder / "test_it.py").write_text("@pytest.mark.clause(*ALL)\ndef test_own(): pass\n", encoding="utf-8")
    with pytest.raises(
        ValueError, match=r"test_it\.py::test_own: name the marks' clauses and laws as plain texts"
    ):
        proofs_in([folder], folder.parent)
