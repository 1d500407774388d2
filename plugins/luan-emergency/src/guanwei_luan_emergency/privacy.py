"""第五章首条3): people's data are taken out, but where the law has them told (惩戒公示、强制性信息披露)."""

from guanwei.api import (
    ChecklistItem,
    Field,
    FieldType,
    FindingType,
    ManuscriptFacts,
    Screening,
    Severity,
)

from guanwei_luan_emergency.regulation import ARTICLE_13, cite

PRIVACY = f"{ARTICLE_13}3)"
EXCEPTION = "luan-emergency.told-by-law"
NUMBERS = (
    ("id-number", "身份证号", FindingType.ID_NUMBER),
    ("mobile", "手机号码", FindingType.MOBILE),
    ("bank-card", "银行卡号", FindingType.BANK_CARD),
    ("home-address", "家庭住址", FindingType.HOME_ADDRESS),
)
# 第五章首条3) names personal data; these two are what every item is looked through for.
ALWAYS = frozenset({FindingType.ID_NUMBER, FindingType.MOBILE})


def is_told_by_law(facts: ManuscriptFacts) -> bool:
    """Somebody has written down that the law has people named."""
    return facts.field(EXCEPTION) != ""


def is_not_told_by_law(facts: ManuscriptFacts) -> bool:
    """Everything else."""
    return not is_told_by_law(facts)


FIELDS = (
    Field(
        id=EXCEPTION,
        label="依法公开个人信息",
        cites=(cite(PRIVACY, "LAE-13.13"),),
        sentence="请选择依法公开个人信息的事由。",
        type=FieldType.CHOICE,
        choices=(("penalty", "惩戒公示"), ("disclosure", "强制性信息披露")),
        help="只有这两种事由可以写出个人信息，审核人逐项核对；其他稿件留空，先去标识。",
    ),
)

NAMED_BY_LAW = ChecklistItem(
    id="luan-emergency.named-by-law",
    label="已核对公开个人信息的事由和范围，没有多写",
    cites=(cite(PRIVACY, "LAE-13.13"),),
    binding=True,
    applies=is_told_by_law,
)

SCREENINGS = tuple(
    Screening(
        f"luan-emergency.{name}",
        label,
        (cite(PRIVACY, *(("LAE-13.12",) if finds in ALWAYS else ()), "LAE-13.13"),),
        finds,
        Severity.BLOCK,
        f"写有{label}，没有去标识，不能发布。",
        suggestion="用“去标识”隐去；属于惩戒公示或者强制性信息披露的，在“依法公开个人信息”里选明。",
        applies=is_not_told_by_law,
    )
    for name, label, finds in NUMBERS
)
