"""第七条至第十条: what an editor states, for the routes and the order of release to go by."""

from guanwei.api import Check, Field, FieldType, Form, Kind, ManuscriptFacts, Severity

from guanwei_huaibei_police.regulation import cite

SENSITIVE = "huaibei-police.sensitive"
MAJOR = "huaibei-police.major"
SENSITIVE_QUESTION = "huaibei-police.sensitive_question"
SUBJECT = "huaibei-police.subject"
NOTICE = "huaibei-police.public_notice"
WEBSITE_FIRST = "huaibei-police.website_first"

FIRST_CHANNELS = frozenset({"weibo", "wechat"})

# The print names no list; these are the lines of police work that its bureau leaders divide among them.
SUBJECTS = tuple(
    (f"huaibei-police.{name}", label)
    for name, label in (
        ("public-order", "治安"),
        ("criminal", "刑侦"),
        ("traffic", "交警"),
        ("exit-entry", "出入境"),
        ("household", "户政"),
        ("narcotics", "禁毒"),
        ("network", "网安"),
        ("economic", "经侦"),
        ("detention", "监管"),
        ("legal", "法制"),
        ("petitions", "信访"),
        ("general", "综合"),
    )
)


def is_written(facts: ManuscriptFacts) -> bool:
    """Articles and posts."""
    return facts.form in (Form.ARTICLE, Form.POST)


def is_proactive(facts: ManuscriptFacts) -> bool:
    """主动发布."""
    return is_written(facts) and facts.kind is Kind.ORIGINAL


def is_repost(facts: ManuscriptFacts) -> bool:
    """转发."""
    return is_written(facts) and facts.kind is Kind.REPOST


def is_reply(facts: ManuscriptFacts) -> bool:
    """回复."""
    return is_written(facts) and facts.kind is Kind.REPLY


def says_yes(facts: ManuscriptFacts, field: str) -> bool:
    """The box is ticked."""
    return facts.field(field) == "yes"


def goes_to_a_bureau_leader(facts: ManuscriptFacts) -> bool:
    """One of the three switches, each where its article has it: the leader is found by the subject."""
    return (
        (is_proactive(facts) and says_yes(facts, SENSITIVE))
        or (is_repost(facts) and says_yes(facts, MAJOR))
        or (is_reply(facts) and says_yes(facts, SENSITIVE_QUESTION))
    )


def is_notice(facts: ManuscriptFacts) -> bool:
    """Something that the public must be told, and that no law puts on the website first."""
    return is_proactive(facts) and says_yes(facts, NOTICE) and not says_yes(facts, WEBSITE_FIRST)


def is_notice_without_first_channels(facts: ManuscriptFacts) -> bool:
    """Neither account speaks, so the page would speak first. Either of the two may go before the other."""
    return is_notice(facts) and not {each.platform for each in facts.variants} & FIRST_CHANNELS


FIELDS = (
    Field(
        id=NOTICE,
        label="需向社会发布告知的事项",
        cites=(cite("第七条", "HBP-7.5"),),
        sentence="请说明是否为需向社会发布告知的事项。",
        type=FieldType.YES_NO,
        help="勾选后先在微博、微信发布，网页等其他渠道随后。",
    ),
    Field(
        id=WEBSITE_FIRST,
        label="依法须先在网站公布",
        cites=(cite("第七条", "HBP-7.5"),),
        sentence="请说明是否依法须先在网站公布。",
        type=FieldType.YES_NO,
        help="法律法规规定先在政府网站公布的事项，不适用微博、微信先发。",
    ),
    Field(
        id=SENSITIVE,
        label="重大敏感事项",
        cites=(cite("第八条第二款", "HBP-8.6"),),
        sentence="请说明是否为重大敏感事项。",
        type=FieldType.YES_NO,
        help="主动发布的稿件填写；判不准的，按重大敏感事项办理。",
    ),
    Field(
        id=MAJOR,
        label="重大事项",
        cites=(cite("第九条第二款", "HBP-9.4"),),
        sentence="请说明是否为重大事项。",
        type=FieldType.YES_NO,
        help="转发的稿件填写；判不准的，按重大事项办理。",
    ),
    Field(
        id=SENSITIVE_QUESTION,
        label="重大敏感问题",
        cites=(cite("第十条"),),
        sentence="请说明是否为重大敏感问题。",
        type=FieldType.YES_NO,
        help="回复的稿件填写；判不准的，按重大敏感问题办理。",
    ),
    Field(
        id=SUBJECT,
        label="内容所涉及的业务",
        cites=(cite("第八条第二款", "HBP-8.6"), cite("第九条第二款", "HBP-9.4")),
        sentence="重大、敏感的稿件请选择内容涉及哪一项业务，据此报分管这项业务的局领导审批。",
        type=FieldType.CHOICE,
        choices=SUBJECTS,
        required=goes_to_a_bureau_leader,
    ),
    Field(
        id="source_name",
        label="出处",
        cites=(cite("第九条", "HBP-9.1"),),
        sentence="转发请写明资讯来源，管理员据此筛选审核。",
        required=is_repost,
    ),
)

CHECKS = (
    Check(
        id="huaibei-police.notice-on-no-account",
        label="告知事项没有微博、微信稿",
        cites=(cite("第七条", "HBP-7.5"),),
        severity=Severity.BLOCK,
        sentence="告知事项须由微博或微信首先发布；请加上微博、微信账号的渠道稿，依法先上网站的请勾选“依法须先在网站公布”。",
        found=is_notice_without_first_channels,
    ),
)
