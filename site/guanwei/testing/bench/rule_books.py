"""Plugins for ``guanwei bench rules``: modules written to a folder, as an office's would lie installed."""

from collections.abc import Iterable
from pathlib import Path

MODULE = '''\
"""Rule book {name}: a route and five required facts, each a look through the text."""

import re
from datetime import date

from guanwei.api import ApprovalRoute, Citation, Field, RuleBook, Step, StepKind, Whose, hookimpl

__version__ = "1.0"
CITES = (Citation("清河县试行办法{name}", "第一条"),)
WORDS = [re.compile(f"第{{number}}号通知|特急{{number}}") for number in range(5)]


def asks(number):
    def required(facts):
        return WORDS[number].search(facts.text) is not None

    return required


def applies(facts):
    return {chooses}


@hookimpl
def plugin_label():
    return "规则{name}"


@hookimpl
def register_rule_books():
    return [RuleBook("{name}.book", "清河县试行办法{name}", "", "清河县", date(2020, 1, 1))]


@hookimpl
def register_fields():
    return [
        Field(f"{name}.field-{{number}}", "事实", CITES, "请填写。", required=asks(number)) for number in range(5)
    ]


@hookimpl
def register_approval_routes():
    review = Step("{name}.review", "审核", StepKind.REVIEW, "county.reviewer", Whose.MANAGER, CITES)
    return [ApprovalRoute("{name}.route", "流程", CITES, applies, (review,))]
'''


def names(count: int) -> list[str]:
    """The names of ``count`` plugins; the first of them chooses the route."""
    return [f"bench{number:02}" for number in range(count)]


def write_plugins(folder: Path, wanted: Iterable[str]) -> dict[str, str]:
    """Modules by plugin name, written to ``folder``."""
    made = {}
    for number, name in enumerate(wanted):
        module = f"guanwei_{name}"
        text = MODULE.format(name=name, chooses=not number)
        (folder / f"{module}.py").write_text(text, encoding="utf-8")
        made[name] = module
    return made
