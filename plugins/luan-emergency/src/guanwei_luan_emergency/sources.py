"""第九条第二款: the list of sources, and what a repost shows beside its own text."""

from guanwei.api import (
    Check,
    ChecklistItem,
    Field,
    FieldType,
    Form,
    Kind,
    ManuscriptFacts,
    Register,
    Severity,
)

from guanwei_luan_emergency import people
from guanwei_luan_emergency.regulation import cite

REPOSTS = "第九条第二款"
SOURCE = "luan-emergency.source"
ORIGINAL_TEXT = "luan-emergency.original_text"
OTHERS_MATERIAL = "luan-emergency.others_material"
HOLDER = "luan-emergency.holder"
LICENCE = "luan-emergency.licence"
# The county's book already puts this box before every editor; a second one would ask the same thing twice.
REPOST_MARK = "county.repost_mark"

SOURCES = Register(
    id="luan-emergency.sources",
    label="稿源名单",
    cites=(cite(REPOSTS, "LAE-9.9"),),
    model="guanwei_luan_emergency.Source",
    columns=("name", "kind", "determined_by", "beyond_national"),
    # Not those who write: nobody puts an own source on the list to repost from it.
    kept_by=(people.SECTION_HEAD.id, people.DEDICATED_ADMINISTRATOR.id),
    facts=("name", "kind", "determined_by", "beyond_national"),
)


def is_repost(facts: ManuscriptFacts) -> bool:
    """转载."""
    return facts.kind == Kind.REPOST


def is_repost_without_mark(facts: ManuscriptFacts) -> bool:
    """A source or a mark: either is enough."""
    return is_repost(facts) and facts.field(REPOST_MARK) != "yes"


def is_from_outside_the_list(facts: ManuscriptFacts) -> bool:
    """No entry of the list is named. A push orders what was judged already."""
    return is_repost(facts) and facts.form is not Form.PUSH and not facts.entry(SOURCE, "name")


def is_beyond_the_nations_list(facts: ManuscriptFacts) -> bool:
    """On the bureau's list, and of a kind that the nation's list doesn't know."""
    return is_repost(facts) and facts.entry(SOURCE, "beyond_national") == "yes"


def is_of_unnamed_holder(facts: ManuscriptFacts) -> bool:
    """Others' pictures or recordings, and nobody says whose."""
    return facts.field(OTHERS_MATERIAL) == "yes" and not facts.field(HOLDER).strip()


def is_retitled(facts: ManuscriptFacts) -> bool:
    """The item or one of its posts runs under another title than the original."""
    titles = {facts.title, *(each.title for each in facts.variants)} - {""}
    return is_repost(facts) and titles != {facts.original_title}


FIELDS = (
    Field(
        id=SOURCE,
        label="稿源（名单内）",
        cites=(cite(REPOSTS, "LAE-9.8"),),
        sentence="请从稿源名单里选择来源。",
        type=FieldType.ENTRY,
        register=SOURCES.id,
        help="转载时选择；名单里没有的来源留空，送审前写明理由。",
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
    Field(
        id=ORIGINAL_TEXT,
        label="原文",
        cites=(cite(REPOSTS, "LAE-9.13"),),
        sentence="转载请把原文粘贴到“原文”一栏，供审核人对照内容是否走样。",
        type=FieldType.LONG_TEXT,
        help="照来源原样粘贴；只供审核对照，不发布。",
        required=is_repost,
    ),
    Field(
        id=OTHERS_MATERIAL,
        label="用了他人的图片或音视频",
        cites=(cite(REPOSTS, "LAE-9.11"),),
        sentence="请勾选是否用了他人的图片或音视频。",
        type=FieldType.YES_NO,
    ),
    Field(
        id=HOLDER,
        label="著作权人",
        cites=(cite(REPOSTS, "LAE-9.11"),),
        sentence="请写明所用图片、音视频的著作权人。",
        help="用了他人的图片或音视频时填写。",
    ),
    Field(
        id=LICENCE,
        label="使用许可",
        cites=(cite(REPOSTS, "LAE-9.11"),),
        sentence="请写明凭什么许可使用。",
        help="例如：何时由谁书面许可，限用几次。",
    ),
)

CHECKS = (
    Check(
        id="luan-emergency.copyright",
        label="没有著作权人",
        cites=(cite(REPOSTS, "LAE-9.11"),),
        severity=Severity.INFO,
        sentence="用了他人的图片或音视频，却没有写明著作权人，请审核有无侵权风险。",
        suggestion="在“著作权人”和“使用许可”里写明。",
        found=is_of_unnamed_holder,
    ),
    Check(
        id="luan-emergency.source_outside_list",
        label="稿源不在名单",
        cites=(cite(REPOSTS, "LAE-9.8"),),
        severity=Severity.LOOK,
        sentence="转载原则上限于稿源名单；这篇没有选用名单里的来源，确需转载的请写明理由。",
        suggestion="在“稿源（名单内）”里选择来源，或者请科室负责人先把它列入名单。",
        found=is_from_outside_the_list,
    ),
    # 标黄: shown to everybody who signs, in the way of nobody.
    Check(
        id="luan-emergency.source_beyond_national",
        label="稿源超出国家名单",
        cites=(cite(REPOSTS, "LAE-9.8"),),
        severity=Severity.INFO,
        sentence="这个来源在本局名单内，但不属于党政网站和指定稿源，请审核时留意。",
        found=is_beyond_the_nations_list,
    ),
)

# A title may be shortened for a platform; whoever reviews then answers for its meaning.
SAME_MEANING = ChecklistItem(
    id="luan-emergency.same_meaning",
    label="标题与原标题不同，已对照原文，原意没有改变",
    cites=(cite(REPOSTS, "LAE-9.13"),),
    binding=True,
    applies=is_retitled,
)
