"""A dataclass, an enumeration, a type, as Markdown."""

import ast
import inspect
import textwrap
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

MADE = "<!-- Made by `make docs` from the code; edits here are lost. -->\n"


def beginning(page: str) -> str:
    """How a page begins: where it comes from, then what a person wrote."""
    return MADE + Path(__file__).with_name(f"{page}.head.md").read_text(encoding="utf-8")


def type_name(hint: Any) -> str:
    """The type as an author would write it."""
    arguments = get_args(hint)
    origin = get_origin(hint)
    if hint is NoneType:
        return "None"
    if hint is Ellipsis:
        return "..."
    if isinstance(hint, list):
        return f"[{', '.join(map(type_name, hint))}]"
    if origin in (Union, UnionType):
        return " | ".join(map(type_name, arguments))
    if origin is None:
        return str(hint.__name__)
    return f"{origin.__name__}[{', '.join(map(type_name, arguments))}]"


def described(kind: type) -> str:
    """A heading, the docstring, and a table of fields or of values."""
    heading = f"### `{kind.__name__}`\n\n{prose(kind)}\n\n"
    return heading + (_values(kind) if issubclass(kind, Enum) else _fields(kind))


def prose(thing: Any) -> str:
    """A docstring for Markdown: one backtick for two."""
    return inspect.cleandoc(thing.__doc__ or "").replace("``", "`")


def types_in(hint: Any) -> list[type]:
    """Our own classes that a type names, as deep as it goes."""
    if isinstance(hint, list):
        return [found for each in hint for found in types_in(each)]
    if get_args(hint):
        return [found for each in get_args(hint) for found in types_in(each)]
    ours = isinstance(hint, type) and hint.__module__.startswith("guanwei.api.")
    return [hint] if ours else []


def reachable(kind: type) -> list[type]:
    """The class and all of ours that its fields name, in the order in which a reader meets them."""
    found: dict[type, None] = {}
    _collect(kind, found)
    return list(found)


def _collect(kind: type, found: dict[type, None]) -> None:
    if kind in found:
        return
    found[kind] = None
    for attribute in fields(kind) if is_dataclass(kind) else ():
        for named in types_in(attribute.type):
            _collect(named, found)


def _fields(kind: type) -> str:
    rows = [f"| `{one.name}` | `{_cell(type_name(one.type))}` | {_default(one)} |" for one in fields(kind)]
    return "\n".join(["| field | type | default |", "|---|---|---|", *rows]) + "\n"


def _default(one: "Field[Any]") -> str:
    if one.default is not MISSING:
        if isinstance(one.default, Enum):
            return f"`{type(one.default).__name__}.{one.default.name}`"
        return f"`{one.default!r}`" if one.default != "" else '`""`'
    return "required" if one.default_factory is MISSING else "empty"


def _values(kind: type[Enum]) -> str:
    notes = _notes(kind)
    if not notes:
        return "Values: " + ", ".join(f"`{one.name}`" for one in kind) + ".\n"
    rows = [f"| `{one.name}` | {notes.get(one.name, '')} |" for one in kind]
    return "\n".join(["| value | meaning |", "|---|---|", *rows]) + "\n"


def _notes(kind: type[Enum]) -> dict[str, str]:
    """The strings that stand under the members."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    found: dict[str, str] = {}
    name = ""
    for node in body.body if isinstance(body, ast.ClassDef) else ():
        if isinstance(node, ast.Assign):
            name = ast.unparse(node.targets[0])
        elif name and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found[name] = " ".join(str(node.value.value).split())
    return found


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
