"""``guanwei`` on the terminal: one document or one sentence, 0, 1 or 2, and never a traceback."""

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from guanwei.approvals.gate import drop_triggers
from guanwei.console.command import main
from guanwei.delivery.models import WorkerBeat
from guanwei.organisations.services import switch_on
from guanwei.testing.scenes import County

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_text(
        json.dumps({"title": "汛期提示", "text": "请远离河道。", "category": "county.convenience"})
    )
    return path


@pytest.fixture
def worker(db: None) -> None:
    from django.utils import timezone

    WorkerBeat.objects.create(name="test", at=timezone.now())


def run(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out, said.err


def test_plugins_are_listed_as_one_document(county: County, capsys: Captured) -> None:
    assert not switch_on(county.water.unit, "luan-emergency", by=None, reason="试行")
    code, out, _err = run(capsys, "plugins", "--json")
    found = {each["name"]: each for each in json.loads(out)}
    assert code == 0
    assert found["county"]["rule_books"][0]["in_force_from"] == "2017-10-16"
    assert found["luan-emergency"]["active_for"] == ["water"]
    assert "register_approval_routes" in found["luan-emergency"]["hooks"]


def test_a_well_installation_says_so(county: County, worker: None, capsys: Captured) -> None:
    code, out, err = run(capsys, "health", "--json")
    found = json.loads(out)
    assert (code, err, found["well"]) == (0, "", True)
    assert found["triggers"]["standing"] == found["triggers"]["expected"] > 0


def test_health_names_a_worker_that_does_not_run(county: County, capsys: Captured) -> None:
    code, out, err = run(capsys, "health", "--json")
    assert code == 1
    assert json.loads(out)["well"] is False
    assert "后台进程没有在运行" in err


def test_health_counts_the_triggers(county: County, worker: None, capsys: Captured) -> None:
    drop_triggers(connection)
    code, _out, err = run(capsys, "health")
    assert code == 1
    assert "触发器应有" in err


def test_health_names_a_plugin_that_is_on_and_gone(county: County, worker: None, capsys: Captured) -> None:
    from guanwei.organisations.models import Activation

    Activation.objects.create(unit=county.water.unit, plugin="gone", reason="曾经安装")
    code, _out, err = run(capsys, "health")
    assert code == 1
    assert "gone" in err


def test_explain_gives_route_candidates_and_articles(county: County, facts: Path, capsys: Captured) -> None:
    code, out, _err = run(capsys, "explain", "--org", "water-publicity", str(facts), "--json")
    found = json.loads(out)
    assert code == 0
    assert [each["label"] for each in found["route"]["steps"]] == ["审核", "分管领导签发", "发布"]
    assert found["route"]["steps"][0]["candidates"] == ["清河县水利局宣传科审核员"]
    assert all(each["cites"] for each in found["route"]["steps"])
    assert found["trace"][0]["ms"] >= 0


def test_explain_says_no_when_the_rules_do(county: County, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "facts.json"
    path.write_text('{"title": "无类别"}')
    code, out, err = run(capsys, "explain", "--org", "water-publicity", str(path), "--json")
    assert code == 1
    assert json.loads(out)["refusals"][0]["cites"]
    assert "第十一条" in err


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"[1]",
        b"{",
        b'{"kind": "song"}',
        b'{"kind": []}',
        b'{"title": 5}',
        b'{"secret": 1}',
        b'{"now": "yesterday"}',
        b'{"now": "2026-13-45T00:00:00"}',
        b'{"manager": "nobody"}',
        b'{"manager": 5}',
        b'{"variants": [5]}',
        b'{"variants": [{"number": "x"}]}',
        b'{"fields": []}',
        b"[" * 100_000,
    ],
)
def test_facts_that_cannot_be_read_get_one_sentence(
    county: County, tmp_path: Path, capsys: Captured, content: bytes
) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(content)
    code, out, err = run(capsys, "explain", "--org", "water-publicity", str(path), "--json")
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [[], ["dance"], ["explain"], ["explain", "--org", "nobody", "x.json"], ["health", "--louder"]],
)
def test_bad_use_ends_with_two(county: County, capsys: Captured, arguments: list[str]) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


def test_a_missing_file_gets_a_sentence(county: County, tmp_path: Path, capsys: Captured) -> None:
    code, _out, err = run(capsys, "explain", "--org", "water-publicity", str(tmp_path / "none.json"))
    assert code == 2
    assert "打不开" in err


def test_commands_also_run_through_manage(county: County) -> None:
    with pytest.raises(CommandError, match="后台进程"):
        call_command("health")
