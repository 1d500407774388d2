"""Builds plugins whose one route does something that a rule must not do. A module of three lines each."""

from collections.abc import Callable
from datetime import date
from types import ModuleType
from typing import Any

from guanwei.api import (
    ApprovalRoute,
    Citation,
    Duty,
    ManuscriptFacts,
    Role,
    RuleBook,
    Step,
    StepKind,
    Whose,
    hookimpl,
)

DOCUMENT = "清河县试行办法"
ARTICLE = (Citation(DOCUMENT, "第一条"),)


def route_hooks(name: str, rule: Callable[[ManuscriptFacts], Any]) -> dict[str, Any]:
    """The hooks of a plugin ``name`` with one role and one route, ``<name>.route``, decided by ``rule``."""
    role = Role(f"{name}.releaser", "发布员", frozenset({Duty.RELEASE}), ARTICLE)
    step = Step(f"{name}.release", "发布", StepKind.RELEASE, role.id, Whose.MANAGER, ARTICLE)
    route = ApprovalRoute(f"{name}.route", "流程", ARTICLE, rule, (step,))
    book = RuleBook(f"{name}.book", DOCUMENT, "", "清河县", date(2020, 1, 1))
    return {
        "plugin_label": hookimpl(lambda: f"插件 {name}", specname="plugin_label"),
        "register_rule_books": hookimpl(lambda: [book], specname="register_rule_books"),
        "register_roles": hookimpl(lambda: [role], specname="register_roles"),
        "register_approval_routes": hookimpl(lambda: [route], specname="register_approval_routes"),
    }


def module_with(hooks: dict[str, Any]) -> ModuleType:
    """A module that isn't on disk, for tests in one process."""
    module = ModuleType("dummy")
    vars(module).update(hooks)
    return module
