"""第十一条 and 第十五条2): who signs, in which order, with which boxes."""

from collections.abc import Callable

import pytest
from guanwei.api import (
    ApprovalRoute,
    Decision,
    Declarations,
    Duty,
    Form,
    Kind,
    ManuscriptFacts,
    StepKind,
    Urgency,
    Whose,
)

Item = Callable[..., ManuscriptFacts]
Decide = Callable[[ManuscriptFacts], Decision]


@pytest.fixture
def route(rules: Declarations) -> Callable[[], ApprovalRoute]:
    """The three reviews' route, when the test asks for it."""

    def route() -> ApprovalRoute:
        found = [each for each in rules.routes if each.id == "luan-emergency.three-reviews"]
        assert [each.label for each in found] == ["三级审核"]
        return found[0]

    return route


@pytest.mark.clause("LAE-11.1", "LAE-11.2", "LAE-11.4", "LAE-11.6", "LAE-11.7", "LAE-15.2", "LAE-13.9")
def test_an_item_passes_three_reviews_a_last_check_and_the_release(
    route: Callable[[], ApprovalRoute],
) -> None:
    assert [(step.label, step.kind, step.role, step.whose) for step in route().steps] == [
        ("初审", StepKind.REVIEW, "luan-emergency.information-officer", Whose.MANAGER),
        ("复审", StepKind.REVIEW, "luan-emergency.section-head", Whose.MANAGER),
        ("终审", StepKind.REVIEW, "luan-emergency.leader-in-charge", Whose.OVERSEER_OF_MANAGER),
        ("发布前核对", StepKind.CHECK, "luan-emergency.section-head", Whose.MANAGER),
        ("发布", StepKind.RELEASE, "luan-emergency.dedicated-administrator", Whose.MANAGER),
    ]


@pytest.mark.clause("LAE-11.4")
def test_only_the_first_review_is_open_to_who_compiled_the_item(route: Callable[[], ApprovalRoute]) -> None:
    assert [step.label for step in route().steps if step.open_to_contributor] == ["初审"]


@pytest.mark.clause("LAE-11.1")
@pytest.mark.parametrize("kind", [Kind.ORIGINAL, Kind.REPOST])
@pytest.mark.parametrize("form", [Form.ARTICLE, Form.POST])
@pytest.mark.parametrize("urgency", list(Urgency))
def test_every_publication_takes_the_three_reviews(
    decide: Decide, item: Item, kind: Kind, form: Form, urgency: Urgency
) -> None:
    decision = decide(item(kind=kind, form=form, urgency=urgency))
    assert decision.route is not None
    reviews = [each.step.label for each in decision.route.steps if each.step.kind is StepKind.REVIEW]
    assert reviews == ["初审", "复审", "终审"]


@pytest.mark.parametrize("changes", [{"kind": Kind.REPLY}, {"form": Form.STRUCTURE}])
def test_replies_and_pages_of_the_structure_go_another_way(
    decide: Decide, item: Item, changes: dict[str, object]
) -> None:
    assert decide(item(**changes)).route is None


@pytest.mark.clause("LAE-10.1")
def test_the_first_reviewer_is_reminded_of_four_qualities(route: Callable[[], ApprovalRoute]) -> None:
    boxes = route().steps[0].checklist
    assert [(box.label, box.binding) for box in boxes] == [
        ("真实", False),
        ("准确", False),
        ("及时", False),
        ("适用", False),
    ]


@pytest.mark.clause("LAE-13.1")
def test_the_second_reviewer_sees_each_of_the_seven_bottom_lines(route: Callable[[], ApprovalRoute]) -> None:
    boxes = route().steps[1].checklist
    lines = [box for box in boxes if box.id.startswith("luan-emergency.bottom-line")]
    assert len(lines) == 7
    assert not any(box.binding for box in lines)


@pytest.mark.clause("LAE-15.2")
def test_the_head_cannot_pass_the_last_check_with_an_open_box(route: Callable[[], ApprovalRoute]) -> None:
    boxes = route().steps[3].checklist
    assert [(box.label, box.binding) for box in boxes] == [
        ("无重大表述错误", True),
        ("无敏感词汇", True),
        ("无个人隐私", True),
    ]


@pytest.mark.clause("LAE-6.8")
def test_no_post_is_open_to_contractors(rules: Declarations) -> None:
    assert [role.label for role in rules.roles] == [
        "政务新媒体信息员",
        "科室负责人",
        "分管领导",
        "主要领导",
        "专职管理员",
    ]
    assert not any(role.open_to_contractors for role in rules.roles)


@pytest.mark.clause("LAE-11.2", "LAE-15.1")
def test_only_the_dedicated_administrator_may_release(rules: Declarations) -> None:
    assert [role.label for role in rules.roles if Duty.RELEASE in role.duties] == ["专职管理员"]


@pytest.mark.clause("LAE-7.3")
def test_each_unit_names_at_least_one_information_officer(rules: Declarations) -> None:
    assert rules.roles[0].per_unit == (1, 0)
