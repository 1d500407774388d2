"""第二章首条、第七条: what the accounts speak of, and who hands in a section's contributions."""

from guanwei.api import Check, Field, FieldType, Form, Kind, ManuscriptFacts, Severity

from guanwei_luan_emergency import people
from guanwei_luan_emergency.regulation import ARTICLE_4, cite

TOPIC = "luan-emergency.topic"
OTHER = "other"
MAIN_DUTIES = (("government", "政务政情"), ("emergency", "应急管理"), ("prevention", "防灾减灾"))


def is_publication(facts: ManuscriptFacts) -> bool:
    """Everything but replies, which 第十二条 leaves to the officer and the administrator."""
    return facts.form in (Form.ARTICLE, Form.POST) and facts.kind is not Kind.REPLY


def is_beside_the_main_duty(facts: ManuscriptFacts) -> bool:
    """坚守主责主业."""
    return facts.field(TOPIC) == OTHER


def is_handed_in_by_another(facts: ManuscriptFacts) -> bool:
    """Not by the officer whom the supplying section or unit has named."""
    return is_publication(facts) and people.INFORMATION_OFFICER.id not in facts.submitter_roles


FIELDS = (
    Field(
        id=TOPIC,
        label="主责主题",
        cites=(cite(ARTICLE_4, "LAE-4.2"),),
        sentence="请选择主题：政务政情、应急管理、防灾减灾或者其他。",
        type=FieldType.CHOICE,
        choices=(*MAIN_DUTIES, (OTHER, "其他")),
        required=is_publication,
        listed=True,
    ),
)

CHECKS = (
    Check(
        id="luan-emergency.beside_main_duty",
        label="主题在主责主业之外",
        cites=(cite(ARTICLE_4, "LAE-4.2"),),
        severity=Severity.INFO,
        sentence="主题不属于政务政情、应急管理、防灾减灾，请审核是否宜由本局账号发布。",
        found=is_beside_the_main_duty,
    ),
    Check(
        id="luan-emergency.not_by_officer",
        label="不是信息员提交",
        cites=(cite("第七条", "LAE-7.4"),),
        severity=Severity.BLOCK,
        sentence="供稿由供稿科室或单位指定的政务新媒体信息员提交；请由其信息员提交，或请管理员登记为信息员。",
        found=is_handed_in_by_another,
    ),
)
