"""第九条: what an editor must state before an item may go."""

from collections.abc import Callable

import pytest
from guanwei.api import Declarations, Kind, ManuscriptFacts

Item = Callable[..., ManuscriptFacts]
Missing = Callable[[ManuscriptFacts], set[str]]

REPOST = {
    "kind": Kind.REPOST,
    "source_name": "清河县人民政府网",
    "permission": "二〇二六年三月二十日电话许可",
    "original_title": "汛期值守安排",
}
TYPE = {
    "luan-emergency.publication_type": "转载/清河县人民政府网",
    "luan-emergency.original_text": "各乡镇安排专人值守。",
}


@pytest.mark.clause("LAE-9.1", "LAE-9.2", "LAE-9.3", "LAE-9.4", "LAE-9.5", "LAE-9.6", "LAE-9.7")
def test_an_editor_chooses_from_seven_categories(rules: Declarations) -> None:
    assert [each.label for each in rules.categories] == [
        "重大决策部署落实",
        "应急法规、文件、工作和活动",
        "政务资讯、宣教、形象和公益",
        "一线应急干部",
        "回应和澄清",
        "其他需要发布的事项",
        "经领导批准发布",
    ]


@pytest.mark.clause("LAE-9.1")
def test_an_item_without_category_is_refused(item: Item, missing: Missing) -> None:
    assert missing(item(category="")) == {"请在七类发布内容中选择一类。"}


def test_a_complete_original_may_go(item: Item, missing: Missing) -> None:
    assert missing(item()) == set()


@pytest.mark.clause("LAE-9.6")
def test_other_matters_must_say_what_they_are(item: Item, missing: Missing) -> None:
    named = {"luan-emergency.publication_type": "原创", "luan-emergency.matter": "志愿者招募"}
    assert missing(item(category="luan-emergency.other-matters")) == {
        "内容类别为“其他需要发布的事项”的，请写明是什么事项。"
    }
    assert missing(item(category="luan-emergency.other-matters", fields=named)) == set()


@pytest.mark.clause("LAE-9.7")
def test_a_leaders_approval_names_the_leader(item: Item, missing: Missing) -> None:
    named = {"luan-emergency.publication_type": "原创", "luan-emergency.approving_leader": "principal"}
    assert missing(item(category="luan-emergency.leader-approved")) == {
        "内容类别为“经领导批准发布”的，请选择由哪位领导批准；该领导在流程中签批。"
    }
    assert missing(item(category="luan-emergency.leader-approved", fields=named)) == set()


def test_a_complete_repost_may_go(item: Item, missing: Missing) -> None:
    assert missing(item(**REPOST, fields=TYPE)) == set()


@pytest.mark.clause("LAE-9.10", "LAE-9.12", "LAE-9.13")
@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        ("permission", "转载他人内容，请写明何时由谁许可转载。"),
        ("source_name", "转载请写明出处，或者给稿件打上明显的转载标识。"),
        ("original_title", "转载请填写原标题，供审核人对照标题是否走样。"),
    ],
)
def test_a_repost_that_hides_where_it_comes_from_is_refused(
    item: Item, missing: Missing, fact: str, sentence: str
) -> None:
    assert missing(item(**(REPOST | {fact: ""}), fields=TYPE)) == {sentence}


def test_a_visible_mark_stands_in_for_the_source(item: Item, missing: Missing) -> None:
    marked = TYPE | {"county.repost_mark": "yes"}
    assert missing(item(**(REPOST | {"source_name": ""}), fields=marked)) == set()


@pytest.mark.clause("LAE-11.5")
def test_an_item_without_its_line_of_the_form_is_refused(item: Item, missing: Missing) -> None:
    assert missing(item(fields={})) == {"请填写审批表的“发布类型/来源”一栏，初审人员据此填表。"}
