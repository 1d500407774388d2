"""Finds Chinese that a person would read and that no catalogue can translate."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.template.base import Lexer, Token, TokenType

from guanwei.testing.catalogues.chinese import is_chinese
from guanwei.testing.catalogues.extracting import KEYWORDS
from guanwei.testing.catalogues.sources import interface, named

IN_TEMPLATE = re.compile(r"""^(?:trans|translate)\s+(?:"[^"]*"|'[^']*')|_\((?:"[^"]*"|'[^']*')\)""")
OPENING = ("blocktrans", "blocktranslate", "comment")
CLOSING = tuple(f"end{word}" for word in OPENING)
SCRIPT_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$|(?<=[;{])\s*//.*?$", re.DOTALL | re.MULTILINE)


class Literal(NamedTuple):
    """A Chinese text outside gettext."""

    place: str
    text: str


def literals_outside_gettext() -> list[Literal]:
    """In Python, templates and scripts of the interface rooms."""
    found = []
    for path in interface(".py", ".html", ".js"):
        source = path.read_text(encoding="utf-8")
        found += [Literal(f"{named(path)}:{line}", text) for line, text in _in_file(path, source)]
    return found


def _in_file(path: Path, source: str) -> Iterator[tuple[int, str]]:
    if path.suffix == ".py":
        return in_python(source)
    return in_template(source) if path.suffix == ".html" else in_script(source)


def in_python(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each literal; docstrings are for developers."""
    tree = ast.parse(source)
    excused = {id(node) for each in ast.walk(tree) for node in _excused(each)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and is_chinese(text) and id(node) not in excused:
            yield node.lineno, text


def _excused(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Call) and _name(node.func) in KEYWORDS:
        yield from node.args


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def in_template(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of each token; what stands between the tags of a translation is translated."""
    inside = False
    for token in Lexer(source).tokenize():
        word = token.contents.split()[0] if token.contents.split() else ""
        if token.token_type == TokenType.BLOCK and word in OPENING + CLOSING:
            inside = word in OPENING
        elif not inside and token.token_type != TokenType.COMMENT and is_chinese(_untranslated(token)):
            yield token.lineno, token.contents.strip()


def _untranslated(token: Token) -> str:
    return token.contents if token.token_type == TokenType.TEXT else IN_TEMPLATE.sub("", token.contents)


def in_script(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of Chinese outside a comment: a script takes its words from the template."""
    for number, line in enumerate(SCRIPT_COMMENT.sub(_as_long, source).splitlines(), 1):
        if is_chinese(line):
            yield number, line.strip()


def _as_long(comment: re.Match[str]) -> str:
    return "\n" * comment.group().count("\n")


def translated_at_import(source: str) -> Iterator[int]:
    """Lines that translate while the module is loaded: in whatever language is then active, for ever."""
    tree = ast.parse(source)
    names = _undelayed_names(tree)
    later = {
        id(node)
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(each)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in names and id(node) not in later:
            yield node.lineno


def _undelayed_names(tree: ast.Module) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in KEYWORDS and not alias.name.endswith("_lazy")
    }
