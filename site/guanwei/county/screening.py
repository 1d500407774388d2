"""What follows from what the check engine finds: 第十二条 on sources and language, 第二十一条 on secrets and on what is
not for the public, and the laws that bind every office.
"""

from guanwei.api import (
    Citation,
    Dictionary,
    FindingType,
    Kind,
    ManuscriptFacts,
    Mark,
    Screening,
    Severity,
)
from guanwei.county.articles import cite
from guanwei.county.content import is_repost_without_mark
from guanwei.county.posts import LEADER, REVIEWER

PERSONAL_DATA = Citation("中华人民共和国个人信息保护法", "第二十五条")
SENSITIVE_DATA = Citation("中华人民共和国个人信息保护法", "第二十八条")
ADVERTISING = Citation("中华人民共和国广告法", "第九条")
UNFIT = cite("第二十一条", "YC-21.1")
# 发布、转发和评论 keep to the same rules: none of these screenings asks for a kind.
SAME_FOR_ALL = cite("第十九条", "YC-19.3")
STIFF_PHRASES = "county.stiff-phrases"


def is_repost(facts: ManuscriptFacts) -> bool:
    """Only another's work has a title that may be changed."""
    return facts.kind == Kind.REPOST


PERSONAL = (
    Screening(
        "county.id-number",
        "身份证号",
        (cite("第二十一条"), SENSITIVE_DATA),
        FindingType.ID_NUMBER,
        Severity.BLOCK,
        "写有完整的身份证号，不能发布。",
        suggestion="只留前六位和后四位，其余用星号代替。",
        cleared_by=(LEADER,),
    ),
    Screening(
        "county.bank-card",
        "银行卡号",
        (cite("第二十一条"), SENSITIVE_DATA),
        FindingType.BANK_CARD,
        Severity.BLOCK,
        "写有完整的银行卡号，不能发布。",
        suggestion="只留后四位，其余用星号代替。",
        cleared_by=(LEADER,),
    ),
    Screening(
        "county.home-address",
        "家庭住址",
        (cite("第二十一条"), PERSONAL_DATA),
        FindingType.HOME_ADDRESS,
        Severity.LOOK,
        "写有具体到门牌的住址，请确认能不能公开。",
        suggestion="写到乡镇或者街道为止。",
    ),
    # Duty telephones are often mobile ones, and meant for the public.
    Screening(
        "county.mobile",
        "手机号码",
        (cite("第二十一条"), PERSONAL_DATA),
        FindingType.MOBILE,
        Severity.LOOK,
        "写有手机号码，请确认是对外公布的工作电话。",
        suggestion="改用办公电话，或者隐去中间四位。",
    ),
)

FITNESS = (
    # No way out: what carries a mark of classification is released after declassification, under another text.
    Screening(
        "county.secrecy-mark",
        "密级标志",
        (UNFIT, SAME_FOR_ALL),
        FindingType.SECRECY_MARK,
        Severity.BLOCK,
        "写有密级或者内部标志，任何人都不能发布。",
        suggestion="确认内容可以公开的，先办解密或者公开审查，再用去掉标志的文本。",
    ),
    Screening(
        "county.commercial-ad",
        "商业广告",
        (cite("第二十一条"),),
        FindingType.COMMERCIAL_AD,
        Severity.BLOCK,
        "像是商业广告，政务账号和网站不能发布。",
        suggestion="删去商家的优惠和联系方式。",
        cleared_by=(REVIEWER, LEADER),
    ),
    Screening(
        "county.ad-superlative",
        "广告绝对化用语",
        (ADVERTISING,),
        FindingType.AD_SUPERLATIVE,
        Severity.LOOK,
        "介绍商品或者服务时用了绝对化的说法，请改写或者说明依据。",
        suggestion="写出具体的事实和数据。",
    ),
    Screening(
        "county.listed-word",
        "不宜使用的词",
        (cite("第二十一条"),),
        FindingType.DICTIONARY_TERM,
        Severity.BLOCK,
        "用了词表里不宜使用的词，不能发布。",
        suggestion="换一种说法；确实要用的，请有权的人说明理由后放行。",
        cleared_by=(REVIEWER, LEADER),
    ),
    Screening(
        "county.police-report",
        "疑似报警求助",
        (cite("第十条"),),
        FindingType.POLICE_REPORT_INTENT,
        Severity.LOOK,
        "来件像是报警或者紧急求助，请立即转办，不要等发布流程。",
    ),
)

SOURCES = (
    Screening(
        "county.missing-source",
        "转载没有出处",
        (cite("第十二条"),),
        FindingType.MISSING_SOURCE,
        Severity.LOOK,
        "转载的内容里看不到出处，也没有转载标识。",
        suggestion="在正文写明出处，或者勾选转载标识。",
        applies=is_repost_without_mark,
    ),
    Screening(
        "county.title-changed",
        "转载改了标题",
        (cite("第十二条"),),
        FindingType.TITLE_CHANGED,
        Severity.INFO,
        "标题和原文不一样，请确认没有改变原意。",
        applies=is_repost,
    ),
    Screening(
        "county.dead-link",
        "链接打不开",
        (cite("第二十四条"),),
        FindingType.LINK_DEAD,
        Severity.LOOK,
        "公众打不开这个链接，请换成公开的网址。",
    ),
)

LANGUAGE = (
    # 减少使用: told to whoever writes and signs, stops nobody.
    Screening(
        "county.empty-talk",
        "官话套话",
        (cite("第十二条", "YC-12.3"),),
        FindingType.EMPTY_TALK,
        Severity.INFO,
        "用语生硬，请换成群众听得懂的话。",
        suggestion="写清楚做了什么、什么时候、和群众有什么关系。",
    ),
    # 力求言简意赅: it may be long, with a reason.
    Screening(
        "county.too-long",
        "超过平台的字数",
        (cite("第十二条", "YC-12.5"),),
        FindingType.CHANNEL_LIMIT,
        Severity.LOOK,
        "文字比这个平台适合的字数多，请精简。",
        suggestion="账号只发要点，详情放在网站文章里。",
    ),
    Screening(
        "county.wording",
        "用词有误",
        (cite("第十二条"),),
        FindingType.WORDING,
        Severity.LOOK,
        "用词可能有误，请核对。",
    ),
    Screening(
        "county.leader-order",
        "领导排序或者职务",
        (cite("第十四条"),),
        FindingType.LEADER_ORDER,
        Severity.LOOK,
        "领导的排序或者职务和登记的不一致，请核对。",
    ),
)

SCREENINGS = (*PERSONAL, *FITNESS, *SOURCES, *LANGUAGE)

DICTIONARIES = (
    # The regulation asks for fewer of them and names none: the office keeps the list.
    Dictionary(
        STIFF_PHRASES,
        "僵硬用语",
        (cite("第十二条", "YC-12.3"),),
        FindingType.EMPTY_TALK,
    ),
)

MARKS = (
    Mark(
        "county.state-secret",
        "涉及国家秘密",
        (UNFIT,),
        "已标为涉及国家秘密，任何人都不能发布。",
    ),
    Mark(
        "county.unfit",
        "不宜公开",
        (UNFIT,),
        "已标为不宜公开，任何人都不能发布。",
        lifted_by=(LEADER,),
    ),
)
