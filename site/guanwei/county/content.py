"""What an item must state: its category (第十一条), of a repost where it comes from (第十二条), of a response what it
rests on (通知第二部分(三是)); and what is found when it doesn't.
"""

from guanwei.api import Category, Check, Field, FieldType, Form, Kind, ManuscriptFacts, Severity
from guanwei.county.articles import cite, cite_notice

CLARIFICATION = "county.clarification"
BASIS = "county.basis"
PART = "county.part"
OTHER = "county.other"
UNCLASSIFIED = "county.not_secret"
DISCLOSABLE = "county.disclosable"

CATEGORIES = (
    Category("county.disclosure", "主动公开信息", (cite("第十一条", "YC-11.1"),)),
    Category("county.publicity", "宣传信息", (cite("第十一条", "YC-11.2"),)),
    Category("county.convenience", "便民信息", (cite("第十一条", "YC-11.3"),)),
    Category(CLARIFICATION, "澄清回应信息", (cite("第十一条"),)),
    Category(OTHER, "其他可公开信息", (cite("第十一条"),)),
)


def is_written(facts: ManuscriptFacts) -> bool:
    """Articles and posts, as against pages of the site's structure and pushes of what was written before."""
    return facts.form in (Form.ARTICLE, Form.POST)


def is_other(facts: ManuscriptFacts) -> bool:
    """What none of the four kinds names goes out only as neither secret nor withheld."""
    return is_written(facts) and facts.category == OTHER


def is_repost_without_mark(facts: ManuscriptFacts) -> bool:
    """Others' work needs its source or a visible mark: either will do."""
    return facts.kind == Kind.REPOST and facts.field("county.repost_mark") != "yes"


def is_response(facts: ManuscriptFacts) -> bool:
    """An answer, or what clarifies and responds to public concern."""
    return is_written(facts) and (facts.kind == Kind.REPLY or facts.category == CLARIFICATION)


def is_response_without_basis(facts: ManuscriptFacts) -> bool:
    """Facts come first in a response."""
    return is_response(facts) and not facts.field(BASIS).strip()


def is_split(facts: ManuscriptFacts) -> bool:
    """One of several posts that say one thing together."""
    return is_written(facts) and facts.field(PART) != ""


# 通知第二部分(一是) names what accounts should speak of first; an item of another topic leaves it empty.
TOPICS = (
    ("county.policy", "重要政策"),
    ("county.meeting", "重要会议"),
    ("county.key-work", "重点工作"),
    ("county.concern", "公众关注热点"),
)

FIELDS = (
    Field(
        UNCLASSIFIED,
        "不涉密",
        (cite("第十一条", "YC-11.5"),),
        "“其他可公开信息”请先确认不涉密，勾选“不涉密”。",
        type=FieldType.YES_NO,
        required=is_other,
        help="只有“其他可公开信息”要勾选。",
    ),
    Field(
        DISCLOSABLE,
        "可以向社会公开",
        (cite("第十一条", "YC-11.5"),),
        "“其他可公开信息”请先确认可以公开，勾选“可以向社会公开”。",
        type=FieldType.YES_NO,
        required=is_other,
        help="只有“其他可公开信息”要勾选。",
    ),
    Field(
        "county.topic",
        "主题",
        (cite_notice("第二部分(一是)", "YC-N2.3"),),
        "请选择主题。",
        type=FieldType.CHOICE,
        choices=TOPICS,
        listed=True,
    ),
    Field(
        "category",
        "内容类别",
        (cite("第十一条", "YC-11.1"),),
        "请选择内容类别。",
        required=is_written,
    ),
    Field(
        "county.repost_mark",
        "标题带“转载”标识",
        (cite("第十二条", "YC-12.2"),),
        "请勾选转载标识。",
        type=FieldType.YES_NO,
        help="转载他人原创时，写明出处或者打上转载标识，二者至少有一。",
    ),
    Field(
        "source_name",
        "出处",
        (cite("第十二条", "YC-12.2"),),
        "转载稿请写明出处，或者勾选转载标识。",
        required=is_repost_without_mark,
    ),
    Field(
        PART,
        "分条发布",
        (cite("第十二条", "YC-12.6"),),
        "请选择是第几条。",
        type=FieldType.CHOICE,
        choices=(("first", "同一内容的第一条"), ("later", "同一内容的第二条及以后")),
        help="一条能说完整的，不用选。",
    ),
    Field(
        BASIS,
        "事实依据",
        (cite_notice("第二部分(三是)", "YC-N2.17"),),
        "请写明回应所依据的事实。",
        type=FieldType.LONG_TEXT,
        help="回复和澄清回应填写：依据哪些事实、数据、文件，由谁核实。只供审核，不发布。",
    ),
)

CHECKS = (
    # 争取: it may be split, with a reason.
    Check(
        "county.split-message",
        "一条没有说完整",
        (cite("第十二条", "YC-12.6"),),
        Severity.LOOK,
        "同一内容分成了几条；请尽量用一条说完整。",
        is_split,
        suggestion="合并成一条，去掉“分条发布”的选择。",
    ),
    Check(
        "county.response-without-basis",
        "回应没有事实依据",
        (cite_notice("第二部分(三是)", "YC-N2.17"),),
        Severity.INFO,
        "这份回应没有填写事实依据，请审核时核实。",
        is_response_without_basis,
        suggestion="在“事实依据”里写明依据和核实人。",
    ),
)
