"""Does a value have exactly the type that its declaration promises, all the way down?

Exactly: a subclass may carry behaviour (a lazy ``str``) and can't cross to another process.
"""

import inspect
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from guanwei.registry import sentences


def misfit(value: object, hint: Any, where: str) -> str:
    """The first value below ``value`` that doesn't fit ``hint``, as a sentence; empty when all fit."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _one_of(value, get_args(hint), where)
    if origin is Callable:
        return _function(value, where)
    if origin in (tuple, frozenset):
        return _collection(value, origin, get_args(hint), where)
    if type(value) is not hint:
        return sentences.wrong_type(where, _name(hint), type(value).__name__)
    if is_dataclass(value):
        return _attributes(value, where)
    return ""


def _one_of(value: object, choices: tuple[Any, ...], where: str) -> str:
    if value is None and NoneType in choices:
        return ""
    wanted = [choice for choice in choices if choice is not NoneType]
    found = [misfit(value, choice, where) for choice in wanted]
    if "" in found:
        return ""
    if len(wanted) == 1:
        return found[0]
    return sentences.wrong_type(where, " | ".join(map(_name, wanted)), type(value).__name__)


def _function(value: object, where: str) -> str:
    if callable(value) and not inspect.iscoroutinefunction(value) and not inspect.isclass(value):
        return ""
    return sentences.wrong_type(where, "function", type(value).__name__)


def _collection(value: object, origin: type, hints: tuple[Any, ...], where: str) -> str:
    if not isinstance(value, (tuple, frozenset)) or type(value) is not origin:
        return sentences.wrong_type(where, origin.__name__, type(value).__name__)
    if origin is tuple and hints[-1] is not Ellipsis:
        if len(value) != len(hints):
            return sentences.wrong_length(where, len(hints), len(value))
        wanted = list(hints)
    else:
        wanted = [hints[0]] * len(value)
    found = (
        misfit(item, hint, f"{where}[{at}]")
        for at, (item, hint) in enumerate(zip(value, wanted, strict=True))
    )
    return next(filter(None, found), "")


def _attributes(value: Any, where: str) -> str:
    hints = _hints(type(value))
    found = (
        misfit(getattr(value, item.name), hints[item.name], f"{where}.{item.name}") for item in fields(value)
    )
    return next(filter(None, found), "")


_known: dict[type, dict[str, Any]] = {}


def _hints(kind: type) -> dict[str, Any]:
    """Resolved once per class: it is slow."""
    if kind not in _known:
        _known[kind] = get_type_hints(kind)
    return _known[kind]


def _name(hint: Any) -> str:
    return str(getattr(hint, "__name__", hint))
