"""What each hook returns is known to the other rooms, in the name of the plugin that returned it."""

from collections.abc import Callable
from typing import Any

import pytest
from dummy_plugins import sound
from dummy_plugins.misbehaving import route_hooks
from guanwei import registry
from guanwei.api import Declarations, hookimpl

DECLARED: dict[str, Callable[[Declarations], tuple[Any, ...]]] = {
    "register_rule_books": lambda declared: declared.rule_books,
    "register_roles": lambda declared: declared.roles,
    "register_categories": lambda declared: declared.categories,
    "register_fields": lambda declared: declared.fields,
    "register_approval_routes": lambda declared: declared.routes,
    "register_linkages": lambda declared: declared.linkages,
    "register_forms": lambda declared: declared.forms,
    "register_channels": lambda declared: declared.channels,
    "register_themes": lambda declared: declared.themes,
    "register_password_policies": lambda declared: declared.password_policies,
    "register_clauses": lambda declared: declared.clauses,
    "register_checks": lambda declared: declared.checks,
    "register_screenings": lambda declared: declared.screenings,
    "register_dictionaries": lambda declared: declared.dictionaries,
    "register_marks": lambda declared: declared.marks,
    "register_confirmations": lambda declared: declared.confirmations,
    "register_columns": lambda declared: declared.columns,
    "register_registers": lambda declared: declared.registers,
    "register_unit_kinds": lambda declared: declared.unit_kinds,
    "register_bodies": lambda declared: declared.bodies,
}


@pytest.mark.parametrize(("hook", "declared"), DECLARED.items(), ids=DECLARED)
def test_what_it_returns_is_declared_by_its_plugin(
    rules: Any, hook: str, declared: Callable[[Declarations], tuple[Any, ...]]
) -> None:
    rules.inline("sound")
    said = [each.id for each in getattr(sound, hook)()]
    assert said
    assert [each.id for each in declared(registry.catalogue().of("sound"))] == said
    owners = [registry.catalogue().owner_of(each) for each in said if each != "source_name"]
    assert {owner.name for owner in owners if owner} == {"sound"}


@pytest.mark.parametrize("hook", [name for name in DECLARED if name != "register_rule_books"])
def test_it_may_be_a_generator_or_stay_silent(declare: Any, hook: str) -> None:
    hooks = route_hooks("demo", lambda facts: True)
    kept = hooks.pop(hook, None)
    declare(
        demo=hooks | ({} if kept is None else {hook: hookimpl(lambda: (yield from kept()), specname=hook)})
    )
    assert [one.error for one in registry.plugins() if one.name == "demo"] == [""]


def test_plugin_label_is_what_the_office_reads(declare: Any) -> None:
    hooks = route_hooks("demo", lambda facts: True)
    declare(demo=hooks | {"plugin_label": hookimpl(lambda: " 清河水利 ", specname="plugin_label")})
    assert [one.label for one in registry.plugins() if one.name == "demo"] == ["清河水利"]
