"""``guanwei clauses``: what serves and proves each clause, one document or lines."""

import json
from pathlib import Path

import pytest
from guanwei.console.command import main

Captured = pytest.CaptureFixture[str]


def run(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    code = main(["clauses", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_each_clause_is_listed_with_what_serves_and_proves_it(capsys: Captured) -> None:
    code, out, _err = run(capsys, "--json")
    document = json.loads(out)
    rows = {each["id"]: each for each in document["clauses"]}
    assert code == 0
    assert rows["YC-12.2"]["where"] == "core"
    assert rows["YC-12.2"]["status"] == "enforced"
    assert "source_name" in rows["YC-12.2"]["rules"]
    assert (
        "tests/county/test_book.py::test_a_repost_without_source_or_mark_is_refused"
        in rows["YC-12.2"]["tests"]
    )
    assert rows["LAE-11.5"]["where"] == "plugin:luan-emergency"
    totals = document["totals"]
    assert totals["all"]["clauses"] == len(rows)
    for kind in ("where", "room", "strength"):
        assert sum(each["clauses"] for each in totals[kind].values()) == len(rows)
        for counted in totals[kind].values():
            assert counted["clauses"] * 2 == sum(counted.values())


def test_one_plugin_alone_is_listed_in_its_ledgers_order(capsys: Captured) -> None:
    code, out, _err = run(capsys, "--plugin", "county")
    lines = out.splitlines()
    assert code == 0
    assert lines[0].startswith("YC-N0.2  ")
    assert not [line for line in lines if line.startswith("LAE-")]
    assert any(line.startswith("core: clauses ") for line in lines)


def test_a_plugin_that_is_not_installed_is_bad_use(capsys: Captured) -> None:
    code, out, err = run(capsys, "--plugin", "nowhere", "--json")
    assert (code, out) == (2, "")
    assert "没有名为“nowhere”的规则包" in err


def test_a_runs_own_results_take_the_packages_place(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "run.json"
    path.write_text(
        json.dumps(
            {
                "YC-12.2": {"by": [], "laws": [], "tests": [], "failed": ["test_x"]},
                "YC-12.4": {"by": ["mutant"], "laws": [], "tests": ["test_y"]},
                "YC-19.2": {"by": ["law"], "laws": ["L1"], "tests": ["test_z"]},
            }
        )
    )
    _code, out, _err = run(capsys, "--run", str(path), "--json")
    rows = {each["id"]: each for each in json.loads(out)["clauses"]}
    assert rows["YC-12.2"]["status"] == "missing"
    assert (rows["YC-12.4"]["status"], rows["YC-12.4"]["tests"]) == ("warned", ["test_y"])
    assert (rows["YC-19.2"]["status"], rows["YC-19.2"]["laws"]) == ("enforced", ["L1"])


@pytest.mark.parametrize("text", [None, "[]", "{", '{"YC-1": {"by": []}}'])
def test_a_file_that_no_run_wrote_is_bad_use(tmp_path: Path, capsys: Captured, text: str | None) -> None:
    path = tmp_path / "run.json"
    if text is not None:
        path.write_text(text)
    code, out, err = run(capsys, "--run", str(path), "--json")
    assert (code, out) == (2, "")
    assert "run.json" in err
    assert "Traceback" not in err
