"""第七条至第十条: three general courses, each longer where the matter is major or sensitive.

主动发布, 转发 and 回复 have steps of their own; whatever is major or sensitive goes to the bureau leader who
oversees its subject besides.
"""

from guanwei.api import ApprovalRoute, ChecklistItem, ManuscriptFacts, Step, StepKind, Whose

from guanwei_huaibei_police import people
from guanwei_huaibei_police.content import (
    SUBJECT,
    goes_to_a_bureau_leader,
    is_proactive,
    is_reply,
    is_repost,
)
from guanwei_huaibei_police.regulation import cite

# 第八条 asks for the supplier's word wherever something is changed (如有修改). Read: words, not their layout; whoever
# reads it more strictly sets False here and in the ledger. The supplier's leader signs the new layout either way.
LAYOUT_EXEMPT = True

IN_ORDER = cite("第七条", "HBP-7.2", "HBP-7.4")


def boxes(article: str, clause: str, *named: tuple[str, str]) -> tuple[ChecklistItem, ...]:
    """What a reviewer must have looked at, each for itself."""
    return tuple(
        ChecklistItem(f"huaibei-police.{name}", label, (cite(article, clause),)) for name, label in named
    )


# 第八条: 主动发布.

SUPPLY = Step(
    id="huaibei-police.supply",
    label="稿件提供",
    kind=StepKind.REVIEW,
    role=people.UNIT_HEAD.id,
    # 第七条 makes whoever supplies the item its first reviewer, so the course begins in that unit.
    whose=Whose.SUPPLIER,
    cites=(cite("第八条", "HBP-8.1"), cite("第七条", "HBP-7.3")),
)

EDIT = Step(
    id="huaibei-police.edit",
    label="审核编辑",
    kind=StepKind.REVIEW,
    role=people.ACCOUNT_ADMINISTRATOR.id,
    whose=Whose.MANAGER,
    cites=(cite("第八条", "HBP-8.2", "HBP-8.3", "HBP-8.4"),),
    checklist=boxes(
        "第八条",
        "HBP-8.2",
        ("complete", "内容真实完整"),
        ("timing", "发布时机适当"),
        ("procedure", "报送程序规范"),
    ),
    # The administrator may edit words and pictures; the supplier then confirms the changed parts.
    may_edit=True,
    layout_exempt=LAYOUT_EXEMPT,
)

# The side that runs the account; never one with the signature of the supplying unit's own leader.
LEADER = Step(
    id="huaibei-police.leader",
    label="主管领导审核",
    kind=StepKind.REVIEW,
    role=people.SUPERVISING_LEADER.id,
    whose=Whose.MANAGER,
    cites=(cite("第八条", "HBP-8.5"), IN_ORDER),
)

BUREAU_LEADER = Step(
    id="huaibei-police.bureau-leader",
    label="分管局领导审批",
    kind=StepKind.REVIEW,
    role=people.BUREAU_LEADER.id,
    whose=Whose.OVERSEER_OF_SUBJECT,
    cites=(cite("第八条第二款", "HBP-8.6"),),
    subject=SUBJECT,
)

PUBLISH = Step(
    id="huaibei-police.publish",
    label="登录发布",
    kind=StepKind.RELEASE,
    role=people.ACCOUNT_ADMINISTRATOR.id,
    whose=Whose.MANAGER,
    cites=(cite("第八条", "HBP-8.5"),),
)

# 第九条: 转发. The administrator finds, screens and comments; nobody supplies a manuscript.

SCREEN = Step(
    id="huaibei-police.screen",
    label="筛选审核",
    kind=StepKind.REVIEW,
    role=people.ACCOUNT_ADMINISTRATOR.id,
    whose=Whose.MANAGER,
    cites=(cite("第九条", "HBP-9.1"),),
    open_to_contributor=True,
    checklist=boxes(
        "第九条",
        "HBP-9.1",
        ("source", "资讯来源可靠"),
        ("true", "内容真实"),
        ("whole", "内容完整"),
        ("suitable", "适合转发"),
    ),
)

COMMENT = Step(
    id="huaibei-police.comment",
    label="撰写评论",
    kind=StepKind.CHECK,
    role=people.ACCOUNT_ADMINISTRATOR.id,
    whose=Whose.MANAGER,
    cites=(cite("第九条", "HBP-9.2"),),
    # A comment is written where one is wanted; either way it is settled before the leader reads.
    checklist=boxes("第九条", "HBP-9.2", ("comment-settled", "评论已经写好，或者确定不写评论")),
)

REPOST_LEADER = Step(
    id="huaibei-police.repost-leader",
    label="审核转发",
    kind=StepKind.REVIEW,
    role=people.SUPERVISING_LEADER.id,
    whose=Whose.MANAGER,
    cites=(cite("第九条", "HBP-9.3"), IN_ORDER),
)

REPOST_BUREAU_LEADER = Step(
    id="huaibei-police.repost-bureau-leader",
    label="分管局领导审批",
    kind=StepKind.REVIEW,
    role=people.BUREAU_LEADER.id,
    whose=Whose.OVERSEER_OF_SUBJECT,
    cites=(cite("第九条第二款", "HBP-9.4"),),
    subject=SUBJECT,
)

