"""An agency's book that asks for every kind of signature, one kind a category. Its plugin is named ``joint``."""

from datetime import date

from guanwei.api import (
    ApprovalRoute,
    Category,
    ChecklistItem,
    Citation,
    Duty,
    Field,
    FieldType,
    ManuscriptFacts,
    Paper,
    Role,
    RuleBook,
    Step,
    StepGroup,
    StepKind,
    Whose,
    hookimpl,
)

__version__ = "1.0"

DOCUMENT = "清河县联审办法"
CITES = (Citation(DOCUMENT, "第二条"),)
REVIEW, CHECK, RELEASE = StepKind.REVIEW, StepKind.CHECK, StepKind.RELEASE

LEGAL = Role("joint.legal", "法制员", frozenset({Duty.REVIEW}), CITES)
FINANCE = Role("joint.finance", "财务员", frozenset({Duty.REVIEW}), CITES)
SAFETY = Role("joint.safety", "安全员", frozenset({Duty.REVIEW}), CITES)
EDITING = Role("joint.editing", "责任编辑", frozenset({Duty.WRITE, Duty.REVIEW}), CITES)
LEADER = Role("joint.leader", "局领导", frozenset({Duty.REVIEW}), CITES)
OUTSIDE = Role("joint.outside", "上级机关负责人", frozenset({Duty.REVIEW}), CITES)
DISCIPLINE = Role("joint.discipline", "纪检员", frozenset({Duty.REVIEW}), CITES)
CLERK = Role("joint.clerk", "文书", frozenset({Duty.WRITE}), CITES)
KEEPER = Role("joint.keeper", "档案员", frozenset({Duty.AUDIT}), CITES)


def step(name: str, label: str, role: Role | str, whose: Whose = Whose.MANAGER, **more: object) -> Step:
    role_id = role.id if isinstance(role, Role) else role
    return Step(f"joint.{name}", label, more.pop("kind", REVIEW), role_id, whose, CITES, **more)  # type: ignore[arg-type]


OUT = step("release", "发布", "county.publisher", kind=RELEASE)
SIGN = step("sign", "局领导签发", LEADER, Whose.AGENCY)


def council(name: str) -> tuple[Step, ...]:
    """Three posts side by side in the group ``name``."""
    group = f"joint.{name}"
    return (
        step(f"{name}-legal", "法制会签", LEGAL, group=group),
        step(f"{name}-finance", "财务会签", FINANCE, group=group),
        step(f"{name}-safety", "安全会签", SAFETY, group=group),
    )


def when(category: str) -> object:
    def applies(facts: ManuscriptFacts) -> bool:
        return facts.category == f"joint.{category}"

    return applies


def plain(facts: ManuscriptFacts) -> bool:
    return facts.category == "joint.plain" and "重大" not in facts.text


def grave(facts: ManuscriptFacts) -> bool:
    return facts.category == "joint.plain" and "重大" in facts.text


def names_a_place(facts: ManuscriptFacts) -> bool:
    return facts.category == "joint.plain" and "涉密" in facts.text


def breaks(facts: ManuscriptFacts) -> bool:
    if facts.category == "joint.plain" and "出错" in facts.text:
        raise ValueError("规则出错")
    return False


def route(
    name: str, *steps: Step, groups: tuple[StepGroup, ...] = (), applies: object = None
) -> ApprovalRoute:
    chosen = applies or when(name)
    return ApprovalRoute(f"joint.{name}-route", name, CITES, chosen, (*steps, OUT), groups=groups)  # type: ignore[arg-type]


ROUTES = (
    route("all", *council("all"), SIGN, groups=(StepGroup("joint.all", "三方会签", CITES),)),
    route("two", *council("two"), SIGN, groups=(StepGroup("joint.two", "三方会签两方通过", CITES, 2),)),
    route("pair", step("pair", "两位局领导签发", LEADER, Whose.AGENCY, signatures=2)),
    route(
        "subject", step("subject", "分管领导签发", LEADER, Whose.OVERSEER_OF_SUBJECT, subject="joint.matter")
    ),
    route("place", step("place", "分管领导签发", LEADER, Whose.OVERSEER_OF_SUBJECT, subject="joint.place")),
    route(
        "paper",
        step("first", "初审", LEGAL),
        step("paper", "上级签批", OUTSIDE, paper=Paper(CLERK.id, KEEPER.id)),
    ),
    route(
        "inside",
        step("inside", "局领导纸质签批", LEADER, Whose.AGENCY, paper=Paper(CLERK.id, KEEPER.id)),
        SIGN,
    ),
    route("vetoed", step("veto", "纪检监督", DISCIPLINE, veto=True), SIGN),
    route("bound", step("bound", "纪检审查", DISCIPLINE, veto=True, binding=True), SIGN),
    route("edited", step("edit", "审核编辑", EDITING, may_edit=True), SIGN),
    route("laid_out", step("lay-out", "排版编辑", EDITING, may_edit=True, layout_exempt=True), SIGN),
    route(
        "plain",
        step("read", "审读", LEGAL, checklist=(ChecklistItem("joint.read-all", "已通读全文", CITES),)),
        SIGN,
        applies=plain,
    ),
    route("grave", step("grave", "安全审查", SAFETY), SIGN, applies=grave),
    ApprovalRoute("joint.broken", "出错", CITES, breaks, (SIGN, OUT)),
)


@hookimpl
def plugin_label() -> str:
    return "联审办法"


@hookimpl
def register_rule_books() -> list[RuleBook]:
    return [RuleBook("joint.book", DOCUMENT, "", "清河县", date(2020, 1, 1))]


@hookimpl
def register_roles() -> list[Role]:
    return [LEGAL, FINANCE, SAFETY, EDITING, LEADER, OUTSIDE, DISCIPLINE, CLERK, KEEPER]


@hookimpl
def register_categories() -> list[Category]:
    names = (
        "all",
        "two",
        "pair",
        "subject",
        "place",
        "paper",
        "inside",
        "vetoed",
        "bound",
        "edited",
        "laid_out",
        "plain",
    )
    return [Category(f"joint.{name}", name, CITES) for name in names]


@hookimpl
def register_fields() -> list[Field]:
    matters = (("traffic", "交通管理"), ("order", "治安管理"))
    return [
        Field("joint.matter", "所涉事项", CITES, "请选择所涉事项。", FieldType.CHOICE, matters),
        Field("joint.place", "所涉地点", CITES, "请填写所涉地点。"),
        Field("joint.cleared", "解密依据", CITES, "涉密内容请填写解密依据。", required=names_a_place),
    ]


@hookimpl
def register_approval_routes() -> list[ApprovalRoute]:
    return list(ROUTES)
