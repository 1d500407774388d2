"""第五章首条1) and 第十六条: what never goes out once somebody has marked it or the engine has found it."""

from guanwei.api import ChecklistItem, Dictionary, FindingType, Mark, Screening, Severity

from guanwei_luan_emergency import people
from guanwei_luan_emergency.regulation import ARTICLE_13, cite

LINES = f"{ARTICLE_13}1)"
REVIEWERS = (people.SECTION_HEAD.id, people.LEADER_IN_CHARGE.id)
UNFIT_PAGES = "luan-emergency.unfit-pages"


def endangers(name: str, what: str) -> Mark:
    """危及…: the leader in charge alone may find that it doesn't."""
    return Mark(
        f"luan-emergency.endangers-{name}",
        f"危及{what}",
        (cite(LINES, "LAE-13.3"),),
        f"已标为危及{what}，标记解除之前终审不能通过。",
        lifted_by=(people.LEADER_IN_CHARGE.id,),
    )


MARKS = (
    Mark(
        "luan-emergency.unlawful",
        "内容或链接违反法规政策",
        (cite(LINES, "LAE-13.2"),),
        "已标为违反法律法规或者地方政策文件，不能发布。",
        lifted_by=(people.LEADER_IN_CHARGE.id,),
    ),
    endangers("nation", "国家安全"),
    endangers("public", "公共安全"),
    endangers("economy", "经济安全"),
    endangers("stability", "社会稳定"),
    # 第十六条 knows no exception.
    Mark(
        "luan-emergency.for-profit",
        "盈利性内容",
        (cite("第十六条", "LAE-16.4"),),
        "已标为付费推广等盈利性内容，不能发布。",
    ),
)

# 国家秘密、商业秘密、个人隐私: each for itself, on every item; without one of them the review isn't signed.
SECRETS = tuple(
    ChecklistItem(f"luan-emergency.no-{name}", f"不泄露{what}", (cite(LINES, "LAE-13.4"),), binding=True)
    for name, what in (
        ("state-secret", "国家秘密"),
        ("trade-secret", "商业秘密"),
        ("personal-secret", "个人隐私"),
    )
)

DICTIONARIES = (
    Dictionary(
        UNFIT_PAGES, "广告、反动、暴力、色情用语", (cite(LINES, "LAE-13.5"),), FindingType.DICTIONARY_TERM
    ),
)

SCREENINGS = (
    Screening(
        "luan-emergency.advertisement",
        "商业广告（软文）",
        (cite(LINES, "LAE-13.5"),),
        FindingType.COMMERCIAL_AD,
        Severity.BLOCK,
        "像是商业广告或者软文，不能发布。",
        suggestion="删去商家的优惠和联系方式；不是广告的，由审核人写明理由后放行。",
        cleared_by=REVIEWERS,
    ),
    Screening(
        "luan-emergency.unfit-page",
        "广告、反动、暴力、色情用语",
        (cite(LINES, "LAE-13.5"),),
        FindingType.DICTIONARY_TERM,
        Severity.BLOCK,
        "用了词表里的广告、反动、暴力或者色情用语，不能发布。",
        suggestion="删去；不是这个意思的，由审核人写明理由后放行。",
        cleared_by=REVIEWERS,
        dictionary=UNFIT_PAGES,
    ),
)
