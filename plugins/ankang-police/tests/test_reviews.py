"""Part three: who approves, in which order, with which boxes; what an item states."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import make_aware
from guanwei.api import Severity
from guanwei.approvals.models import Submission
from guanwei.audit import clock
from guanwei.publishing.services import foresee, release
from guanwei.testing.acts import no_refusals, released, signed, submitted, try_to_sign

Police = Any
BOOK = "ankang-police"
OWN = ("公示公告", "指挥中心秘书科")
FIVE = ["信息安全", "及时", "准确", "全面", "权威"]


def labels(submission: Submission) -> list[str]:
    return [each.label for each in submission.steps.all()]


def of(police: Police, category: str, supplier: str = "交警", **fields: Any) -> Submission:
    """An item of this category for 部门动态, submitted by the unit's handler."""
    draft = police.draft("部门动态", supplier, category=f"{BOOK}.{category}", **fields)
    return submitted(draft, police.people["handler", supplier])


@pytest.mark.clause("AKP-3.8.1")
def test_an_ordinary_item_needs_its_departments_head_and_no_bureau_leader(police: Police) -> None:
    label, unit = OWN
    submission = submitted(police.draft(label, unit), police.people["manager", unit])
    assert labels(submission) == ["部门负责人审批", "栏目管理员上网"]
    made, refusals = release(submission.pk, police.people["manager", unit])
    assert made is None
    assert "须先走完审核" in refusals[0].sentence
    submission = signed(submission, police.people["head", unit])
    assert released(submission, police.people["manager", unit]).state == "done"


@pytest.mark.clause("AKP-3.1.3")
def test_the_head_answers_five_points_before_the_item_passes(police: Police) -> None:
    label, unit = OWN
    submission = submitted(police.draft(label, unit), police.people["manager", unit])
    refusals = try_to_sign(submission, police.people["head", unit], checklist={})
    assert [point for point in FIVE if not any(f"“{point}”" in each.sentence for each in refusals)] == []
    assert not submission.sign_offs.exists()


@pytest.mark.clause("AKP-3.2.2")
def test_an_open_point_of_a_good_text_is_kept_on_the_record(police: Police) -> None:
    label, unit = OWN
    submission = submitted(police.draft(label, unit), police.people["manager", unit])
    step = submission.steps.get(label="部门负责人审批")
    ticked = {each["id"]: each["binding"] for each in step.checklist}
    no_refusals(try_to_sign(submission, police.people["head", unit], checklist=ticked))
    open_ones = {
        key.removeprefix(f"{BOOK}.") for key, said in submission.sign_offs.get().checklist.items() if not said
    }
    assert open_ones == {"clear-subject", "full-content", "plain-language"}


@pytest.mark.clause("AKP-3.4.1")
@pytest.mark.parametrize("category", ["document", "important-meeting"])
def test_documents_and_meetings_go_up_step_by_step(police: Police, category: str) -> None:
    submission = of(police, category)
    assert labels(submission) == ["承办人拟办", "部门主要负责人审批", "分管局领导审批", "栏目管理员上网"]
    leader = police.people["leader", ""]
    assert try_to_sign(submission, leader)
    submission = signed(submission, police.people["handler", "交警"])
    assert "现在等待的是“部门主要负责人审批”" in "".join(
        each.sentence for each in try_to_sign(submission, leader, at=f"{BOOK}.bureau-leader")
    )
    submission = signed(submission, police.people["head", "交警"], leader)
    assert submission.state == "permitted"


@pytest.mark.clause("AKP-3.4.1")
def test_the_chief_signs_besides_and_never_instead(police: Police) -> None:
    submission = submitted(police.leaders_activity(), police.people["handler", "交警"])
    assert labels(submission)[2:4] == ["分管局领导审批", "局主要领导加签"]
    submission = signed(submission, police.people["handler", "交警"], police.people["head", "交警"])
    said = try_to_sign(submission, police.people["chief", ""], at=f"{BOOK}.chief")
    assert "现在等待的是“分管局领导审批”" in said[0].sentence


