"""A whole plugin without a fault, named ``sound``."""

from datetime import date

from guanwei.api import (
    ApprovalRoute,
    Body,
    BodySeat,
    Category,
    Channel,
    Check,
    ChecklistItem,
    Citation,
    Clause,
    Column,
    Confirmation,
    Dictionary,
    Duty,
    Field,
    FieldType,
    FindingType,
    FormSignature,
    Kind,
    Limits,
    Linkage,
    ManuscriptFacts,
    Mark,
    OfficialForm,
    Paper,
    PasswordPolicy,
    Register,
    ReleaseOrder,
    Role,
    Room,
    RuleBook,
    Screening,
    Severity,
    Step,
    StepKind,
    Strength,
    Structure,
    Theme,
    UnitKind,
    Urgency,
    Whose,
    hookimpl,
)

__version__ = "1.2"

ARTICLE = (Citation("清河县信息发布办法", "第三条"),)
EDITOR = Role("sound.editor", "审核员", frozenset({Duty.REVIEW}), ARTICLE)
PUBLISHER = Role("sound.publisher", "发布员", frozenset({Duty.RELEASE}), ARTICLE)
REVIEW = Step(
    "sound.review",
    "审核",
    StepKind.REVIEW,
    "sound.editor",
    Whose.SUPPLIER,
    ARTICLE,
    checklist=(ChecklistItem("sound.read", "已通读全文", ARTICLE),),
)
RELEASE = Step("sound.release", "发布", StepKind.RELEASE, "sound.publisher", Whose.MANAGER, ARTICLE)


def ordinary(facts: ManuscriptFacts) -> bool:
    return facts.urgency is Urgency.ORDINARY


def emergency(facts: ManuscriptFacts) -> bool:
    return facts.urgency is Urgency.EMERGENCY


def repost(facts: ManuscriptFacts) -> bool:
    return facts.kind is Kind.REPOST


@hookimpl
def plugin_label() -> str:
    return "完好插件"


@hookimpl
def register_rule_books() -> list[RuleBook]:
    return [RuleBook("sound.book", "清河县信息发布办法", "", "清河县", date(2020, 1, 1), date(2030, 1, 1))]


@hookimpl
def register_roles() -> list[Role]:
    return [EDITOR, PUBLISHER]


@hookimpl
def register_categories() -> list[Category]:
    return [Category("sound.notice", "通知公告", ARTICLE)]


@hookimpl
def register_fields() -> list[Field]:
    return [
        Field("source_name", "来源", ARTICLE, "转载稿件请填写来源。", required=repost),
        Field("sound.remark", "备注", ARTICLE, "请填写备注。"),
        Field("sound.list", "名录", ARTICLE, "请选择。", FieldType.ENTRY, register="sound.sources"),
    ]


@hookimpl
def register_approval_routes() -> list[ApprovalRoute]:
    return [
        ApprovalRoute("sound.ordinary", "常规发布", ARTICLE, ordinary, (REVIEW, RELEASE)),
        ApprovalRoute("sound.emergency", "应急发布", ARTICLE, emergency, (RELEASE,)),
    ]


@hookimpl
def register_linkages() -> list[Linkage]:
    return [Linkage("sound.first", "突发事件先发微博", ARTICLE, emergency, ReleaseOrder.POSTS_FIRST)]


@hookimpl
def register_forms() -> list[OfficialForm]:
    signature = FormSignature("审核意见", "sound.review")
    return [OfficialForm("sound.form", "审批表", ARTICLE, "sound.ordinary", (), (), (signature,))]


@hookimpl
def register_channels() -> list[Channel]:
    return [Channel("by-hand", "人工发布", "weibo", Limits(text_chars=2000))]


@hookimpl
def register_themes() -> list[Theme]:
    return [Theme("sound.theme", "素色", "sound_theme")]


@hookimpl
def register_password_policies() -> list[PasswordPolicy]:
    return [PasswordPolicy("sound.passwords", "密码要求", ARTICLE, min_length=12, classes=2)]


@hookimpl
def register_clauses() -> list[Clause]:
    return [Clause("SND-3.1", "第三条", "发布前由审核员审核。", Room.APPROVALS, Strength.ENFORCE)]


@hookimpl
def register_checks() -> list[Check]:
    return [
        Check(
            "sound.short", "过短", ARTICLE, Severity.LOOK, "正文过短，请核实。", lambda facts: not facts.text
        )
    ]


@hookimpl
def register_screenings() -> list[Screening]:
    return [
        Screening(
            "sound.numbers",
            "身份证号",
            ARTICLE,
            FindingType.ID_NUMBER,
            Severity.BLOCK,
            "请隐去身份证号。",
            cleared_by=("sound.editor",),
            applies=lambda facts: facts.kind is not Kind.REPLY,
        ),
        Screening(
            "sound.stiff",
            "用词生硬",
            ARTICLE,
            FindingType.EMPTY_TALK,
            Severity.INFO,
            "请换一种说法。",
            dictionary="sound.phrases",
        ),
    ]


@hookimpl
def register_dictionaries() -> list[Dictionary]:
    return [Dictionary("sound.phrases", "生硬用语", ARTICLE, FindingType.EMPTY_TALK, ("大力推动",))]


@hookimpl
def register_marks() -> list[Mark]:
    return [
        Mark("sound.unfit", "不宜公开", ARTICLE, "已标为不宜公开，不能发布。", lifted_by=("sound.editor",))
    ]


@hookimpl
def register_confirmations() -> list[Confirmation]:
    paper = Paper("sound.editor", "sound.publisher")
    return [Confirmation("sound.ask", "会商", ARTICLE, lambda facts: True, "sound.editor", paper)]


@hookimpl
def register_columns() -> list[Column]:
    return [
        Column("sound.public", "信息公开", "public", ARTICLE),
        Column("sound.news", "要闻", "news", ARTICLE, parent="sound.public", lead="办公室"),
    ]


@hookimpl
def register_registers() -> list[Register]:
    return [
        Register("sound.sources", "来源名录", ARTICLE, "dummy_plugins.Source", ("name",), ("sound.editor",))
    ]


@hookimpl
def register_unit_kinds() -> list[UnitKind]:
    return [UnitKind("sound.branch", "分局", ARTICLE, Structure.AFFILIATED_UNIT)]


@hookimpl
def register_bodies() -> list[Body]:
    return [
        Body(
            "sound.group", "领导小组", ARTICLE, (BodySeat("sound.head", "组长", ARTICLE, ("sound.editor",)),)
        )
    ]