REPOST = Step(
    id="huaibei-police.repost",
    label="转发",
    kind=StepKind.RELEASE,
    role=people.ACCOUNT_ADMINISTRATOR.id,
    whose=Whose.MANAGER,
    cites=(cite("第九条", "HBP-9.3"),),
)

# 第十条: 回复. The unit that runs the account answers itself, or edits what the unit concerned drafted.

ANSWERED = Step(
    id="huaibei-police.answered",
    label="成员单位审签",
    kind=StepKind.REVIEW,
    role=people.SUPERVISING_LEADER.id,
    whose=Whose.SUPPLIER,
    cites=(cite("第十条"),),
)

ANSWER_LEADER = Step(
    id="huaibei-police.answer-leader",
    label="主管领导审核",
    kind=StepKind.REVIEW,
    role=people.SUPERVISING_LEADER.id,
    whose=Whose.MANAGER,
    cites=(cite("第十条"), IN_ORDER),
)

# First the head of the group, who passes the matter on; the bureau leader approves what the inquiry found.
GROUP_HEAD = Step(
    id="huaibei-police.group-head",
    label="组长审签并转递",
    kind=StepKind.REVIEW,
    role=people.POLITICAL_DIRECTOR.id,
    whose=Whose.AGENCY,
    cites=(cite("第十条"),),
)

ANSWER_BUREAU_LEADER = Step(
    id="huaibei-police.answer-bureau-leader",
    label="分管局领导审批",
    kind=StepKind.REVIEW,
    role=people.BUREAU_LEADER.id,
    whose=Whose.OVERSEER_OF_SUBJECT,
    cites=(cite("第十条"),),
    subject=SUBJECT,
)

REPLY = Step(
    id="huaibei-police.reply",
    label="回复",
    kind=StepKind.RELEASE,
    role=people.ACCOUNT_ADMINISTRATOR.id,
    whose=Whose.MANAGER,
    cites=(cite("第十条"),),
)


def is_passed_on(facts: ManuscriptFacts) -> bool:
    """Another unit drafted the answer than the one that runs the account."""
    return facts.supplier.slug != facts.manager.slug


def is_ordinary_publication(facts: ManuscriptFacts) -> bool:
    return is_proactive(facts) and not goes_to_a_bureau_leader(facts)


def is_sensitive_publication(facts: ManuscriptFacts) -> bool:
    return is_proactive(facts) and goes_to_a_bureau_leader(facts)


def is_ordinary_repost(facts: ManuscriptFacts) -> bool:
    return is_repost(facts) and not goes_to_a_bureau_leader(facts)


def is_major_repost(facts: ManuscriptFacts) -> bool:
    return is_repost(facts) and goes_to_a_bureau_leader(facts)


def is_own_reply(facts: ManuscriptFacts) -> bool:
    return is_reply(facts) and not goes_to_a_bureau_leader(facts) and not is_passed_on(facts)


def is_member_units_reply(facts: ManuscriptFacts) -> bool:
    return is_reply(facts) and not goes_to_a_bureau_leader(facts) and is_passed_on(facts)


def is_sensitive_reply(facts: ManuscriptFacts) -> bool:
    return is_reply(facts) and goes_to_a_bureau_leader(facts)


ROUTES = (
    ApprovalRoute(
        id="huaibei-police.proactive",
        label="主动发布流程",
        cites=(cite("第八条", "HBP-8.7"),),
        applies=is_ordinary_publication,
        steps=(SUPPLY, EDIT, LEADER, PUBLISH),
    ),
    ApprovalRoute(
        id="huaibei-police.proactive-sensitive",
        label="主动发布流程（重大敏感事项）",
        cites=(cite("第八条", "HBP-8.7"), cite("第八条第二款")),
        applies=is_sensitive_publication,
        steps=(SUPPLY, EDIT, LEADER, BUREAU_LEADER, PUBLISH),
    ),
    ApprovalRoute(
        id="huaibei-police.reposting",
        label="转发流程",
        cites=(cite("第九条", "HBP-9.5"),),
        applies=is_ordinary_repost,
        steps=(SCREEN, COMMENT, REPOST_LEADER, REPOST),
    ),
    ApprovalRoute(
        id="huaibei-police.reposting-major",
        label="转发流程（重大事项）",
        cites=(cite("第九条", "HBP-9.5"), cite("第九条第二款")),
        applies=is_major_repost,
        steps=(SCREEN, COMMENT, REPOST_LEADER, REPOST_BUREAU_LEADER, REPOST),
    ),
    ApprovalRoute(
        id="huaibei-police.replying",
        label="直接回复流程",
        cites=(cite("第十条"),),
        applies=is_own_reply,
        steps=(ANSWER_LEADER, REPLY),
    ),
    ApprovalRoute(
        id="huaibei-police.replying-members",
        label="成员单位业务回复流程",
        cites=(cite("第十条"),),
        applies=is_member_units_reply,
        steps=(ANSWERED, ANSWER_LEADER, REPLY),
    ),
    ApprovalRoute(
        id="huaibei-police.replying-sensitive",
        label="重大敏感问题回复流程",
        cites=(cite("第十条"),),
        applies=is_sensitive_reply,
        # The article stops at the bureau leader; the publicity section's leader still reads before it goes out.
        steps=(GROUP_HEAD, ANSWER_BUREAU_LEADER, ANSWER_LEADER, REPLY),
    ),
)
