"""docs/reference/hooks.md: every hook, and what it returns."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_origin

from guanwei.api import Citation, hookspecs
from rendering import MADE, described, prose, reachable, type_name

HEAD = """# Hooks

A plugin is a distribution with an entry point in the group `guanwei.plugins`; the module that it names implements the hooks
below with `@guanwei.api.hookimpl`. A plugin imports `guanwei.api` and nothing else of the core.
The [tutorial](../tutorial/first-plugin.md) makes one from an empty folder.

## The family fixes what a failure does

| family | called | when it fails |
|---|---|---|
| **declare**: all hooks of this page | once at start, for all installed plugins by name; must be pure and return frozen declarations | the plugin is not loaded and is reported by `guanwei plugins` and `guanwei health`; the site starts; units where it is switched on are held until it is mended (law L6) |
| **gate**: the rule functions inside the declarations | before a manuscript is submitted, in a process that can be killed | a rule that raises, answers anything but a `bool`, changes its facts or runs past the limit holds that manuscript, and the refusal names plugin and rule; after three overruns in a row the plugin is held without being asked |

No hook is told afterwards what happened: a hook comes with the part of the core that asks it.

- Each implementation is called singly and by name, so pluggy's wrappers and `firstresult` are refused.
- Types are checked exactly, all the way down: a list where a tuple is promised, or a subclass, is refused with its place.
- Every id begins with the plugin's name and a dot, except a `Channel`'s, and the core facts that a `Field` may require.
- Every `cites` names at least one article. A plugin with fields, routes or linkages declares the rule book that they rest on.
- What is named must be declared somewhere: a step's role, a form's route, a signature's step.
- Rule functions take [facts](facts.md), have no clock and no database, and give the same answer wherever they are asked.
  `guanwei.testing.contract` proves it for your plugin.

"""


def hooks_page(_root: Path) -> str:
    """The whole page."""
    told: set[type] = {Citation}
    sections = [_section(name, function, told) for name, function in sorted(_hooks(), key=_line)]
    return MADE + HEAD + described(Citation) + "\n" + "\n".join(sections)


def _hooks() -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, function in inspect.getmembers(hookspecs, inspect.isfunction):
        if hasattr(function, f"{hookspecs.PROJECT}_spec"):
            yield name, function


def _line(hook: tuple[str, Callable[..., Any]]) -> int:
    return hook[1].__code__.co_firstlineno


def _section(name: str, function: Callable[..., Any], told: set[type]) -> str:
    signature = inspect.signature(function)
    arguments = ", ".join(
        f"{one.name}: {type_name(one.annotation)}" for one in signature.parameters.values()
    )
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
    asked = [one.name for one in fields(item) if "Callable" in type_name(one.type)] if is_dataclass(item) else []
    return "".join(f" `{item.__name__}.{name}` is a rule function: gate." for name in asked)


def _is_fact(kind: type) -> bool:
    return kind.__module__ == "guanwei.api.facts"
