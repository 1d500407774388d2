"""The ways to ask one plugin's rules: in this process, in a rule process, and alone under a hash seed."""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from typing import Any, Literal

from guanwei import registry
from guanwei.api import Declarations, ManuscriptFacts
from guanwei.registry import engine
from guanwei.registry.asking import Report
from guanwei.registry.evaluation import Question, questions_of

Answers = dict[str, list[str]]
"""By rule, ``field:<id>`` and so on, one word per manuscript: ``True``, ``False`` or what went wrong."""

PATIENCE = 120
"""Seconds for a process that loads a plugin and asks its rules of a few hundred manuscripts."""


def run_rules(mode: Literal["child", "inline"]) -> None:
    """From now on rules run so, with the limit of a real site."""
    registry.configure(mode, engine.DEFAULT_TIME_LIMIT, registry.configuration().extra)


def reports(plugin: str, *asked: ManuscriptFacts) -> list[Report]:
    """What came of asking all of the plugin's rules, one report per manuscript."""
    questions = questions_of(registry.catalogue().of(plugin))
    asker = engine.asker()
    return [asker.ask(plugin, questions, facts) for facts in asked]


def answers(found: Sequence[Report]) -> Answers:
    """What the reports say by rule."""
    said: Answers = {}
    for each in found:
        for one in each.answers:
            said.setdefault(_name(one.question), []).append(one.failure or str(one.holds))
    return said


def alone(module: str, asked: Sequence[ManuscriptFacts], seed: int) -> dict[str, Any]:
    """``modules`` and ``answers`` of a process that holds nothing but the plugin, under a hash seed."""
    done = subprocess.run(
        [sys.executable, "-m", "guanwei.testing.apart"],
        input=pickle.dumps((module, tuple(asked))),
        env=os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    if done.returncode:
        raise AssertionError(done.stderr.decode(errors="replace"))
    return dict(json.loads(done.stdout))


def known_ids(declared: Declarations) -> tuple[list[str], list[str]]:
    """Ids of the categories and of the fields that an editor can fill."""
    return [each.id for each in declared.categories], [each.id for each in declared.fields]


def _name(question: Question) -> str:
    return f"{question.asked.value}:{question.rule}"
