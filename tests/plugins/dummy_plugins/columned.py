"""A plugin that declares a small tree of columns, with a route whose release is the column's manager's."""

from dataclasses import replace
from datetime import date

from guanwei.api import (
    ApprovalRoute,
    Citation,
    Column,
    ColumnService,
    Display,
    Duty,
    Form,
    ManuscriptFacts,
    Role,
    RuleBook,
    Step,
    StepKind,
    Whose,
    hookimpl,
)

DOCUMENT = "清河县栏目办法"


def cites(number: int) -> tuple[Citation, ...]:
    return (Citation(DOCUMENT, f"第{number}条"),)


MANAGER = Role("columned.manager", "栏目员", frozenset({Duty.WRITE, Duty.RELEASE}), cites(7), per_unit=(1, 1))
HEAD = Role("columned.head", "科长", frozenset({Duty.REVIEW}), cites(8))
PHONE = ColumnService("columned.phone", "便民电话", cites(5))
GUIDE = ColumnService("columned.guide", "办事指南", cites(5))
ASK = ColumnService("columned.ask", "业务咨询", cites(5), supplied=False, consultation=True)


def column(name: str, label: str, article: int, parent: str = "", **more: object) -> Column:
    return Column(f"columned.{name}", label, name, cites(article), parent and f"columned.{parent}", **more)  # type: ignore[arg-type]


KEPT = {"staffed_by": (MANAGER.id,)}
COLUMNS = (
    column("public", "信息公开", 1, closed_tree=True),
    column("news", "要闻", 2, "public", lead="宣传科", co_owners=("办公室",), purpose="本局要闻", **KEPT),
    column("tips", "提示", 3, "public", lead="治安科", contributors=("交通科",), **KEPT),
    column("more", "公开目录", 4, "public", display=Display.LINK, closed_tree=True),
    column("reports", "年报", 4, "more", lead="办公室", display=Display.LINK, **KEPT),
    column("desk", "办事", 5, lead="办公室", contributors=("交通科",), display_fixed=False, may_close=True,
           services=(PHONE, GUIDE, ASK), **KEPT),
    column("weibo", "清河警务", 6, lead="办公室", display=Display.LINK, may_close=True, platform="weibo"),
)  # fmt: skip


@hookimpl
def plugin_label() -> str:
    return "栏目办法"


@hookimpl
def register_rule_books() -> tuple[RuleBook, ...]:
    return (RuleBook("columned.book", DOCUMENT, "", "清河县公安局", date(2020, 1, 1)),)


@hookimpl
def register_roles() -> tuple[Role, ...]:
    return (MANAGER, HEAD)


@hookimpl
def register_columns() -> tuple[Column, ...]:
    return COLUMNS


def is_written(facts: ManuscriptFacts) -> bool:
    return facts.form is Form.ARTICLE


REVIEW = Step("columned.review", "科长审核", StepKind.REVIEW, HEAD.id, Whose.SUPPLIER, cites(8))
RELEASE = replace(
    REVIEW, id="columned.release", label="上网", kind=StepKind.RELEASE, role=MANAGER.id, whose=Whose.COLUMN
)


@hookimpl
def register_approval_routes() -> tuple[ApprovalRoute, ...]:
    return (ApprovalRoute("columned.route", "栏目稿件", cites(8), is_written, (REVIEW, RELEASE)),)
