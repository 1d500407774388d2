"""The child process is lean, cut off, and leaves nothing behind."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from guanwei.screening.attachments import wire
from guanwei.screening.attachments.asking import contents, masked_copy
from guanwei.screening.attachments.passages import Passage
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.running import SOURCES
from hypothesis import given
from hypothesis import strategies as st
from screening.attachments.files import MOBILE, book, word
from screening.attachments.masks import mask


def said_by(program: str) -> str:
    environment = {"PYTHONPATH": SOURCES}
    return subprocess.run(
        [sys.executable, "-s", "-c", program], env=environment, capture_output=True, text=True, check=False
    ).stdout.strip()


def test_it_knows_no_django() -> None:
    said = said_by("import sys, guanwei.screening.attachments.child as _; print(*sys.modules)").split()
    assert "lxml.etree" in said
    assert not {"django", "numpy", "opencc", "pypdf", "docx", "openpyxl"} & set(said)


@pytest.mark.parametrize(
    "act",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import os; os.system('true')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.fork()",
    ],
)
def test_it_reaches_nothing_and_starts_nothing(act: str) -> None:
    begin = "from guanwei.screening.attachments import bounds, limits; bounds.bind(limits.USUAL)"
    program = f"{begin}\ntry:\n {act}\nexcept PermissionError as refused:\n print('refused')"
    assert said_by(program) == "refused"


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    contents(word(MOBILE), "a.docx")
    masked_copy(book([MOBILE]), "a.xlsx", mask)
    contents(b"PK\x03\x04", "a.xlsx")
    assert list(tmp_path.iterdir()) == []


PLACES = st.builds(
    Place, st.sampled_from(Where), st.integers(0, 9), sheet=st.text(max_size=3), hidden=st.booleans()
)


@given(st.builds(Passage, PLACES, st.text()))
def test_a_passage_comes_through_whole(passage: Passage) -> None:
    assert wire.to_passage(json.loads(wire.line(wire.of_passage(passage)))) == passage
