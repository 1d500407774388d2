"""第九条: what may be published, and what a repost must carry."""

from guanwei.api import Category, Field, Form, Kind, ManuscriptFacts

from guanwei_luan_emergency.regulation import cite

CONTENT = "第九条第一款"
REPOSTS = "第九条第二款"


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
# The county's book already puts this box before every editor; a second one would ask the same thing twice.
REPOST_MARK = "county.repost_mark"


def always(facts: ManuscriptFacts) -> bool:
    """Of every manuscript. A push orders what was signed with its own facts, and states none."""
    return facts.form is not Form.PUSH


def is_other_matter(facts: ManuscriptFacts) -> bool:
    """A category of everything else says nothing, so the matter must be stated."""
    return facts.category == OTHER_MATTERS.id


def is_leader_approved(facts: ManuscriptFacts) -> bool:
    """The category rests on a leader's approval, so the record needs the leader."""
    return facts.category == LEADER_APPROVED.id


def is_repost(facts: ManuscriptFacts) -> bool:
    """转载."""
    return facts.kind == Kind.REPOST


def is_repost_without_mark(facts: ManuscriptFacts) -> bool:
    """A source or a mark: either is enough."""
    return is_repost(facts) and facts.field(REPOST_MARK) != "yes"


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
        sentence="内容类别为“经领导批准发布”的，请写明由哪位领导批准。",
        required=is_leader_approved,
    ),
    Field(
        id="permission",
        label="转载许可",
        cites=(cite(REPOSTS, "LAE-9.10"),),
        sentence="转载他人内容，请写明何时由谁许可转载。",
        required=is_repost,
    ),
    Field(
        id="source_name",
        label="出处",
        cites=(cite(REPOSTS, "LAE-9.12"),),
        sentence="转载请写明出处，或者给稿件打上明显的转载标识。",
        required=is_repost_without_mark,
    ),
    Field(
        id="original_title",
        label="原标题",
        cites=(cite(REPOSTS, "LAE-9.13"),),
        sentence="转载请填写原标题，供审核人对照标题是否走样。",
        required=is_repost,
    ),
)
