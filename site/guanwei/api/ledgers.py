"""Reads a ledger strictly: nothing is coerced, no key ignored, and every mistake is told with its line."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from guanwei.api.lines import Path, lines_of

CLAUSE_ID = re.compile(r"[A-Z]+-[A-Z]?\d+(?:\.\d+)*[a-z]?")
TEXTS = ("id", "article", "summary", "room", "strength")
KEYS = (*TEXTS, "parameters")
KINDS = {str: "文字", int: "整数", bool: "是否", float: "小数", list: "列表", dict: "表"}

Mistake = tuple[Path, str]


class LedgerError(ValueError):
    """A ledger that can't be read. The message is one sentence per mistake, each with its line."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("；".join(mistakes))
        self.mistakes = tuple(mistakes)


def read(text: str, name: str, known: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    """The tables of the file. ``known`` says, by key, which words are allowed."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LedgerError([f"{name} 不是合法的 TOML：{error}"]) from error
    mistakes = list(_mistakes(document, known))
    if mistakes:
        lines = lines_of(text)
        told = sorted(((_line(path, lines), said) for path, said in mistakes), key=lambda pair: pair[0])
        raise LedgerError([f"{name} 第 {line} 行：{said}" for line, said in told])
    return [
        each | {"parameters": {key: _frozen(value) for key, value in each.get("parameters", {}).items()}}
        for each in document.get("clause", [])
    ]


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _line(path: Path, lines: Mapping[Path, int]) -> int:
    """That of the key, or of what the key would stand in."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _mistakes(document: dict[str, Any], known: Mapping[str, Sequence[str]]) -> Iterator[Mistake]:
    for key in document:
        if key != "clause":
            yield (key,), _unknown(key, ["clause"])
    clauses = document.get("clause", [])
    if type(clauses) is not list or not all(type(each) is dict for each in clauses):
        yield ("clause",), "clause 要写成 [[clause]]"
        return
    seen: set[str] = set()
    for at, clause in enumerate(clauses):
        for path, said in _of_clause(clause, known):
            yield ("clause", at, *path), said
        name = clause.get("id")
        if type(name) is str and name in seen:
            yield ("clause", at, "id"), f"条目编号“{name}”重复"
        elif type(name) is str:
            seen.add(name)


def _of_clause(clause: dict[str, Any], known: Mapping[str, Sequence[str]]) -> Iterator[Mistake]:
    for key in clause:
        if key not in KEYS:
            yield (key,), _unknown(key, KEYS)
    for key in TEXTS:
        if key not in clause:
            yield (), f"缺少 {key}"
        elif type(clause[key]) is not str:
            yield (key,), _wrong_type(key, "文字", clause[key])
        elif not clause[key].strip():
            yield (key,), f"{key} 是空的"
        elif key == "id" and not CLAUSE_ID.fullmatch(clause[key]):
            yield (key,), f"条目编号“{clause[key]}”应写作 QH-8.4 这样的形式"
        elif key in known and clause[key] not in known[key]:
            yield (
                (key,),
                f"{key} 的“{clause[key]}”不在可选范围（{'、'.join(known[key])}）"
                + _meant(clause[key], known[key]),
            )
    parameters = clause.get("parameters", {})
    if type(parameters) is not dict:
        yield ("parameters",), _wrong_type("parameters", "表", parameters)
        return
    for key, value in parameters.items():
        if not _is_plain(value):
            yield ("parameters", key), _wrong_type(key, "文字、整数、是否或文字的列表", value)


def _is_plain(value: Any) -> bool:
    if type(value) is list:
        return all(type(each) is str for each in value)
    return type(value) in (str, int, bool)


def _wrong_type(key: str, wanted: str, found: Any) -> str:
    return f"{key} 应为{wanted}，实际为{KINDS.get(type(found), type(found).__name__)}"


def _unknown(key: str, known: Iterable[str]) -> str:
    return f"不认识的键“{key}”" + _meant(key, known)


def _meant(said: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(said, list(known), n=1)
    return f"，是否想写 {close[0]}" if close else ""
