"""docs/reference/hooks.md: every hook, and what it returns."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

from guanwei.api import Citation, hookspecs
from rendering import beginning, described, prose, reachable, type_name


def hooks_page(_root: Path) -> str:
    """The whole page."""
    told: set[type] = {Citation}
    sections = [_section(name, function, told) for name, function in sorted(_hooks(), key=_line)]
    return beginning("hooks") + described(Citation) + "\n" + "\n".join(sections)


def _hooks() -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, function in inspect.getmembers(hookspecs, inspect.isfunction):
        if hasattr(function, f"{hookspecs.PROJECT}_spec"):
            yield name, function


def _line(hook: tuple[str, Callable[..., Any]]) -> int:
    return hook[1].__code__.co_firstlineno


def _section(name: str, function: Callable[..., Any], told: set[type]) -> str:
    signature = inspect.signature(function)
    arguments = ", ".join(f"{one.name}: {type_name(one.annotation)}" for one in signature.parameters.values())
    returned = signature.return_annotation
    text = f"## `{name}({arguments}) -> {type_name(returned)}`\n\n{prose(function)}\n\nFamily: declare."
    if get_origin(returned) is None:
        return text + "\n"
    (item,) = get_args(returned)
    new = [kind for kind in reachable(item) if kind not in told and not _is_fact(kind)]
    told.update(new)
    return text + _gates(item) + "\n\n" + "\n".join(map(described, new))


def _gates(item: type) -> str:
    """Which attributes are functions, asked later."""
    asked = (
        [one.name for one in fields(item) if "Callable" in type_name(one.type)] if is_dataclass(item) else []
    )
    return "".join(f" `{item.__name__}.{name}` is a rule function: gate." for name in asked)


def _is_fact(kind: type) -> bool:
    return kind.__module__ == "guanwei.api.facts"
