"""``guanwei bench screening-quality`` as a person runs it."""

import json
from pathlib import Path

import pytest
from guanwei.testing.bench.__main__ import main
from guanwei.testing.bench.screening_quality import entry

NAME = "screening-quality"


def test_it_tells_every_type_with_counts(capsys: pytest.CaptureFixture[str]) -> None:
    main([NAME, "--json"])
    rows = {each["name"]: each for each in json.loads(capsys.readouterr().out)}
    assert rows["macro F1"]["goal"] == entry.F1_GOAL
    assert rows["F1 bank_card"]["goal"] is None
    assert "labels" in rows["F1 bank_card"]["work"]


def test_what_is_listed_goes_beside_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    main([NAME, "--verbose"])
    out, err = capsys.readouterr()
    assert out.startswith("macro F1: ")
    assert "\nF1 in 长文: " in out
    assert all(line.startswith("bench: ") for line in err.splitlines())


def test_it_reads_a_folder_of_prose_whatever_lies_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plain.txt").write_text("今天没有什么可说的。", "utf-8")
    (tmp_path / "bytes.txt").write_bytes(b"\xff\x00\xfe")
    main([NAME, "--texts", str(tmp_path), "--json"])
    rows = {each["name"]: each for each in json.loads(capsys.readouterr().out)}
    assert rows["hits in plain.txt"]["ours"] == 0
    assert "hits in bytes.txt" in rows


def test_a_folder_that_is_not_there_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([NAME, "--texts", str(tmp_path / "nowhere")])
    assert left.value.code == 2
    assert "is no folder" in capsys.readouterr().err


def test_without_a_checkout_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(entry.NothingToMeasure, match="part of a checkout"):
        entry.run(folder=tmp_path)
