"""The county's book: categories, what a repost must say, who signs, what goes first."""

from collections.abc import Iterator
from typing import Any

import pytest
from guanwei import registry
from guanwei.api import Decision, Form, Kind, ReleaseOrder, StepKind, Urgency, Whose
from guanwei.registry import Active
from registry.builders import facts

NO_MARK = "转载稿请写明出处，或者勾选转载标识。"


@pytest.fixture(autouse=True)
def _installed_plugins() -> Iterator[None]:
    before = registry.configuration()
    registry.configure("inline")
    yield
    registry.configure(before.mode, before.time_limit, before.extra)


def decide(**changes: Any) -> Decision:
    """By the county's book alone, of an item that states its category."""
    item = facts(**({"category": "county.publicity"} | changes))
    return registry.decide_manuscript(item, [Active("county", 0, False)])


def sentences(decision: Decision) -> list[str]:
    return [each.sentence for each in decision.refusals]


def shape(decision: Decision) -> list[tuple[str, StepKind, str, Whose]]:
    assert decision.route is not None
    return [(one.step.label, one.step.kind, one.step.role, one.step.whose) for one in decision.route.steps]


@pytest.mark.clause("YC-11.1", "YC-11.2", "YC-11.3")
def test_an_editor_chooses_from_the_countys_categories() -> None:
    offered = registry.catalogue().categories_for(["county"])
    assert [each.label for each in offered] == [
        "主动公开信息",
        "宣传信息",
        "便民信息",
        "澄清回应信息",
        "其他可公开信息",
    ]


@pytest.mark.clause("YC-11.1")
@pytest.mark.parametrize("form", [Form.ARTICLE, Form.POST])
def test_an_item_without_category_is_refused(form: Form) -> None:
    assert sentences(decide(category="", form=form)) == ["请选择内容类别。"]


def test_a_page_of_the_structure_needs_no_category() -> None:
    assert sentences(decide(category="", form=Form.STRUCTURE)) == []


@pytest.mark.clause("YC-12.2")
def test_a_repost_without_source_or_mark_is_refused() -> None:
    assert sentences(decide(kind=Kind.REPOST)) == [NO_MARK]
    assert sentences(decide(kind=Kind.REPOST, fields=(("county.repost_mark", "no"),))) == [NO_MARK]


@pytest.mark.parametrize(
    "said", [{"source_name": "县融媒体中心"}, {"fields": (("county.repost_mark", "yes"),)}]
)
def test_a_source_or_a_mark_is_enough(said: dict[str, Any]) -> None:
    assert sentences(decide(kind=Kind.REPOST, **said)) == []


@pytest.mark.clause("YC-10.2", "YC-19.2")
@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("form", [Form.ARTICLE, Form.POST])
def test_own_items_reposts_and_replies_take_the_same_chain(kind: Kind, form: Form) -> None:
    assert shape(decide(kind=kind, form=form, source_name="县融媒体中心")) == [
        ("审核", StepKind.REVIEW, "county.reviewer", Whose.MANAGER),
        ("分管领导签发", StepKind.REVIEW, "county.leader-in-charge", Whose.OVERSEER_OF_MANAGER),
        ("发布", StepKind.RELEASE, "county.publisher", Whose.MANAGER),
    ]


def test_a_page_of_the_structure_takes_one_signature() -> None:
    assert shape(decide(form=Form.STRUCTURE)) == [
        ("网站管理员签发", StepKind.REVIEW, "county.site-keeper", Whose.MANAGER)
    ]


def test_a_push_takes_one_signature_of_a_reviewer_and_a_release() -> None:
    """Each article in it went through the chain by itself."""
    decision = decide(form=Form.PUSH, category="")
    assert sentences(decision) == []
    assert shape(decision) == [
        ("审核推送", StepKind.REVIEW, "county.reviewer", Whose.MANAGER),
        ("发布推送", StepKind.RELEASE, "county.publisher", Whose.MANAGER),
    ]
    assert decision.route is not None
    assert not decision.route.steps[0].step.open_to_contributor


@pytest.mark.clause("YC-12.4")
def test_the_reviewer_is_asked_for_secrecy_and_clarity() -> None:
    route = decide().route
    assert route is not None
    boxes = route.steps[0].step.checklist
    assert [(box.label, box.binding) for box in boxes] == [
        ("不含国家秘密和不宜公开的信息", True),
        ("语义明确，没有歧义", False),
    ]


@pytest.mark.clause("YC-24.1", "YC-24.2")
@pytest.mark.parametrize(
    ("urgency", "order"),
    [(Urgency.ORDINARY, ReleaseOrder.PAGE_FIRST), (Urgency.EMERGENCY, ReleaseOrder.POSTS_FIRST)],
)
def test_the_page_goes_first_and_in_an_emergency_the_posts(urgency: Urgency, order: ReleaseOrder) -> None:
    decision = decide(urgency=urgency)
    assert decision.order is order
    assert [cite.article for cite in decision.order_cites] == ["第二十四条"]
