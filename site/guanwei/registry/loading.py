"""Imports plugins and asks their hooks, one implementation at a time.

pluggy stops a whole hook call at the first exception, so each plugin has a manager of its own and
its implementations are called singly, by name. Wrappers and ``firstresult`` are given up for that.
"""

import importlib
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from types import ModuleType
from typing import Any

import pluggy

from guanwei.api import Declarations, hookspecs
from guanwei.api.clauses import LedgerError
from guanwei.registry import sentences
from guanwei.registry.beside_routes import problem_of_registers
from guanwei.registry.loaded import Loaded, LoadedPlugin
from guanwei.registry.references import refuse_dangling, refuse_duplicates
from guanwei.registry.sources import Source
from guanwei.registry.validation import (
    HOOKS,
    InvalidDeclarationError,
    check_declarations,
    check_name,
    check_value,
)

MOST_PER_HOOK = 1000
"""More declarations than this from one hook are taken for an endless generator."""

_said: dict[Source, tuple[ModuleType, Loaded]] = {}


def ignore_progress(_position: int) -> None:
    """For callers that nobody watches."""


def load_all(sources: Sequence[Source], mark: Callable[[int], None] = ignore_progress) -> tuple[Loaded, ...]:
    """All plugins by name, the broken ones with their error. ``mark`` is told which source's turn it is."""
    loaded = []
    for position, source in sorted(enumerate(sources), key=lambda pair: pair[1].name):
        mark(position)
        loaded.append(_load(source))
    return refuse_dangling(refuse_duplicates(tuple(loaded)))


def _load(source: Source) -> Loaded:
    blank = Loaded(LoadedPlugin(source.name, source.version, "", source.module))
    if source.problem:
        return blank.failed(source.problem)
    try:
        check_name(source.name)
        return _declared(source, importlib.import_module(source.module))
    except (InvalidDeclarationError, LedgerError) as invalid:
        return blank.failed(sentences.invalid(source.name, str(invalid)))
    except BaseException as error:  # a plugin's sys.exit must not end the site
        return blank.failed(sentences.import_failed(source.name, sentences.of_exception(error)))


def _declared(source: Source, module: ModuleType) -> Loaded:
    """Hooks that declare are called once: what an installed plugin said stands as long as its module."""
    if not source.version:
        return _declare(source, module)
    known = _said.get(source)
    if known is None or known[0] is not module:
        known = _said[source] = (module, _declare(source, module))
    return known[1]


def _declare(source: Source, module: ModuleType) -> Loaded:
    """Calls every hook that the module implements and checks the answers. Raises InvalidDeclarationError."""
    manager = _manager(source.name, module)
    label, answers, hooks = "", {}, []
    for name, hook in sorted(vars(manager.hook).items()):
        implementations = hook.get_hookimpls()
        if not implementations:
            continue
        hooks.append(name)
        if name == "plugin_label":
            label = _label(implementations)
        else:
            kind, expected = HOOKS[name]
            answers[kind] = tuple(item for one in implementations for item in _drain(name, one, expected))
    if not label:
        raise InvalidDeclarationError(sentences.label_missing())
    declarations = Declarations(**answers)
    check_declarations(source.name, declarations)
    problem = problem_of_registers(declarations.registers, source.module.partition(".")[0])
    if problem:
        raise InvalidDeclarationError(problem)
    version = source.version or _version_of(module)
    plugin = LoadedPlugin(source.name, version, label, source.module, declarations.rule_books, tuple(hooks))
    return Loaded(plugin, declarations)


def _manager(name: str, module: ModuleType) -> pluggy.PluginManager:
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    try:
        manager.register(module, name=name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise InvalidDeclarationError(sentences.hook_unknown(" ".join(str(error).split()))) from error
    for caller in manager.get_hookcallers(module) or []:
        if any(one.wrapper or one.hookwrapper for one in caller.get_hookimpls()):
            raise InvalidDeclarationError(sentences.hook_wraps(caller.name))
    return manager


def _label(implementations: Sequence[pluggy.HookImpl]) -> str:
    label = implementations[0].function()
    check_value(label, str, "plugin_label()")
    return str(label).strip()


def _drain(name: str, implementation: pluggy.HookImpl, expected: type) -> tuple[Any, ...]:
    """What one implementation declares, checked for type all the way down."""
    answer = implementation.function()
    if not isinstance(answer, Iterable):
        wanted = f"Iterable[{expected.__name__}]"
        raise InvalidDeclarationError(sentences.wrong_type(f"{name}()", wanted, type(answer).__name__))
    items = tuple(islice(answer, MOST_PER_HOOK + 1))
    if len(items) > MOST_PER_HOOK:
        raise InvalidDeclarationError(sentences.too_many(name, MOST_PER_HOOK))
    for position, item in enumerate(items):
        check_value(item, expected, f"{name}()[{position}]")
    return items


def _version_of(module: ModuleType) -> str:
    version = getattr(module, "__version__", "")
    return version if type(version) is str else ""
