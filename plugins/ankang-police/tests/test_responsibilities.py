"""Part two: who puts what where, and who alone puts it online."""

from datetime import date
from typing import Any

import pytest
from guanwei.approvals.models import Submission
from guanwei.organisations.models import Person
from guanwei.portal.keeping import field_refusals
from guanwei.portal.models import ColumnPage
from guanwei.publishing.services import foresee, release, submit
from guanwei.testing.acts import released, signed, submitted

Police = Any
# The printed owners, the first of them the lead; then who else hands in.
DISCLOSURE = {
    "警务要闻": ["政治部宣传科", "指挥中心秘书科"],
    "公示公告": ["指挥中心秘书科"],
    "法律法规": ["法制支队"],
    "警队文化": ["政治部宣传科"],
    "县区动态": ["指挥中心秘书科", "东山县公安局", "河西分局"],
    "部门动态": ["指挥中心秘书科", "交警"],
    "教育训练": ["政治部组教科"],
    "表彰奖励": ["政治部组教科"],
    "警方提示": ["治安支队", "交警"],
    "网上通缉": ["刑警支队"],
    "视频新闻": ["政治部宣传科", "指挥中心秘书科"],
}
ASKED = ["政治部宣传科", "指挥中心秘书科", "法制支队", "政治部组教科", "治安支队", "刑警支队", "交警", "东山县公安局",
         "河西分局"]  # fmt: skip
OWNED = {
    "指挥中心秘书科": "政府信息公开规定 指南 年报 通知公告 重要会议 统计数据 应急管理 政府文件 警情提示 公安史志",
    "政治部人事科": "领导之窗 组织机构 人事信息",
    "政治部组教科": "目标考核 社会公益",
    "政治部宣传科": "新闻动态 新闻发布",
    "警务保障处": "财政信息 政府采购 三公支出 行政收费",
    "法制支队": "政策法规 规划计划 重大项目 行政许可",
    "刑警支队": "公安通缉 典型案例",
}


def writer(police: Police, unit: str) -> Person:
    """Who writes there: the handler, or the column's manager."""
    return police.people.get(("handler", unit)) or police.people["manager", unit]


def adds_to(police: Police, unit: str, labels: list[str]) -> list[str]:
    """The columns of ``labels`` in which the unit's writer may begin an item."""
    person = Person.objects.get(pk=writer(police, unit).pk)
    pages = ColumnPage.objects.filter(title__in=labels, path__startswith=police.base.path)
    known = {each.title: each.permissions_for_user(person) for each in pages}
    return [label for label in labels if known[label].can_add_subpage()]


def against(police: Police, label: str, supplier: str) -> set[str]:
    """The articles against an item of the unit in the column, as its writer submits it."""
    _made, refusals = submit(police.draft(label, supplier), writer(police, supplier))
    return {cite.article for each in refusals for cite in each.cites}


def approved(police: Police, label: str, supplier: str, *posts: tuple[str, str]) -> Submission:
    """An item of the unit in the column, signed by the posts in turn."""
    submission = submitted(police.draft(label, supplier), writer(police, supplier))
    return signed(submission, *(police.people[each] for each in posts))


def sent(submission: Submission, by: Person) -> str:
    """What comes of the person's putting it online: ``online``, or who may instead."""
    made, refusals = release(submission.pk, by)
    return "online" if made is not None else "".join(each.sentence for each in refusals)


@pytest.mark.clause(
    "AKP-2.1.1", "AKP-2.1.2", "AKP-2.1.3", "AKP-2.1.4", "AKP-2.1.5", "AKP-2.1.6", "AKP-2.1.7", "AKP-2.1.8",
    "AKP-2.1.9", "AKP-2.1.10", "AKP-2.1.11",
)  # fmt: skip
def test_each_column_of_disclosure_takes_items_of_those_that_its_article_names(police: Police) -> None:
    labels = list(DISCLOSURE)
    adding = {unit: adds_to(police, unit, labels) for unit in ASKED}
    takers = {label: [unit for unit in ASKED if label in adding[unit]] for label in labels}
    departments = [each for each in ASKED if each not in ("东山县公安局", "河西分局")]
    expected = {label: sorted(units, key=ASKED.index) for label, units in DISCLOSURE.items()}
    # 各部门 and 有关部门 are all of them.
    expected["部门动态"] = expected["警方提示"] = departments
    assert takers == expected


@pytest.mark.clause("AKP-2.1.2", "AKP-2.1.3", "AKP-2.1.4", "AKP-2.1.7", "AKP-2.1.8", "AKP-2.1.10")
def test_an_item_of_another_unit_is_refused_with_the_columns_article(police: Police) -> None:
    single = ["公示公告", "法律法规", "警队文化", "教育训练", "表彰奖励", "网上通缉"]
    articles = {label: against(police, label, "交警") for label in single}
    assert {
        label: f"二(一){number}" in articles[label]
        for label, number in zip(single, (2, 3, 4, 7, 8, 10), strict=True)
    } == dict.fromkeys(single, True)


