"""An agency's book for emergencies, named ``storm``: the duty leader signs, on the telephone if need be, the post
goes first, and within a day the reviewer and whoever was on the telephone sign what went out. Of a flood or a
landslide the duty leader who oversees it signs.
"""

from datetime import date

from guanwei.api import (
    ApprovalRoute,
    Category,
    Citation,
    Duty,
    Form,
    ManuscriptFacts,
    Role,
    RuleBook,
    SecondReview,
    SecondReviewStep,
    Step,
    StepKind,
    TelephoneConsent,
    Urgency,
    Whose,
    hookimpl,
)

DOCUMENT = "清河县水利局应急发布办法"
HOURS = 24


def cite(article: str) -> tuple[Citation, ...]:
    return (Citation(DOCUMENT, article),)


DUTY_LEADER = Role("storm.duty-leader", "值班领导", frozenset({Duty.REVIEW, Duty.TAKE_DOWN}), cite("第二条"))
DUTY_OFFICER = Role("storm.duty-officer", "值班员", frozenset(), cite("第三条"))


CATEGORIES = (
    Category("storm.flood", "洪水", cite("第六条")),
    Category("storm.landslide", "滑坡", cite("第六条")),
)


def is_emergency(facts: ManuscriptFacts) -> bool:
    return facts.urgency is Urgency.EMERGENCY and facts.form is not Form.STRUCTURE


def of_any_kind(facts: ManuscriptFacts) -> bool:
    return is_emergency(facts) and not overseen(facts)


def overseen(facts: ManuscriptFacts) -> bool:
    return is_emergency(facts) and facts.category in {each.id for each in CATEGORIES}


def duty_sign(name: str, whose: Whose) -> Step:
    return Step(
        f"storm.{name}",
        "值班领导签发",
        StepKind.REVIEW,
        DUTY_LEADER.id,
        whose,
        cite("第二条"),
        telephone=TelephoneConsent(DUTY_OFFICER.id, Whose.MANAGER, cite("第三条")),
    )


RELEASE = Step(
    "storm.release", "应急发布", StepKind.RELEASE, "county.publisher", Whose.MANAGER, cite("第四条")
)
AFTERWARDS = SecondReview(
    "storm.second-review",
    "应急发布补审",
    cite("第五条"),
    (SecondReviewStep("storm.review-after", "补审", "county.reviewer", Whose.MANAGER, cite("第五条")),),
    within_hours=HOURS,
    escalates_to="county.leader-in-charge",
    escalates_whose=Whose.OVERSEER_OF_MANAGER,
)
ROUTES = (
    ApprovalRoute(
        "storm.emergency",
        "突发事件应急流程",
        cite("第二条"),
        of_any_kind,
        (duty_sign("duty-sign", Whose.AGENCY), RELEASE),
        second_review=AFTERWARDS,
    ),
    ApprovalRoute(
        "storm.overseen",
        "分管事项应急流程",
        cite("第六条"),
        overseen,
        (duty_sign("overseer-sign", Whose.OVERSEER_OF_SUBJECT), RELEASE),
        second_review=AFTERWARDS,
    ),
)


@hookimpl
def plugin_label() -> str:
    return "应急发布"


@hookimpl
def register_rule_books() -> list[RuleBook]:
    return [RuleBook("storm.book", DOCUMENT, "", "清河县水利局", date(2020, 1, 1))]


@hookimpl
def register_roles() -> list[Role]:
    return [DUTY_LEADER, DUTY_OFFICER]


@hookimpl
def register_categories() -> list[Category]:
    return list(CATEGORIES)


@hookimpl
def register_approval_routes() -> list[ApprovalRoute]:
    return list(ROUTES)
