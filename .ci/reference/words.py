"""Words of a page that is written in both languages."""

from dataclasses import dataclass

ROOMS = (
    "organisations",
    "accounts",
    "screening",
    "approvals",
    "publishing",
    "portal",
    "cases",
    "opinion",
    "supervision",
    "text",
)
STRENGTHS = ("enforce", "warn", "support", "record", "declare")
STATUSES = ("enforced", "warned", "supported", "recorded", "declared", "missing")


@dataclass(frozen=True)
class Words:
    """By the machine's word, what a reader sees. ``columns`` are those of the table of clauses."""

    columns: tuple[str, ...]
    rooms: dict[str, str]
    strengths: dict[str, str]
    statuses: dict[str, str]
    clauses: str
    all: str


ENGLISH = Words(
    columns=("clause", "article", "in our own words", "room", "strength", "status", "tests"),
    rooms={each: each for each in ROOMS},
    strengths={each: each for each in STRENGTHS},
    statuses={each: each for each in STATUSES},
    clauses="clauses",
    all="**all**",
)
CHINESE = Words(
    columns=("条目", "条款", "内容（概述）", "业务", "力度", "状态", "测试"),
    rooms=dict(
        zip(
            ROOMS,
            ("机构", "账号", "内容检查", "审批", "发布", "门户", "办件", "舆情", "督查", "文本"),
            strict=True,
        )
    ),
    strengths=dict(zip(STRENGTHS, ("拦截", "提示", "支持", "留痕", "展示"), strict=True)),
    statuses=dict(zip(STATUSES, ("已拦截", "已提示", "已支持", "已留痕", "已展示", "尚缺"), strict=True)),
    clauses="条目数",
    all="**合计**",
)