@pytest.mark.clause("AKP-2.1.1", "AKP-2.1.11", "AKP-3.4.2")
@pytest.mark.parametrize("label", ["警务要闻", "视频新闻"])
def test_the_co_owner_submits_and_the_lead_alone_puts_online(police: Police, label: str) -> None:
    assert police.page(label).unit.name == "政治部宣传科"
    assert against(police, label, "交警") == {"一", f"二(一){1 if label == '警务要闻' else 11}"}
    submission = approved(
        police, label, "指挥中心秘书科", ("head", "指挥中心秘书科"), ("section_head", "政治部宣传科")
    )
    assert "政治部宣传科栏目管理员" in sent(submission, police.people["manager", "指挥中心秘书科"])
    assert sent(submission, police.people["manager", "政治部宣传科"]) == "online"


@pytest.mark.clause("AKP-2.1.5", "AKP-2.1.6", "AKP-2.1.9", "AKP-4.2.1")
@pytest.mark.parametrize(
    ("label", "supplier", "lead"),
    [
        ("县区动态", "东山县公安局", "指挥中心秘书科"),
        ("部门动态", "交警", "指挥中心秘书科"),
        ("警方提示", "交警", "治安支队"),
    ],
)
def test_the_draft_of_a_contributor_waits_for_whoever_leads_the_column(
    police: Police, label: str, supplier: str, lead: str
) -> None:
    draft = police.draft(label, supplier)
    submission = signed(submitted(draft, writer(police, supplier)), police.people["head", supplier])
    assert [each.label for each in submission.steps.all()] == [
        "部门负责人审批",
        "栏目责任部门审核",
        "栏目管理员上网",
    ]
    assert not type(draft).objects.get(pk=draft.pk).live
    assert sent(submission, writer(police, supplier)) != "online"
    submission = signed(submission, police.people["section_head", lead])
    assert f"{lead}栏目管理员" in sent(submission, writer(police, supplier))
    assert sent(submission, police.people["manager", lead]) == "online"
    # The supplier answers for the truth, the lead for the publication.
    assert (submission.supplier.name, submission.steps.get(label="栏目管理员上网").unit.name) == (
        supplier,
        lead,
    )


@pytest.mark.clause(
    "AKP-2.1.12", "AKP-2.1.14", "AKP-2.1.15", "AKP-2.1.16", "AKP-2.1.17", "AKP-2.1.18", "AKP-2.1.19",
    "AKP-2.1.20",
)  # fmt: skip
def test_each_of_the_27_items_takes_those_of_its_one_owner(police: Police) -> None:
    labels = police.listed("政务公开")
    owned = {unit: sorted(items.split()) for unit, items in OWNED.items()}
    assert {unit: sorted(adds_to(police, unit, labels)) for unit in OWNED} == owned


@pytest.mark.clause("AKP-2.1.12")
def test_a_disclosed_item_keeps_its_one_owner(police: Police) -> None:
    draft = police.page("统计数据")
    draft.unit = police.units["法制支队"]
    said = "".join(str(refusal) for name, refusal in field_refusals(draft) if name == "unit")
    assert "只有一个责任单位，规定由指挥中心秘书科负责" in said
    assert "二(一)12" in said


@pytest.mark.clause("AKP-2.2.1", "AKP-2.2.2")
def test_a_police_type_hands_in_for_its_own_page_and_the_centre_puts_online(police: Police) -> None:
    types = police.listed("网上办事")
    assert adds_to(police, "交警", types) == ["交警"]
    assert adds_to(police, "户政", types) == ["户政"]
    assert adds_to(police, "指挥中心", types) == types
    assert "二(二)" in against(police, "户政", "交警")
    submission = approved(police, "户政", "户政", ("head", "户政"), ("section_head", "指挥中心"))
    assert "指挥中心栏目管理员" in sent(submission, police.people["handler", "户政"])
    assert sent(submission, police.people["manager", "指挥中心"]) == "online"


@pytest.mark.clause("AKP-3.4.2")
def test_the_manager_of_another_column_puts_nothing_online_here(police: Police) -> None:
    submission = approved(police, "公示公告", "指挥中心秘书科", ("head", "指挥中心秘书科"))
    said = sent(submission, police.people["manager", "法制支队"])
    assert "“栏目管理员上网”由指挥中心秘书科栏目管理员签署" in said
    assert released(submission, police.people["manager", "指挥中心秘书科"]).title == submission.title


def leave(person: Person) -> None:
    """The person held the post until some time ago, and nobody followed."""
    post = person.appointments.get()
    post.ends_on = date(2021, 1, 1)
    post.save()


@pytest.mark.clause("AKP-3.3.2")
def test_without_a_section_head_the_departments_columns_are_not_opened(police: Police) -> None:
    assert police.change("在线访谈", closed=True) == []
    leave(police.people["section_head", "指挥中心秘书科"])
    refusals = police.change("在线访谈", closed=False)
    assert [each.split("（")[0] for each in refusals] == [
        "指挥中心秘书科还没有科室负责人，“在线访谈”不能开通；请管理员先任命。"
    ]
    assert "三、3" in refusals[0]


@pytest.mark.clause("AKP-3.3.3")
def test_a_column_without_manager_takes_no_item(police: Police) -> None:
    draft = police.draft("公示公告", "指挥中心秘书科")
    leave(police.people["manager", "指挥中心秘书科"])
    refusals = foresee(draft).refusals
    assert any("还没有栏目管理员，暂不收稿" in each.sentence for each in refusals)
    assert "三、3" in {cite.article for each in refusals for cite in each.cites}