@pytest.mark.clause("AKP-3.4.3")
def test_a_leaders_activity_goes_online_when_a_person_says_that_all_has_ended(police: Police) -> None:
    people = police.people
    submission = submitted(police.leaders_activity(), police.people["handler", "交警"])
    submission = signed(
        submission,
        people["handler", "交警"],
        people["head", "交警"],
        people["leader", ""],
        people["chief", ""],
    )
    manager = people["manager", "指挥中心秘书科"]
    with clock.at(make_aware(datetime(2026, 6, 5, 18, 1))):
        for due in (None, clock.now() + timedelta(hours=1)):
            assert release(submission.pk, manager, due)[0] is None
        assert "请逐项核对后勾选“全部活动已经结束”" in "".join(
            each.sentence for each in try_to_sign(submission, people["handler", "交警"], checklist={})
        )
        submission = signed(submission, people["handler", "交警"])
        assert released(submission, manager).state == "done"


@pytest.mark.clause("AKP-3.4.3")
def test_a_leaders_activity_states_when_it_is_planned_to_end(police: Police) -> None:
    draft = police.draft("部门动态", "交警", category=f"{BOOK}.leaders-activity")
    assert "领导活动请写明全部活动预定何时结束。" in [each.sentence for each in foresee(draft).refusals]


@pytest.mark.clause("AKP-3.2.3")
def test_a_work_item_without_effect_or_measures_is_told(police: Police) -> None:
    def told(**extra: str) -> list[str]:
        draft = police.draft(
            *OWN, category=f"{BOOK}.work", extra={f"{BOOK}.{key}": said for key, said in extra.items()}
        )
        return [each.label for each in foresee(draft).decision.findings if each.severity is Severity.LOOK]

    assert told(effect="发案下降") == ["缺具体做法"]
    assert told(effect="发案下降", measures="夜间巡逻") == []


@pytest.mark.clause("AKP-3.2.1")
def test_an_item_of_which_nobody_said_that_it_fits_its_column_is_marked_for_who_approves(
    police: Police,
) -> None:
    def told(**extra: Any) -> list[str]:
        findings = foresee(police.draft(*OWN, extra=extra)).decision.findings
        return [each.sentence for each in findings if each.severity is Severity.INFO]

    assert told() == ["编辑没有确认稿件符合栏目主旨，审批时请对照主旨把关。"]
    assert told(**{f"{BOOK}.fits_column": True}) == []


@pytest.mark.clause("AKP-3.1.2")
def test_the_record_names_who_put_an_item_online_who_reviewed_it_and_who_answers(
    police: Police, client: Client
) -> None:
    draft = police.draft("县区动态", "东山县公安局")
    submission = signed(
        submitted(draft, police.people["handler", "东山县公安局"]),
        police.people["head", "东山县公安局"],
        police.people["section_head", "指挥中心秘书科"],
    )
    online = released(submission, police.people["manager", "指挥中心秘书科"])
    client.force_login(police.people["manager", "指挥中心秘书科"])
    html = client.get(reverse("published:published", args=[online.pk])).content.decode()
    panel = html.split('id="gw-answerable"')[1].split("</dl>")[0]
    said = [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in panel.split("<div>")[1:]]
    assert said == [
        "供稿单位（对内容真实负责） 东山县公安局",
        "发布单位（对发布负责） 指挥中心秘书科",
        "撰写、修改 东山县公安局承办人",
        "部门负责人审批 东山县公安局负责人 · 东山县公安局部门负责人",
        "栏目责任部门审核 指挥中心秘书科科室负责人 · 指挥中心秘书科科室负责人",
        "发布人 指挥中心秘书科栏目管理员 · 指挥中心秘书科栏目管理员",
    ]
