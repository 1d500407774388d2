"""``python -m guanwei.testing.apart``: one plugin, alone in a process, as its author wrote it.

Reads a pickle of (module, manuscripts) from stdin and prints one JSON document: the modules that the plugin
brought in, and what each of its rules said of each manuscript. Nothing but ``guanwei.api`` is imported before,
so whatever else is there afterwards came with the plugin.
"""

import importlib
import json
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pluggy

from guanwei.api import ManuscriptFacts, hookspecs


def rules_of(module: Any) -> Iterator[tuple[str, Callable[[ManuscriptFacts], object]]]:
    """Every rule function that the module declares, named by what it is asked: ``field:<id>``, ``route:<id>``."""
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(module)
    asked = {
        "field": (manager.hook.register_fields, "required"),
        "route": (manager.hook.register_approval_routes, "applies"),
        "linkage": (manager.hook.register_linkages, "applies"),
        "check": (manager.hook.register_checks, "found"),
        "screening": (manager.hook.register_screenings, "applies"),
        "confirmation": (manager.hook.register_confirmations, "applies"),
    }
    for kind, (hook, attribute) in asked.items():
        for declared in (each for answer in hook() for each in answer):
            function = getattr(declared, attribute)
            if function is not None:
                yield f"{kind}:{declared.id}", function
    for route in (each for answer in manager.hook.register_approval_routes() for each in answer):
        for box in (each for step in route.steps for each in step.checklist):
            if box.applies is not None:
                yield f"box:{box.id}", box.applies


def answer(rule: Callable[[ManuscriptFacts], object], facts: ManuscriptFacts) -> str:
    """``True``, ``False``, or the name of what came instead."""
    try:
        said = rule(facts)
    except Exception as error:
        return type(error).__name__
    return str(said) if type(said) is bool else type(said).__name__


def report(module_name: str, manuscripts: Sequence[ManuscriptFacts]) -> dict[str, Any]:
    """What the plugin brought in and what its rules said, in declaration order."""
    before = set(sys.modules)
    rules = dict(rules_of(importlib.import_module(module_name)))
    answers = {name: [answer(rule, facts) for facts in manuscripts] for name, rule in rules.items()}
    return {"modules": sorted(set(sys.modules) - before), "answers": answers}


if __name__ == "__main__":
    # The pickle comes from the test that started this process, from nowhere else.
    wanted = pickle.load(sys.stdin.buffer)  # noqa: S301
    told = sys.stdout
    sys.stdout = sys.stderr  # a rule's print() must not spoil the document
    told.write(json.dumps(report(*wanted)))
