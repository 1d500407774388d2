"""三、1, 三、2, 三、4, 三、5 and 三、8: who approves an item and who puts it online.

Ordinary items need their department's head; documents, leaders' activities and important meetings go up step by
step. An item of another unit than the column's is reviewed by whoever leads the column, whose manager alone puts
it online.
"""

from dataclasses import replace

from guanwei.api import ApprovalRoute, ChecklistItem, Form, Kind, ManuscriptFacts, Step, StepKind, Whose
from guanwei.api.facts import Rule

from guanwei_ankang_police import people
from guanwei_ankang_police.content import CHIEF_TOO, GRADED
from guanwei_ankang_police.pictures import GOOD_PICTURES
from guanwei_ankang_police.press import CONSISTENT
from guanwei_ankang_police.regulation import cite
from guanwei_ankang_police.secrecy import DELETED, NO_SECRETS, is_from_classified


def box(name: str, label: str, article: str, clause: str, *, binding: bool = True) -> ChecklistItem:
    """A box on a signing screen."""
    return ChecklistItem(f"ankang-police.{name}", label, (cite(article, clause),), binding)


# 三、1: the five points, each seen for itself. 三、2: what makes a good text; an open box is kept on the record.
FIVE_POINTS = (
    box("safe", "信息安全", "三、1", "AKP-3.1.3"),
    box("timely", "及时", "三、1", "AKP-3.1.3"),
    box("accurate", "准确", "三、1", "AKP-3.1.3"),
    box("comprehensive", "全面", "三、1", "AKP-3.1.3"),
    box("authoritative", "权威", "三、1", "AKP-3.1.3"),
)
GOOD_TEXT = (
    box("clear-subject", "主题突出", "三、2", "AKP-3.2.2", binding=False),
    box("full-content", "内容详实", "三、2", "AKP-3.2.2", binding=False),
    box("plain-language", "语言简洁", "三、2", "AKP-3.2.2", binding=False),
)
# Whoever puts it online reviews it and answers for it: the record shows who that was.
ANSWERABLE = cite("三、1", "AKP-3.1.2")

# 三、8: the ordinary item.

HEAD = Step(
    id="ankang-police.head",
    label="部门负责人审批",
    kind=StepKind.REVIEW,
    role=people.DEPARTMENT_HEAD.id,
    whose=Whose.SUPPLIER,
    cites=(cite("三、8", "AKP-3.8.1"),),
    checklist=(NO_SECRETS, *FIVE_POINTS, *GOOD_TEXT, *GOOD_PICTURES),
)

# 二(一)5, 二(一)6, 二(一)9 and 四、2: the supplier answers for the truth, the lead for the publication.
COLUMN_REVIEW = Step(
    id="ankang-police.column-review",
    label="栏目责任部门审核",
    kind=StepKind.REVIEW,
    role=people.SECTION_HEAD.id,
    whose=Whose.COLUMN,
    cites=(
        cite("二(一)5", "AKP-2.1.5"),
        cite("二(一)6", "AKP-2.1.6"),
        cite("二(一)9", "AKP-2.1.9"),
        cite("四、2", "AKP-4.2.1"),
    ),
)

ONLINE = Step(
    id="ankang-police.online",
    label="栏目管理员上网",
    kind=StepKind.RELEASE,
    role=people.COLUMN_MANAGER.id,
    whose=Whose.COLUMN,
    cites=(cite("三、4", "AKP-3.4.2"), cite("三、3", "AKP-3.3.3"), cite("三、8"), ANSWERABLE),
)

# A post without a page stands in no column: the manager of the unit that runs the account sends it.
SENT = replace(ONLINE, id="ankang-police.sent", label="管理员发布", whose=Whose.MANAGER)

# 三、4: step by step.

PROPOSAL = Step(
    id="ankang-police.proposal",
    label="承办人拟办",
    kind=StepKind.REVIEW,
    role=people.HANDLER.id,
    whose=Whose.SUPPLIER,
    cites=(cite("三、4", "AKP-3.4.1"),),
    # The handler writes the item and proposes what to do with it.
    open_to_contributor=True,
)

PRINCIPAL = replace(
    HEAD,
    id="ankang-police.principal",
    label="部门主要负责人审批",
    cites=(cite("三、4", "AKP-3.4.1"),),
)

