"""第九条第一款: what may be published."""

from guanwei.api import Category, ChecklistItem, Field, FieldType, Form, ManuscriptFacts

from guanwei_luan_emergency.regulation import cite

CONTENT = "第九条第一款"


def category(name: str, label: str, clause: str) -> Category:
    """One of the seven kinds of content."""
    return Category(f"luan-emergency.{name}", label, (cite(CONTENT, clause),))


OTHER_MATTERS = category("other-matters", "其他需要发布的事项", "LAE-9.6")
LEADER_APPROVED = category("leader-approved", "经领导批准发布", "LAE-9.7")

CATEGORIES = (
    category("decisions", "重大决策部署落实", "LAE-9.1"),
    category("emergency-work", "应急法规、文件、工作和活动", "LAE-9.2"),
    category("news-and-education", "政务资讯、宣教、形象和公益", "LAE-9.3"),
    category("front-line", "一线应急干部", "LAE-9.4"),
    category("clarification", "回应和澄清", "LAE-9.5"),
    OTHER_MATTERS,
    LEADER_APPROVED,
)

MATTER = "luan-emergency.matter"
APPROVING_LEADER = "luan-emergency.approving_leader"
LEADER_IN_CHARGE, PRINCIPAL = "leader-in-charge", "principal"


def always(facts: ManuscriptFacts) -> bool:
    """Of everything written. A push orders what was signed with its own facts; a column's page states none."""
    return facts.form in (Form.ARTICLE, Form.POST)


def is_other_matter(facts: ManuscriptFacts) -> bool:
    """A category of everything else says nothing, so the matter must be stated."""
    return facts.category == OTHER_MATTERS.id


def is_leader_approved(facts: ManuscriptFacts) -> bool:
    """The category rests on a leader's approval, so the record needs the leader."""
    return facts.category == LEADER_APPROVED.id


def is_approved_in_final_review(facts: ManuscriptFacts) -> bool:
    """The leader in charge, who reviews last anyway, is the one who approves."""
    return is_leader_approved(facts) and not is_approved_by_principal(facts)


def is_approved_by_principal(facts: ManuscriptFacts) -> bool:
    """The head of the bureau is the one who approves."""
    return is_leader_approved(facts) and facts.field(APPROVING_LEADER) == PRINCIPAL


FIELDS = (
    Field(
        id="category",
        label="内容类别",
        cites=(cite(CONTENT, *(f"LAE-9.{number}" for number in range(1, 8))),),
        sentence="请在七类发布内容中选择一类。",
        required=always,
    ),
    Field(
        id=MATTER,
        label="事项说明",
        cites=(cite(CONTENT, "LAE-9.6"),),
        sentence="内容类别为“其他需要发布的事项”的，请写明是什么事项。",
        required=is_other_matter,
    ),
    Field(
        id=APPROVING_LEADER,
        label="批准领导",
        cites=(cite(CONTENT, "LAE-9.7"),),
        sentence="内容类别为“经领导批准发布”的，请选择由哪位领导批准；该领导在流程中签批。",
        type=FieldType.CHOICE,
        choices=((LEADER_IN_CHARGE, "分管领导"), (PRINCIPAL, "主要领导")),
        required=is_leader_approved,
    ),
)

LEADER_APPROVES = ChecklistItem(
    id="luan-emergency.leader_approves",
    label="作为批准领导，批准发布这条信息",
    cites=(cite(CONTENT, "LAE-9.7"),),
    binding=True,
    applies=is_approved_in_final_review,
)
