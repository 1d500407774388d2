"""A plugin whose elements, at every depth, serve clauses of its ledger."""

from dataclasses import replace
from datetime import date

from guanwei.api import (
    ApprovalRoute,
    Article,
    ChecklistItem,
    Citation,
    Clause,
    Duty,
    Field,
    Form,
    Linkage,
    ManuscriptFacts,
    ReleaseOrder,
    Role,
    Room,
    RuleBook,
    SecondReview,
    SecondReviewStep,
    Step,
    StepKind,
    Strength,
    TelephoneConsent,
    Urgency,
    Whose,
    hookimpl,
)

DOCUMENT = "清河县服务办法"


def cites(number: int, *clauses: str) -> tuple[Citation, ...]:
    return (Citation(DOCUMENT, f"第{number}条", clauses),)


def written(facts: ManuscriptFacts) -> bool:
    return facts.form is Form.ARTICLE and facts.urgency is Urgency.ORDINARY


def is_emergency(facts: ManuscriptFacts) -> bool:
    return facts.urgency is Urgency.EMERGENCY


EDITOR = Role("served.editor", "审核员", frozenset({Duty.REVIEW}), cites(1, "SRV-1"))
LEADER = Role("served.leader", "分管领导", frozenset({Duty.REVIEW}), cites(1, "SRV-1"))
REVIEW = Step(
    "served.review",
    "审核",
    StepKind.REVIEW,
    EDITOR.id,
    Whose.SUPPLIER,
    cites(2, "SRV-2"),
    checklist=(ChecklistItem("served.read", "已通读全文", cites(2, "SRV-2.1")),),
)
SIGN = Step("served.sign", "签发", StepKind.REVIEW, LEADER.id, Whose.SUPPLIER, cites(3, "SRV-3"))
CALL = replace(
    SIGN,
    id="served.call",
    telephone=TelephoneConsent(EDITOR.id, Whose.SUPPLIER, cites(3, "SRV-3.1")),
)
AFTERWARDS = SecondReview(
    "served.afterwards",
    "补审",
    cites(4, "SRV-4"),
    (SecondReviewStep("served.owed", "补签", LEADER.id, Whose.SUPPLIER, cites(4)),),
    24,
    LEADER.id,
    Whose.SUPPLIER,
)
LEDGER = (
    Clause("SRV-0", "第一条", "稿件依流程发布。", Room.APPROVALS, Strength.ENFORCE),
    Clause("SRV-1", "第一条", "设审核员和分管领导。", Room.ORGANISATIONS, Strength.ENFORCE),
    Clause("SRV-2", "第二条", "审核员审核。", Room.APPROVALS, Strength.ENFORCE),
    Clause("SRV-2.1", "第二条", "审核前通读全文。", Room.APPROVALS, Strength.ENFORCE),
    Clause("SRV-3", "第三条", "分管领导签发。", Room.APPROVALS, Strength.ENFORCE),
    Clause("SRV-3.1", "第三条", "紧急时可电话同意。", Room.APPROVALS, Strength.SUPPORT),
    Clause("SRV-4", "第四条", "紧急发布之后补审。", Room.APPROVALS, Strength.ENFORCE),
    Clause("SRV-5", "第五条", "账号服务群众。", Room.TEXT, Strength.DECLARE),
    Clause("SRV-6", "第六条", "写明事项，先网站后账号。", Room.PUBLISHING, Strength.WARN),
    Clause("SRV-7", "第七条", "稿件可以先存草稿。", Room.PUBLISHING, Strength.SUPPORT),
)


@hookimpl
def plugin_label() -> str:
    return "服务办法"


@hookimpl
def register_rule_books() -> tuple[RuleBook, ...]:
    article = Article("第五条", "账号服务群众。", ("SRV-5",))
    return (RuleBook("served.book", DOCUMENT, "", "清河县", date(2020, 1, 1), articles=(article,)),)


@hookimpl
def register_clauses() -> tuple[Clause, ...]:
    return LEDGER


@hookimpl
def register_roles() -> tuple[Role, ...]:
    return (EDITOR, LEADER)


@hookimpl
def register_fields() -> tuple[Field, ...]:
    return (Field("served.shown", "事项", cites(6, "SRV-6"), "请填写。", required=written),)


@hookimpl
def register_approval_routes() -> tuple[ApprovalRoute, ...]:
    return (
        ApprovalRoute("served.route", "流程", cites(1, "SRV-0"), written, (REVIEW, SIGN)),
        ApprovalRoute("served.emergency", "紧急流程", cites(4), is_emergency, (CALL,), AFTERWARDS),
    )


@hookimpl
def register_linkages() -> tuple[Linkage, ...]:
    return (Linkage("served.order", "先网站后账号", cites(6, "SRV-6"), written, ReleaseOrder.PAGE_FIRST),)
