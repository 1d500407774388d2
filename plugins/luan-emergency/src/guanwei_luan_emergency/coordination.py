"""第五章首条3), 第十五条3): what touches other units is agreed first; nobody likes or comments at will."""

from guanwei.api import Confirmation, Field, FieldType, Kind, ManuscriptFacts, Paper

from guanwei_luan_emergency import people
from guanwei_luan_emergency.duties import is_publication
from guanwei_luan_emergency.regulation import ARTICLE_13, cite

INTERACTION = "luan-emergency.interaction"
# The county files a leader for every unit; who else could speak for one that lives by another book?
SPEAKS_FOR_ANOTHER_UNIT = "county.leader-in-charge"

CONFIRMATIONS = (
    Confirmation(
        id="luan-emergency.others_agree",
        label="涉及单位沟通协调",
        cites=(cite(f"{ARTICLE_13}3)", "LAE-13.11"),),
        applies=is_publication,
        role=SPEAKS_FOR_ANOTHER_UNIT,
        paper=Paper(people.DEDICATED_ADMINISTRATOR.id, people.SECTION_HEAD.id),
    ),
)


def is_interaction(facts: ManuscriptFacts) -> bool:
    """A like or a comment in the account's name takes the three reviews like any other word of it."""
    return facts.kind is Kind.COMMENT


FIELDS = (
    Field(
        id=INTERACTION,
        label="互动方式",
        cites=(cite("第十五条3)", "LAE-15.5"),),
        sentence="以账号名义互动，请选择是点赞还是评论；审核签发后才能操作。",
        type=FieldType.CHOICE,
        choices=(("like", "点赞"), ("comment", "评论")),
        help="稿件类型为“评论互动”的选择。点赞的，渠道稿写明为哪条内容点赞。",
        required=is_interaction,
    ),
    Field(
        id="source_url",
        label="原文地址",
        cites=(cite("第十五条3)", "LAE-15.5"),),
        sentence="以账号名义互动，请填写被点赞或评论的内容的地址。",
        required=is_interaction,
    ),
)
