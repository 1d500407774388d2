"""A ledger is read whole or not at all; each mistake is told with its line."""

import sys
import tomllib
from pathlib import Path

import pytest
from guanwei.api import Clause, Parameter, Room, Strength, clauses_of
from guanwei.api.clauses import LedgerError
from guanwei.api.lines import lines_of
from hypothesis import given
from hypothesis import strategies as st

LEDGER = """
[[clause]]
id = "DEM-1.1"
article = "第一条"
summary = "发布前由科室负责人审核。"
room = "approvals"
strength = "enforce"

[[clause]]  # the second
id = "DEM-A1.2b"
article = "附件1"
summary = '''
几项登记，
一日一张。'''
room = "text"
strength = "declare"
[clause.parameters]
days = 3
whole = true
kinds = [
    "原创",  # [
    "转发",
]
name = "登记表"
"""


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "some_agency"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "some_agency", raising=False)
    return package / "clauses.toml"


def test_it_is_read_in_its_order(ledger: Path) -> None:
    ledger.write_text(LEDGER, encoding="utf-8")
    assert clauses_of("some_agency") == (
        Clause("DEM-1.1", "第一条", "发布前由科室负责人审核。", Room.APPROVALS, Strength.ENFORCE),
        Clause(
            "DEM-A1.2b",
            "附件1",
            "几项登记，\n一日一张。",
            Room.TEXT,
            Strength.DECLARE,
            (
                Parameter("days", 3),
                Parameter("whole", value=True),
                Parameter("kinds", ("原创", "转发")),
                Parameter("name", "登记表"),
            ),
        ),
    )


def test_every_mistake_is_told_with_its_line(ledger: Path) -> None:
    wrong = (
        LEDGER.replace("DEM-A1.2b", "DEM-1.1")
        .replace('"text"', '"txt"')
        .replace("[clause.par", "rom = 1\n[clause.par")
        .replace("days = 3", "days = 3.5")
        .replace('article = "第一条"\n', "")
        .replace('"enforce"', "5")
    )
    ledger.write_text(f"{wrong}when = {{ a = 1 }}\n[extra]\n", encoding="utf-8")
    with pytest.raises(LedgerError) as told:
        clauses_of("some_agency")
    assert list(told.value.mistakes) == [
        "clauses.toml 第 2 行：缺少 article",
        "clauses.toml 第 6 行：strength 应为文字，实际为整数",
        "clauses.toml 第 9 行：条目编号“DEM-1.1”重复",
        "clauses.toml 第 14 行：room 的“txt”不在可选范围（organisations、accounts、screening、approvals、"
        "publishing、portal、cases、opinion、supervision、text），是否想写 text",
        "clauses.toml 第 16 行：不认识的键“rom”，是否想写 room",
        "clauses.toml 第 18 行：days 应为文字、整数、是否或文字的列表，实际为小数",
        "clauses.toml 第 25 行：when 应为文字、整数、是否或文字的列表，实际为表",
        "clauses.toml 第 26 行：不认识的键“extra”",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[clause]]\nid = \n", "不是合法的 TOML"),
        ("[clause]\nid = 'DEM-1'\n", "第 1 行：clause 要写成 [[clause]]"),
        ("[[clause]]\nid = 'dem-1'\n", "第 2 行：条目编号“dem-1”应写作"),
        ("[[clause]]\nsummary = ' '\n", "第 2 行：summary 是空的"),
        ("[[clause]]\nparameters = 3\n", "第 2 行：parameters 应为表，实际为整数"),
    ],
)
def test_what_is_no_ledger_is_refused(ledger: Path, text: str, said: str) -> None:
    ledger.write_text(text, encoding="utf-8")
    with pytest.raises(LedgerError, match=r"clauses\.toml") as told:
        clauses_of("some_agency")
    assert said in str(told.value)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
BASIC = WORDS.map(lambda word: '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"')
LITERAL = WORDS.filter(lambda word: "'" not in word).map(lambda word: f"'{word}'")
LONG = st.lists(WORDS.filter(lambda word: "'" not in word), min_size=1, max_size=3).map(
    lambda words: "'''" + "\n[[clause]]\nid = 1 #".join(words) + "'''"
)
BLOCK = BASIC.map(lambda word: f'"""\n{word[1:-1]}\nroom = \\"""" # " [')
PLAIN = st.one_of(BASIC, LITERAL, LONG, BLOCK, st.sampled_from(["1", "true", "2026-01-01T00:00:00Z"]))
LISTS = st.lists(BASIC, max_size=3).map(
    lambda words: "[ # [\n" + "".join(f"{each}, #]\n" for each in words) + "]"
)
VALUES = st.one_of(PLAIN, LISTS, BASIC.map(lambda word: f"{{ a = {word}, b = [{word}] }}"))


@given(st.lists(st.lists(VALUES, min_size=1, max_size=4), min_size=1, max_size=4))
def test_lines_are_those_of_the_keys_however_values_are_written(clauses: list[list[str]]) -> None:
    text, wanted = "# [[clause]]\n", {}
    for at, values in enumerate(clauses):
        wanted["clause", at] = text.count("\n") + 1
        text += "[[clause]] # key = 1\n"
        for number, value in enumerate(values):
            wanted["clause", at, f"k{number}"] = text.count("\n") + 1
            text += f"k{number} = {value}\n\n"
    assert len(tomllib.loads(text)["clause"]) == len(clauses)
    assert lines_of(text) == wanted
