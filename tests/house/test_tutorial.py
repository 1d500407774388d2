"""The tutorial is run as it is printed: its files written, its plugin loaded, asked, tested and switched on."""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from guanwei import registry
from guanwei.console.command import main
from guanwei.organisations.services import switch_on
from guanwei.publishing.services import foresee, submit
from guanwei.testing.acts import no_refusals, submitted
from guanwei.testing.scenes import County, write_article

FILE = re.compile(r"^`([^`\n]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TWINS = ("docs/tutorial/first-plugin.md", "docs/zh/first-plugin.md")


def page(root: Path, name: str = TWINS[0]) -> str:
    return (root / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reader's folder after the last page."""
    made = tmp_path_factory.mktemp("qinghe-water")
    for name, text in FILE.findall(page(root)):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def installed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Loaded by the name and module that its pyproject gives; installing it would change this environment."""
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ((name, module),) = project["entry-points"]["guanwei.plugins"].items()
    before = registry.configuration()
    monkeypatch.syspath_prepend(str(folder / "src"))
    registry.configure("inline", extra={name: module})
    yield name
    registry.configure(before.mode, before.time_limit, before.extra)
    sys.modules.pop(module)


def test_the_twins_print_the_same_code(root: Path) -> None:
    english, chinese = (BLOCK.findall(page(root, name)) for name in TWINS)
    assert len(english) > 9
    assert english == chinese


@pytest.fixture
def by_hand(folder: Path, tmp_path: Path) -> Callable[..., str]:
    """As after the installation: found by its entry point, in a process that knows nothing of this checkout's tests."""
    metadata = tmp_path / "guanwei_qinghe_water-0.1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: guanwei-qinghe-water\nVersion: 0.1.0\n")
    (metadata / "entry_points.txt").write_text("[guanwei.plugins]\nqinghe-water = guanwei_qinghe_water\n")
    paths = [str(folder / "src"), str(tmp_path), *filter(None, sys.path)]
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "PYTEST_"))
    }

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=folder,
            env=environment | {"PYTHONPATH": os.pathsep.join(paths)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def test_the_readers_own_tests_pass_in_a_folder_of_their_own(by_hand: Callable[..., str]) -> None:
    said = by_hand("pytest", "-q", "--strict-markers", "-p", "no:cacheprovider", "tests", "-rA")
    assert " passed" in said
    assert "test_a_flood_bulletin_without_its_moment_is_refused[mutant-QW-3]" in said


def test_the_marks_go_with_the_plugin(
    by_hand: Callable[..., str], installed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    by_hand("guanwei.testing.clauses.proofs", installed, "tests")
    assert main(["clauses", "--plugin", installed, "--json"]) == 0
    clauses = json.loads(capsys.readouterr().out)["clauses"]
    assert [(each["id"], each["status"], each["tests"]) for each in clauses] == [
        ("QW-3", "enforced", ["tests/test_rules.py::test_a_flood_bulletin_without_its_moment_is_refused"]),
        ("QW-4", "enforced", ["tests/test_rules.py::test_a_flood_bulletin_takes_the_bureaus_route"]),
    ]


@pytest.mark.django_db
def test_switched_on_it_rules_the_bureau_and_nobody_else(county: County, installed: str) -> None:
    water, editor = county.water, county.water.people["editor"]
    no_refusals(switch_on(water.unit, installed, by=county.people["administrator"], reason="执行本局办法"))
    bulletin = {"category": "qinghe-water.flood"}
    _none, refusals = submit(write_article(county, water, editor, **bulletin), editor)
    assert [each.sentence for each in refusals] == ["汛情信息请写明水情观测时间。"]
    measured = bulletin | {"extra": {"qinghe-water.measured_at": "6月1日8时"}}
    steps = submitted(write_article(county, water, editor, **measured), editor).steps.all()
    assert [each.label for each in steps] == ["水情核对", "分管领导签发", "发布"]
    ordinary = foresee(write_article(county, water, editor))
    assert ordinary.decision.route.id == "county.written"


@pytest.mark.django_db
def test_explain_says_what_the_page_says(
    county: County, installed: str, folder: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    no_refusals(switch_on(county.water.unit, installed, by=None, reason="执行本局办法"))
    printed = next(text for kind, text in BLOCK.findall(page(root)) if kind == "text")
    assert main(["explain", "--org", "water-publicity", str(folder / "flood.json")]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("流程：汛情信息流程")
    assert said.err == printed
