"""``guanwei load-regulation``: one document or one sentence, 0, 1 or 2."""

import json
from pathlib import Path

import pytest
from guanwei.console.command import main
from guanwei.regulations.models import Original
from guanwei.testing.scenes import County
from regulations.prints import CARRIED

pytestmark = pytest.mark.django_db
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "规定.txt"
    found.write_text(CARRIED, encoding="utf-8")
    return found


def run(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    code = main(["load-regulation", *arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out, said.err


def test_the_articles_and_remarks_are_one_document(ruled: County, path: Path, capsys: Captured) -> None:
    code, out, err = run(capsys, str(path), "--rule-book", "printed.rules", "--json")
    found = json.loads(out)
    assert (code, err, found["version"], found["replaces"], found["by"]) == (0, "", 1, None, None)
    lost = next(each for each in found["articles"] if not each["printed"])
    assert (lost["article"], lost["label"]) == ("第二章首条（原文缺条号）", "")
    assert {each["code"] for each in found["remarks"]} == {"label", "gap", "number", "span"}


def test_a_person_is_recorded_and_asked_for_the_post(ruled: County, path: Path, capsys: Captured) -> None:
    book = ("--rule-book", "printed.rules")
    code, _out, err = run(capsys, str(path), *book, "--by", "water-leader")
    assert code == 1
    assert "不能载入" in err
    code, out, _err = run(capsys, str(path), *book, "--by", "county-administrator")
    assert code == 0
    assert "第1版" in out
    assert Original.objects.get().by == ruled.people["administrator"]


def test_bad_use_is_told_apart_from_a_no(ruled: County, path: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run(capsys, str(path), "--rule-book", "none")[0] == 2
    assert run(capsys, str(path))[0] == 2
    assert run(capsys, str(tmp_path / "none"), "--rule-book", "printed.rules")[0] == 2
    assert run(capsys, str(path), "--rule-book", "printed.rules", "--by", "nobody")[0] == 2
    big = tmp_path / "big.txt"
    big.write_bytes(b"\0" * (50 * 1024 * 1024))
    code, out, err = run(capsys, str(big), "--rule-book", "printed.rules")
    assert (code, out) == (1, "")
    assert err.strip().count("\n") == 0
    assert "超过10 MB" in err
    assert not Original.objects.exists()
