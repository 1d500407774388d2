"""三、5: what was classified goes online in order, or not at all."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import submit
from guanwei.testing.acts import released, signed, submitted, try_to_sign
from guanwei_ankang_police.models import DeclassificationCase

Police = Any
BOOK = "ankang-police"
CASES = "/admin/console/entries/guanwei_ankang_police/declassificationcase/"
NEED = {"subject": "道路限行调整", "public_need": "限行涉及全体市民出行。"}
DECISION = {
    "declassified_on": date(2026, 3, 1),
    "decided_by": "清河县国家保密局",
    "decision_number": "清密〔2026〕3号",
}
DELETION = {"deleted_on": date(2026, 3, 2), "deletion_confirmed_by": "交警支队法制员"}
EMPTY = dict.fromkeys([*DECISION, *DELETION], "")


def case(police: Police, **steps: Any) -> DeclassificationCase:
    return DeclassificationCase.objects.create(organisation=police.unit, **NEED, **steps)


def draft(police: Police, named: DeclassificationCase | None, **fields: Any) -> ArticlePage:
    """An item about what was classified, an ordinary one by its kind."""
    extra = {f"{BOOK}.from-classified": True} | ({f"{BOOK}.declassification": named.pk} if named else {})
    return police.draft("部门动态", "交警", extra=extra, **fields)


def said_against(police: Police, article: ArticlePage) -> str:
    return "".join(map(str, submit(article, police.people["handler", "交警"])[1]))


@pytest.mark.clause("AKP-3.5.2")
def test_it_isnt_submitted_before_it_is_declassified_and_the_deletion_confirmed(police: Police) -> None:
    assert "请选择已登记的解密事项" in said_against(police, draft(police, None))
    for steps in ({}, DECISION):
        said = said_against(police, draft(police, case(police, **steps)))
        assert "还没有确认删除涉密内容" in said
        assert "三、5" in said
    assert submitted(draft(police, case(police, **DECISION, **DELETION)), police.people["handler", "交警"])


@pytest.mark.clause("AKP-3.5.2")
def test_the_leader_in_charge_approves_last_and_says_that_the_secrets_are_gone(police: Police) -> None:
    people = police.people
    submission = submitted(draft(police, case(police, **DECISION, **DELETION)), people["handler", "交警"])
    assert [each.label for each in submission.steps.all()] == [
        "承办人拟办",
        "部门主要负责人审批",
        "分管局领导审批",
        "栏目管理员上网",
    ]
    submission = signed(submission, people["handler", "交警"], people["head", "交警"])
    refusals = try_to_sign(submission, people["leader", ""], checklist={})
    assert "涉密内容已经删除" in "".join(each.sentence for each in refusals)
    submission = signed(submission, people["leader", ""])
    assert released(submission, people["manager", "指挥中心秘书科"]).state == "done"


@pytest.mark.clause("AKP-3.5.4")
def test_a_case_isnt_put_in_without_the_need_of_the_public(police: Police, client: Client) -> None:
    client.force_login(police.people["handler", "交警"])
    page = client.post(f"{CASES}create/", EMPTY | NEED | {"public_need": " "}).content.decode()
    assert "申请公开须写明公众广泛知晓或者参与的需要" in page
    assert not DeclassificationCase.objects.exists()
    client.post(f"{CASES}create/", EMPTY | NEED)
    assert DeclassificationCase.objects.get().history.get().history_user == police.people["handler", "交警"]


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (DELETION, "先解密，再删除涉密内容"),
        (DECISION | DELETION | {"deleted_on": date(2026, 2, 1)}, "删密日期不能早于解密日期"),
        ({"declassified_on": date(2026, 3, 1)}, "解密日期、决定机关和决定文号填写完整"),
        (DECISION | {"deleted_on": date(2026, 3, 2)}, "删密日期和核对人填写完整"),
    ],
)
def test_its_steps_are_recorded_whole_and_in_order(
    police: Police, client: Client, steps: dict[str, Any], said: str
) -> None:
    kept = case(police)
    client.force_login(police.people["head", "交警"])
    form = EMPTY | NEED | steps | {"reason": "登记进展"}
    assert said in client.post(f"{CASES}edit/{kept.pk}/", form).content.decode()
    assert not DeclassificationCase.objects.get(pk=kept.pk).deletion_confirmed
    client.post(f"{CASES}edit/{kept.pk}/", EMPTY | NEED | DECISION | DELETION | {"reason": "登记进展"})
    assert DeclassificationCase.objects.get(pk=kept.pk).deletion_confirmed


def test_nothing_in_a_case_takes_a_document(police: Police) -> None:
    kinds = {each.get_internal_type() for each in DeclassificationCase._meta.get_fields()}
    assert kinds.isdisjoint({"FileField", "ImageField", "BinaryField"})
