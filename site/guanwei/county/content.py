"""What an item must state: its category (第十一条), and of a repost where it comes from (第十二条)."""

from guanwei.api import Category, Field, FieldType, Form, Kind, ManuscriptFacts
from guanwei.county.articles import cite, cite_notice

CATEGORIES = (
    Category("county.disclosure", "主动公开信息", (cite("第十一条", "YC-11.1"),)),
    Category("county.publicity", "宣传信息", (cite("第十一条", "YC-11.2"),)),
    Category("county.convenience", "便民信息", (cite("第十一条", "YC-11.3"),)),
    Category("county.clarification", "澄清回应信息", (cite("第十一条"),)),
    Category("county.other", "其他可公开信息", (cite("第十一条"),)),
)


def is_written(facts: ManuscriptFacts) -> bool:
    """Articles and posts, as against pages of the site's structure and pushes of what was written before."""
    return facts.form in (Form.ARTICLE, Form.POST)


def is_repost_without_mark(facts: ManuscriptFacts) -> bool:
    """Others' work needs its source or a visible mark: either will do."""
    return facts.kind == Kind.REPOST and facts.field("county.repost_mark") != "yes"


# 通知第二部分(一是) names what accounts should speak of first; an item of another topic leaves it empty.
TOPICS = (
    ("county.policy", "重要政策"),
    ("county.meeting", "重要会议"),
    ("county.key-work", "重点工作"),
    ("county.concern", "公众关注热点"),
)

FIELDS = (
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
)
