"""A plugin with a faulty declaration isn't loaded, and the sentence says where the fault is."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import repeat
from typing import Any

import pytest
from dummy_plugins.misbehaving import ARTICLE, route_hooks
from guanwei import registry
from guanwei.api import (
    Category,
    Channel,
    Duty,
    Field,
    FieldType,
    FormSignature,
    Limits,
    OfficialForm,
    PasswordPolicy,
    Register,
    Role,
    RuleBook,
    Step,
    StepKind,
    Whose,
    hookimpl,
)


def hooks(name: str = "demo") -> dict[str, Any]:
    return route_hooks(name, lambda facts: True)


def hook(name: str, function: Callable[[], Any]) -> dict[str, Any]:
    return {name: hookimpl(function, specname=name)}


def error(name: str = "demo") -> str:
    return next(one.error for one in registry.plugins() if one.name == name)


def role(role_id: str = "demo.role", **changes: Any) -> Role:
    return replace(Role(role_id, "岗位", frozenset({Duty.WRITE}), ARTICLE), **changes)


def register(register_id: str = "demo.things", **changes: Any) -> Register:
    kept = Register(register_id, "物品", ARTICLE, "dummy_demo.Thing", ("name",), ("demo.releaser",))
    return replace(kept, **changes)


def endless() -> Iterator[Role]:
    yield from repeat(role())


class Lazy(str):
    """A string that isn't one."""


ROUTE = hooks()["register_approval_routes"]()[0]
STEP = Step("demo.step", "审核", StepKind.REVIEW, "demo.releaser", Whose.MANAGER, ARTICLE)
FORM = OfficialForm("demo.form", "表", ARTICLE, "demo.route", (), (), ())


def routes(*steps: Step) -> list[Any]:
    return [replace(ROUTE, steps=steps)]


@pytest.mark.parametrize(
    ("name", "returned", "said"),
    [
        ("register_roles", None, "Iterable"),
        ("register_roles", "abc", "register_roles()[0]"),
        ("register_roles", [Category("demo.c", "类", ARTICLE)], "Role"),
        ("register_roles", [role(label=Lazy("岗位"))], "label"),
        ("register_roles", [role(duties={Duty.WRITE})], "duties"),
        ("register_roles", [role(duties=frozenset({"write"}))], "Duty"),
        ("register_roles", [role(per_unit=(1, 2, 3))], "per_unit"),
        ("register_roles", [role(per_unit=(3, 1))], "最少人数"),
        ("register_roles", [role(open_to_contractors=1)], "open_to_contractors"),
        ("register_roles", [role(cites=())], "依据"),
        ("register_roles", [role("other.role")], "demo."),
        ("register_roles", [role(), role()], "重复"),
        ("register_categories", [Category("demo.c", "类", ())], "依据"),
        ("register_fields", [Field("demo.f", "字段", (), "请填写。")], "依据"),
        ("register_fields", [Field("demo.f", "字段", ARTICLE, " ")], "提示语"),
        ("register_fields", [Field("title", "字段", ARTICLE, "请填写。")], "demo."),
        ("register_approval_routes", routes(), "没有任何步骤"),
        ("register_approval_routes", routes(STEP, STEP), "重复"),
        ("register_approval_routes", routes(replace(STEP, cites=())), "依据"),
        ("register_approval_routes", routes(replace(STEP, kind="review")), "StepKind"),
        ("register_approval_routes", routes(replace(STEP, role="demo.nobody")), "demo.nobody"),
        ("register_approval_routes", [replace(ROUTE, applies=True)], "function"),
        (
            "register_approval_routes",
            [
                replace(ROUTE, id="demo.a", steps=(STEP,)),
                replace(ROUTE, id="demo.b", steps=(replace(STEP, label="核"),)),
            ],
            "demo.step",
        ),
        ("register_forms", [replace(FORM, route="demo.other")], "demo.other"),
        ("register_forms", [replace(FORM, signatures=(FormSignature("意见", "demo.no"),))], "demo.no"),
        ("register_channels", [Channel("weibo", "微博", "weibo", Limits(), "no colon")], "transport"),
        ("register_rule_books", [], "规则书"),
        (
            "register_rule_books",
            [RuleBook("demo.b", "办法", "", "县", date(2020, 1, 1), date(2020, 1, 1))],
            "失效日期",
        ),
        ("register_registers", [register(model="Thing")], "app_label.ModelName"),
        ("register_registers", [register(model="organisations.Unit")], "dummy_demo.ModelName"),
        ("register_registers", [register(), register("demo.more")], "另一个台账"),
        ("register_registers", [register(columns=())], "没有列"),
        ("register_registers", [register(kept_by=("demo.nobody",))], "demo.nobody"),
        ("register_fields", [Field("demo.f", "字段", ARTICLE, "请选。", FieldType.ENTRY)], "台账"),
        ("plugin_label", 3, "plugin_label"),
        ("plugin_label", "  ", "plugin_label"),
    ],
)
def test_a_fault_is_refused_with_its_place(declare: Any, name: str, returned: Any, said: str) -> None:
    declare(demo=hooks() | hook(name, lambda: returned), other=hooks("other"))
    assert "demo" in error()
    assert said in error()
    assert error("other") == ""


