"""第十条、第十一条、第五章首条、第十五条: three reviews, the head's last look, the release."""

from guanwei.api import (
    ApprovalRoute,
    ChecklistItem,
    ManuscriptFacts,
    Step,
    StepKind,
    Whose,
)

from guanwei_luan_emergency import people
from guanwei_luan_emergency.bottom_lines import SECRETS
from guanwei_luan_emergency.content import LEADER_APPROVES, is_approved_by_principal
from guanwei_luan_emergency.duties import is_publication
from guanwei_luan_emergency.privacy import NAMED_BY_LAW
from guanwei_luan_emergency.regulation import ARTICLE_13, cite
from guanwei_luan_emergency.sources import SAME_MEANING

THREE_LEVELS = cite("第十一条第一款", "LAE-11.1")


def item(name: str, label: str, article: str, clause: str, *, binding: bool) -> ChecklistItem:
    """A box on a signing screen."""
    return ChecklistItem(f"luan-emergency.{name}", label, (cite(article, clause),), binding)


# 第十条 describes good content; an unticked box warns the next reviewer.
QUALITIES = tuple(
    item(name, label, "第十条", "LAE-10.1", binding=False)
    for name, label in (("true", "真实"), ("accurate", "准确"), ("timely", "及时"), ("applicable", "适用"))
)

# 第五章首条1): the seven bottom lines, each seen for itself.
BOTTOM_LINES = tuple(
    item(f"bottom-line-{name}", label, f"{ARTICLE_13}1)", "LAE-13.1", binding=False)
    for name, label in (
        ("law", "法律法规"),
        ("system", "社会主义制度"),
        ("nation", "国家利益"),
        ("rights", "公民合法权益"),
        ("order", "公共秩序"),
        ("morals", "社会道德风尚"),
        ("truth", "信息真实性"),
    )
)

# 第十五条2): the head confirms these at the last link, so without a tick there is no release.
LAST_LOOK = tuple(
    item(name, label, "第十五条2)", "LAE-15.2", binding=True)
    for name, label in (
        ("no-misstatement", "无重大表述错误"),
        ("no-sensitive-words", "无敏感词汇"),
        ("no-privacy", "无个人隐私"),
    )
)

FIRST_REVIEW = Step(
    id="luan-emergency.first-review",
    label="初审",
    kind=StepKind.REVIEW,
    role=people.INFORMATION_OFFICER.id,
    # The chain runs inside the section that runs the accounts, not in the section that supplied the item.
    whose=Whose.MANAGER,
    cites=(cite("第十一条第二款", "LAE-11.4", "LAE-11.5", "LAE-A1.5"), THREE_LEVELS),
    # 第十一条第二款: the same officer collects, fills in and reviews first.
    open_to_contributor=True,
    checklist=QUALITIES,
)

SECOND_REVIEW = Step(
    id="luan-emergency.second-review",
    label="复审",
    kind=StepKind.REVIEW,
    role=people.SECTION_HEAD.id,
    whose=Whose.MANAGER,
    cites=(cite("第十一条第二款", "LAE-11.6", "LAE-A1.6"), THREE_LEVELS),
    # The first reviewer may have written the item; its meaning is another person's to confirm.
    checklist=(*BOTTOM_LINES, *SECRETS, SAME_MEANING, NAMED_BY_LAW),
)

FINAL_REVIEW = Step(
    id="luan-emergency.final-review",
    label="终审",
    kind=StepKind.REVIEW,
    role=people.LEADER_IN_CHARGE.id,
    whose=Whose.OVERSEER_OF_MANAGER,
    cites=(cite("第十一条第二款", "LAE-11.7", "LAE-A1.7"), THREE_LEVELS),
    checklist=(LEADER_APPROVES,),
)

# 第九条第一款(七): where the head of the bureau is named, that signature must be there too.
PRINCIPAL_APPROVAL = Step(
    id="luan-emergency.principal-approval",
    label="主要领导批准",
    kind=StepKind.REVIEW,
    role=people.PRINCIPAL.id,
    whose=Whose.AGENCY,
    cites=(cite("第九条第一款", "LAE-9.7"),),
)

# A check, not a fourth review: the head who did the second review looks once more after the final one.
LAST_CHECK = Step(
    id="luan-emergency.last-check",
    label="发布前核对",
    kind=StepKind.CHECK,
    role=people.SECTION_HEAD.id,
    whose=Whose.MANAGER,
    cites=(cite("第十五条2)", "LAE-15.2"),),
    checklist=LAST_LOOK,
)

RELEASE = Step(
    id="luan-emergency.release",
    label="发布",
    kind=StepKind.RELEASE,
    role=people.DEDICATED_ADMINISTRATOR.id,
    whose=Whose.MANAGER,
    cites=(cite("第十一条第一款", "LAE-11.2"), cite(f"{ARTICLE_13}2)", "LAE-13.9")),
)


def takes_three_reviews(facts: ManuscriptFacts) -> bool:
    """Urgent or not: the regulation knows no shorter way, for comments and likes neither (第十五条3)).

    Unless the head of the bureau approves besides.
    """
    return is_publication(facts) and not is_approved_by_principal(facts)


def takes_the_principals_approval(facts: ManuscriptFacts) -> bool:
    """The three reviews, and the head of the bureau."""
    return is_publication(facts) and is_approved_by_principal(facts)


THREE_REVIEWS = ApprovalRoute(
    id="luan-emergency.three-reviews",
    label="三级审核",
    cites=(THREE_LEVELS,),
    applies=takes_three_reviews,
    steps=(FIRST_REVIEW, SECOND_REVIEW, FINAL_REVIEW, LAST_CHECK, RELEASE),
)

PRINCIPAL_APPROVES = ApprovalRoute(
    id="luan-emergency.principal-approves",
    label="三级审核，主要领导批准",
    cites=(THREE_LEVELS, cite("第九条第一款", "LAE-9.7")),
    applies=takes_the_principals_approval,
    steps=(FIRST_REVIEW, SECOND_REVIEW, FINAL_REVIEW, PRINCIPAL_APPROVAL, LAST_CHECK, RELEASE),
)

ROUTES = (THREE_REVIEWS, PRINCIPAL_APPROVES)