BUREAU_LEADER = Step(
    id="ankang-police.bureau-leader",
    label="分管局领导审批",
    kind=StepKind.REVIEW,
    role=people.BUREAU_LEADER.id,
    whose=Whose.OVERSEER_OF_SUPPLIER,
    cites=(cite("三、4", "AKP-3.4.1"), cite("三、5", "AKP-3.5.2")),
    checklist=(CONSISTENT, DELETED),
)

CHIEF = Step(
    id="ankang-police.chief",
    label="局主要领导加签",
    kind=StepKind.REVIEW,
    role=people.BUREAU_CHIEF.id,
    whose=Whose.AGENCY,
    cites=(cite("三、4", "AKP-3.4.1"),),
)

# A person's word, given after the fact; no clock lifts it.
ENDED = Step(
    id="ankang-police.ended",
    label="确认全部活动结束",
    kind=StepKind.CHECK,
    role=people.HANDLER.id,
    whose=Whose.SUPPLIER,
    cites=(cite("三、4", "AKP-3.4.3"),),
    checklist=(box("all-ended", "全部活动已经结束", "三、4", "AKP-3.4.3"),),
)


def is_publication(facts: ManuscriptFacts) -> bool:
    """Articles and posts. Answers to people are 三、6 and 三、7."""
    return facts.form in (Form.ARTICLE, Form.POST) and facts.kind is not Kind.REPLY


def is_contributed(facts: ManuscriptFacts) -> bool:
    """Another unit supplies it than the one that keeps the column."""
    column, supplier = facts.column_facts, facts.supplier
    return column is not None and column.lead.slug not in (supplier.slug, *supplier.ancestors)


def climbs(facts: ManuscriptFacts) -> bool:
    """Up to the leader in charge: by its kind, or because it was a secret (三、5)."""
    return facts.category not in CHIEF_TOO and (facts.category in GRADED or is_from_classified(facts))


def is_ordinary(facts: ManuscriptFacts) -> bool:
    return is_publication(facts) and facts.category not in CHIEF_TOO and not climbs(facts)


def is_own(facts: ManuscriptFacts) -> bool:
    return is_ordinary(facts) and facts.form is Form.ARTICLE and not is_contributed(facts)


def is_contribution(facts: ManuscriptFacts) -> bool:
    return is_ordinary(facts) and facts.form is Form.ARTICLE and is_contributed(facts)


def is_ordinary_post(facts: ManuscriptFacts) -> bool:
    return is_ordinary(facts) and facts.form is Form.POST


def is_graded(facts: ManuscriptFacts) -> bool:
    return is_publication(facts) and climbs(facts) and facts.form is Form.ARTICLE


def is_graded_post(facts: ManuscriptFacts) -> bool:
    return is_publication(facts) and climbs(facts) and facts.form is Form.POST


def is_of_leaders(facts: ManuscriptFacts) -> bool:
    return is_publication(facts) and facts.category in CHIEF_TOO and facts.form is Form.ARTICLE


def is_post_of_leaders(facts: ManuscriptFacts) -> bool:
    return is_publication(facts) and facts.category in CHIEF_TOO and facts.form is Form.POST


def ordinary(name: str, label: str, applies: Rule, *steps: Step) -> ApprovalRoute:
    return ApprovalRoute(f"ankang-police.{name}", label, (cite("三、8", "AKP-3.8.1"),), applies, steps)


def graded(name: str, label: str, applies: Rule, *steps: Step) -> ApprovalRoute:
    return ApprovalRoute(f"ankang-police.{name}", label, (cite("三、4", "AKP-3.4.1"),), applies, steps)


UP = (PROPOSAL, PRINCIPAL, BUREAU_LEADER)
LEADERS = (*UP, CHIEF, ENDED)

ROUTES = (
    ordinary("own", "日常信息", is_own, HEAD, ONLINE),
    ordinary("contributed", "供稿信息", is_contribution, HEAD, COLUMN_REVIEW, ONLINE),
    ordinary("post", "日常信息（账号）", is_ordinary_post, HEAD, SENT),
    graded("graded", "文件和重要会议", is_graded, *UP, ONLINE),
    graded("graded-post", "文件和重要会议（账号）", is_graded_post, *UP, SENT),
    graded("leaders", "领导的重要活动", is_of_leaders, *LEADERS, ONLINE),
    graded("leaders-post", "领导的重要活动（账号）", is_post_of_leaders, *LEADERS, SENT),
)
