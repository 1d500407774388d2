"""Who signs: 审核 → 分管领导签发 → 发布 for everything that is written, one signature for the site's structure
and one for a push.
"""

from guanwei.api import ApprovalRoute, ChecklistItem, Form, ManuscriptFacts, Step, StepKind, Whose
from guanwei.county.articles import cite, cite_notice
from guanwei.county.content import is_response
from guanwei.county.posts import LEADER, PUBLISHER, REVIEWER, SITE_KEEPER


def is_written(facts: ManuscriptFacts) -> bool:
    """Own posts, reposts and replies all take the same chain (第十条, 第十九条)."""
    return facts.form in (Form.ARTICLE, Form.POST)


def is_push(facts: ManuscriptFacts) -> bool:
    """Articles, each signed by its own chain, ordered into one send."""
    return facts.form == Form.PUSH


def is_structure(facts: ManuscriptFacts) -> bool:
    """The home page and columns."""
    return facts.form == Form.STRUCTURE


# 通知第二部分(三是): what makes a response worth reading; an open box is told to whoever signs next.
RESPONSES = tuple(
    ChecklistItem(
        f"county.response-{name}",
        f"回应{label}",
        (cite_notice("第二部分(三是)", "YC-N2.18"),),
        binding=False,
        applies=is_response,
    )
    for name, label in (
        ("pertinent", "有针对性"),
        ("sound", "科学"),
        ("effective", "有效"),
        ("plain", "不空洞说教"),
    )
)

WRITTEN = ApprovalRoute(
    id="county.written",
    label="县级默认流程",
    cites=(cite("第十八条"), cite("第十九条", "YC-19.2"), cite("第十条", "YC-10.2")),
    applies=is_written,
    steps=(
        Step(
            "county.review",
            "审核",
            StepKind.REVIEW,
            REVIEWER,
            Whose.MANAGER,
            (cite_notice("附件1"), cite("第十八条")),
            checklist=(
                ChecklistItem(
                    "county.secrecy",
                    "不含国家秘密和不宜公开的信息",
                    (cite("第二十一条"), cite_notice("第二部分(一是)", "YC-N2.8")),
                ),
                ChecklistItem(
                    "county.clear", "语义明确，没有歧义", (cite("第十二条", "YC-12.4"),), binding=False
                ),
                *RESPONSES,
            ),
        ),
        Step(
            "county.sign",
            "分管领导签发",
            StepKind.REVIEW,
            LEADER,
            Whose.OVERSEER_OF_MANAGER,
            (cite_notice("附件1"), cite("第十五条")),
        ),
        Step(
            "county.release",
            "发布",
            StepKind.RELEASE,
            PUBLISHER,
            Whose.MANAGER,
            (cite_notice("附件1"),),
        ),
    ),
)

STRUCTURE = ApprovalRoute(
    id="county.structure",
    label="网站结构",
    cites=(cite("第二十三条"),),
    applies=is_structure,
    steps=(
        Step(
            "county.structure-sign",
            "网站管理员签发",
            StepKind.REVIEW,
            SITE_KEEPER,
            Whose.MANAGER,
            (cite("第二十三条"),),
            open_to_contributor=True,
        ),
    ),
)

# Every article in it bears the leader's signature already; what is left to look at is selection and order.
# The form of 附件1 names the reviewer for that, and whoever ordered the push can't be this reviewer.
PUSH = ApprovalRoute(
    id="county.push",
    label="推送编排",
    cites=(cite("第十八条"), cite("第十九条")),
    applies=is_push,
    steps=(
        Step(
            "county.push-review",
            "审核推送",
            StepKind.REVIEW,
            REVIEWER,
            Whose.MANAGER,
            (cite_notice("附件1"), cite("第十八条")),
        ),
        Step(
            "county.push-release",
            "发布推送",
            StepKind.RELEASE,
            PUBLISHER,
            Whose.MANAGER,
            (cite_notice("附件1"),),
        ),
    ),
)

ROUTES = (WRITTEN, STRUCTURE, PUSH)