def test_an_endless_generator_is_refused(declare: Any) -> None:
    declare(demo=hooks() | hook("register_roles", endless))
    assert "1000" in error()


def test_a_generator_that_fails_late_is_refused(declare: Any) -> None:
    def late() -> Iterator[Role]:
        yield role()
        raise LookupError("没有名单")

    declare(demo=hooks() | hook("register_roles", late))
    assert "没有名单" in error()


def test_a_label_is_required(declare: Any) -> None:
    without = hooks()
    del without["plugin_label"]
    declare(demo=without)
    assert "plugin_label" in error()


def test_a_hook_that_does_not_exist_is_refused_by_name(declare: Any) -> None:
    def register_rolls() -> list[Role]:
        return []

    declare(demo=hooks() | {"register_rolls": hookimpl(register_rolls)})
    assert "register_rolls" in error()


def test_a_wrapper_is_refused(declare: Any) -> None:
    def around() -> Any:
        return (yield)

    declare(demo=hooks() | {"register_forms": hookimpl(around, specname="register_forms", wrapper=True)})
    assert "register_forms" in error()


def test_a_coroutine_is_no_rule(declare: Any) -> None:
    async def later(facts: Any) -> bool:
        return True

    declare(demo=hooks() | hook("register_approval_routes", lambda: [replace(ROUTE, applies=later)]))
    assert "applies" in error()


def test_two_routes_may_share_a_step(declare: Any) -> None:
    two = [replace(ROUTE, id="demo.a"), replace(ROUTE, id="demo.b")]
    declare(demo=hooks() | hook("register_approval_routes", lambda: two))
    assert error() == ""


def test_an_id_of_two_plugins_disables_the_later_by_name_and_names_both(declare: Any) -> None:
    weibo = hook("register_channels", lambda: [Channel("weibo", "微博", "weibo", Limits())])
    for order in (["alpha", "beta"], ["beta", "alpha"]):
        declare(**{name: hooks(name) | weibo for name in order})
        assert error("alpha") == ""
        assert "alpha" in error("beta")
        assert "weibo" in error("beta")


def test_no_plugin_can_take_out_the_countys_book(declare: Any) -> None:
    weibo = hook("register_channels", lambda: [Channel("weibo", "微博", "weibo", Limits())])
    declare(county=hooks("county") | weibo, alpha=hooks("alpha") | weibo)
    assert error("county") == ""
    assert "county" in error("alpha")


def test_a_role_may_come_from_another_plugin_and_is_missed_when_that_one_fails(declare: Any) -> None:
    borrowing = hook("register_approval_routes", lambda: routes(replace(STEP, role="other.releaser")))
    declare(demo=hooks() | borrowing, other=hooks("other"))
    assert error() == ""
    declare(demo=hooks() | borrowing, other=hooks("other") | hook("plugin_label", lambda: ""))
    assert "other.releaser" in error()


@pytest.mark.parametrize(
    "asked",
    [
        {"min_length": 65},
        {"min_length": -1},
        {"classes": 4},
        {"classes": 0},
        {"max_age_months": 121},
        {"history": 25},
    ],
)
def test_a_password_that_nobody_could_choose_is_no_policy(declare: Any, asked: dict[str, int]) -> None:
    policy = PasswordPolicy("demo.passwords", "密码", ARTICLE, **asked)
    declare(demo=hooks() | hook("register_password_policies", lambda: [policy]))
    assert "超出范围" in error()
