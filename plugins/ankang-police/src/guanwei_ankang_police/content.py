"""三、2 and 三、4: what an item is about, and what it states beside its text."""

from guanwei.api import Category, Check, Field, FieldType, Form, ManuscriptFacts, Severity

from guanwei_ankang_police.regulation import cite

# 三、4: these go up step by step.
DOCUMENT = Category("ankang-police.document", "文件", (cite("三、4", "AKP-3.4.1"),))
LEADERS_ACTIVITY = Category(
    "ankang-police.leaders-activity", "领导的重要活动", (cite("三、4", "AKP-3.4.1", "AKP-3.4.3"),)
)
MEETING = Category("ankang-police.important-meeting", "重要会议", (cite("三、4", "AKP-3.4.1"),))
# 三、2 asks work items for more than others; 三、8 lets them pass like any ordinary item.
WORK = Category("ankang-police.work", "工作类信息", (cite("三、2", "AKP-3.2.3"), cite("三、8")))
CATEGORIES = (DOCUMENT, LEADERS_ACTIVITY, MEETING, WORK)

# 三、4 prints 分管局领导(局主要领导): the chief signs besides where the subject is the leaders themselves.
CHIEF_TOO = frozenset({LEADERS_ACTIVITY.id})
GRADED = frozenset({DOCUMENT.id, MEETING.id})

EFFECT = Field(
    id="ankang-police.effect",
    label="工作实效",
    cites=(cite("三、2", "AKP-3.2.3"),),
    sentence="工作类信息请写明工作实效。",
    type=FieldType.LONG_TEXT,
)
MEASURES = Field(
    id="ankang-police.measures",
    label="具体做法",
    cites=(cite("三、2", "AKP-3.2.3"),),
    sentence="工作类信息请写明具体做法。",
    type=FieldType.LONG_TEXT,
)
FITS_COLUMN = Field(
    id="ankang-police.fits_column",
    label="符合栏目主旨",
    cites=(cite("三、2", "AKP-3.2.1"),),
    sentence="请对照栏目主旨确认。",
    type=FieldType.YES_NO,
    help="对照上面写明的栏目主旨，相符的勾选。",
)


def is_leaders_activity(facts: ManuscriptFacts) -> bool:
    """A leader's important activity."""
    return facts.category == LEADERS_ACTIVITY.id


# The planned time is a note: only a person's mark lifts the hold (三、4).
ENDS_AT = Field(
    id="ankang-police.activity_ends",
    label="预定活动结束时间",
    cites=(cite("三、4", "AKP-3.4.3"),),
    sentence="领导活动请写明全部活动预定何时结束。",
    required=is_leaders_activity,
    help="到了预定时间仍须由承办人确认全部活动已经结束，才能上网。",
)
FIELDS = (FITS_COLUMN, EFFECT, MEASURES, ENDS_AT)


def lacks_effect(facts: ManuscriptFacts) -> bool:
    """A work item that says nothing of what came of it."""
    return facts.category == WORK.id and not facts.field(EFFECT.id).strip()


def lacks_measures(facts: ManuscriptFacts) -> bool:
    """A work item that says nothing of how it was done."""
    return facts.category == WORK.id and not facts.field(MEASURES.id).strip()


def is_unconfirmed(facts: ManuscriptFacts) -> bool:
    """In a column of the notice, and nobody said that it fits."""
    in_column = facts.column_facts is not None and facts.column_facts.id != ""
    return facts.form is Form.ARTICLE and in_column and facts.field(FITS_COLUMN.id) != "yes"


CHECKS = (
    Check(
        "ankang-police.without-effect",
        "缺工作实效",
        (cite("三、2", "AKP-3.2.3"),),
        Severity.LOOK,
        "工作类信息没有写工作实效。",
        lacks_effect,
        "请补写工作实效；确无可写的，请说明理由。",
    ),
    Check(
        "ankang-police.without-measures",
        "缺具体做法",
        (cite("三、2", "AKP-3.2.3"),),
        Severity.LOOK,
        "工作类信息没有写具体做法。",
        lacks_measures,
        "请补写具体做法；确无可写的，请说明理由。",
    ),
    Check(
        "ankang-police.unconfirmed-purpose",
        "未确认符合栏目主旨",
        (cite("三、2", "AKP-3.2.1"),),
        Severity.INFO,
        "编辑没有确认稿件符合栏目主旨，审批时请对照主旨把关。",
        is_unconfirmed,
    ),
)
