"""附件: the approval form carries what is printed, in the printed order."""

import pytest
from guanwei.api import Declarations, OfficialForm


def only_form(rules: Declarations) -> OfficialForm:
    assert len(rules.forms) == 1
    return rules.forms[0]


@pytest.mark.clause("LAE-A1.1", "LAE-A1.2", "LAE-A1.3", "LAE-A1.4", "LAE-A1.5", "LAE-A1.6", "LAE-A1.7")
def test_the_form_prints_its_fields_in_order(rules: Declarations) -> None:
    form = only_form(rules)
    assert form.title.replace("{agency}", "六安市应急局") == "六安市应急局信息发布审批表"
    assert [cell.label for cell in form.header] == ["信息发布类别", "发布日期"]
    assert [cell.label for cell in form.row] == ["信息标题", "发布类型/来源", "备注"]
    assert [signed.label for signed in form.signatures] == ["初审人员意见", "复审人员意见", "终审人员意见"]


@pytest.mark.clause("LAE-A1.2")
def test_the_class_is_weibo_or_wechat(rules: Declarations) -> None:
    form = only_form(rules)
    assert form.header[0].choices == (("weibo", "微博"), ("wechat", "微信"))


@pytest.mark.clause("LAE-A1.1")
def test_only_the_remark_may_stay_empty(rules: Declarations) -> None:
    form = only_form(rules)
    assert [cell.label for cell in (*form.header, *form.row) if cell.may_be_empty] == ["备注"]


@pytest.mark.clause("LAE-A1.8")
def test_the_three_reviews_of_each_route_sign_the_form(rules: Declarations) -> None:
    form = only_form(rules)
    assert [form.route, *form.other_routes] == [route.id for route in rules.routes]
    for route in rules.routes:
        assert [signed.step for signed in form.signatures] == [step.id for step in route.steps[:3]]
