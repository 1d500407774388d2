"""Steps signed on paper: recorder, confirmer and signer are three people; the paper names what was printed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from approvals.signatures.conftest import Submit, Write
from approvals.signatures.editing import edit_variant, now
from guanwei.approvals.models import PaperSignature, Permit, Submission
from guanwei.approvals.queries.queue import waiting_for
from guanwei.approvals.services import confirm_paper, record_paper, refuse_paper, send_back
from guanwei.approvals.services.paper_checks import Paper, print_code
from guanwei.approvals.services.permits import NotSigned, issue_permit
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Person
from guanwei.organisations.services import end_appointment
from guanwei.publishing.services import submit as submit_draft
from guanwei.testing.acts import no_refusals, signed, try_to_sign
from guanwei.testing.scenes import Agency, put_in_post

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]
SCAN = "ab" * 32


@pytest.fixture
def submission(bureau: Agency, submit: Submit) -> Submission:
    """Waits for the signature of somebody outside the system."""
    return signed(submit("paper"), bureau.people["legal"])


def paper_of(submission: Submission, **changes: object) -> Paper:
    """A paper as it should be."""
    paper = Paper("王主任", clock.today(), "批示〔2026〕7号", print_code(now(submission).parts), SCAN)
    return replace(paper, **changes)  # type: ignore[arg-type]


def waiting_step(submission: Submission) -> int:
    return submission.steps.get(position=now(submission).position).pk


def record(submission: Submission, by: Person, **changes: object) -> list[str]:
    parts = now(submission).parts
    refusals = record_paper(
        submission.pk, waiting_step(submission), by, parts, paper_of(submission, **changes)
    )
    return [each.sentence for each in refusals]


def confirm(submission: Submission, by: Person) -> list[str]:
    refusals = confirm_paper(submission.pk, waiting_step(submission), by, now(submission).parts)
    return [each.sentence for each in refusals]


def task_of(person: Person) -> list[str]:
    return [each.task for each in waiting_for(person, clock.today())]


def test_a_paper_counts_once_a_second_person_confirmed_it(bureau: Agency, submission: Submission) -> None:
    people = bureau.people
    assert (task_of(people["clerk"]), task_of(people["keeper"])) == (["record"], [])
    assert record(submission, people["clerk"]) == []
    assert now(submission).state == "open"
    with pytest.raises(NotSigned):
        issue_permit(now(submission), None)
    assert (task_of(people["clerk"]), task_of(people["keeper"])) == ([], ["check"])
    assert confirm(submission, people["keeper"]) == []
    assert now(submission).state == "permitted"
    paper = PaperSignature.objects.get()
    assert (paper.signer, paper.document, paper.scan) == ("王主任", "批示〔2026〕7号", SCAN)
    assert (paper.person, paper.confirmed_by) == (people["clerk"], people["keeper"])
    assert paper.parts == Permit.objects.get(submission=submission).parts


@pytest.mark.defends("paper step: recorder confirms the own scan", by="signer")
def test_the_recorder_does_not_confirm(bureau: Agency, submission: Submission) -> None:
    clerk = bureau.people["clerk"]
    put_in_post(clerk, "joint.keeper", bureau.section)
    assert record(submission, clerk) == []
    assert "登记人不能自己核对" in confirm(submission, clerk)[0]
    assert task_of(clerk) == []
    assert now(submission).state == "open"


@pytest.mark.defends("paper step: signer records the own signature", by="signer")
def test_the_signer_neither_records_nor_confirms(bureau: Agency, submission: Submission) -> None:
    clerk, keeper = bureau.people["clerk"], bureau.people["keeper"]
    assert "不能是同一人" in record(submission, clerk, signer=str(clerk))[0]
    assert record(submission, clerk, signer=str(keeper)) == []
    assert "签署人不能核对" in confirm(submission, keeper)[0]


def test_people_without_those_posts_are_told_who_can(bureau: Agency, submission: Submission) -> None:
    people = bureau.people
    assert str(people["clerk"]) in record(submission, people["legal"])[0]
    assert record(submission, people["clerk"]) == []
    assert str(people["keeper"]) in confirm(submission, people["legal"])[0]


@pytest.mark.defends("paper step: click to sign it on screen", by="signer")
def test_a_paper_step_is_not_signed_on_the_screen(bureau: Agency, submission: Submission) -> None:
    put_in_post(bureau.people["leader"], "joint.outside", bureau.section)
    assert "在纸上签署" in try_to_sign(submission, bureau.people["leader"], at="joint.paper")[0].sentence


def test_the_print_code_must_be_that_of_the_content_as_it_stands(
    bureau: Agency, submission: Submission
) -> None:
    people = bureau.people
    old = print_code(submission.parts)
    edit_variant(submission, people["editor"], "打印之后改过的正文")
    signed(submission, people["legal"])
    assert "打印码与现在的稿件不符" in record(submission, people["clerk"], code=old)[0]
    new = print_code(now(submission).parts)
    assert new != old
    assert record(submission, people["clerk"], code=f" {new[:6].lower()}-{new[6:]} ") == []


@pytest.mark.defends("edit after the print was signed", by="editor")
def test_an_edit_voids_the_paper_before_and_after_it_was_confirmed(
    bureau: Agency, submission: Submission
) -> None:
    people = bureau.people
    record(submission, people["clerk"])
    edit_variant(submission, people["editor"], "登记之后改过的正文")
    assert "原打印件作废" in PaperSignature.objects.get().refused_reason
    signed(submission, people["legal"])
    assert "还没有登记扫描件" in confirm(submission, people["keeper"])[0]
    assert task_of(people["clerk"]) == ["record"]
    assert record(submission, people["clerk"]) == []
    assert confirm(submission, people["keeper"]) == []
    assert now(submission).state == "permitted"


def test_a_paper_that_says_something_else_is_refused_and_another_brought(
    bureau: Agency, submission: Submission
) -> None:
    people = bureau.people
    record(submission, people["clerk"])
    step = waiting_step(submission)
    assert refuse_paper(submission.pk, step, people["keeper"], " ")
    no_refusals(refuse_paper(submission.pk, step, people["keeper"], "缺第二页"))
    assert "还没有登记扫描件" in confirm(submission, people["keeper"])[0]
    assert record(submission, people["clerk"]) == []
    assert confirm(submission, people["keeper"]) == []
    assert PaperSignature.objects.count() == 2


def test_whoever_wrote_the_text_does_not_vouch_for_the_paper(bureau: Agency, submission: Submission) -> None:
    put_in_post(bureau.people["editor"], "joint.keeper", bureau.section)
    record(submission, bureau.people["clerk"])
    assert "参与写过" in confirm(submission, bureau.people["editor"])[0]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"signer": "  "}, "签署人姓名"),
        ({"signer": "王" * 61}, "签署人姓名"),
        ({"document": ""}, "文号或编号"),
        ({"document": "号" * 121}, "文号或编号"),
        ({"scan": ""}, "扫描件"),
        ({"scan": "../../etc/passwd"}, "扫描件"),
        ({"code": ""}, "打印码"),
        ({"code": "000000000000"}, "打印码"),
    ],
)
def test_a_half_filled_paper_is_one_sentence_and_nothing_is_written(
    bureau: Agency, submission: Submission, changes: dict[str, str], words: str
) -> None:
    assert words in record(submission, bureau.people["clerk"], **changes)[0]
    assert not PaperSignature.objects.exists()


def test_the_day_on_the_paper_lies_between_the_last_edit_and_today(
    bureau: Agency, submission: Submission
) -> None:
    clerk, today = bureau.people["clerk"], clock.today()
    assert "还没有到" in record(submission, clerk, signed_on=today + timedelta(days=1))[0]
    assert "早于稿件最后一次改动" in record(submission, clerk, signed_on=today - timedelta(days=1))[0]


def test_a_scan_is_brought_once_at_a_time(bureau: Agency, submission: Submission) -> None:
    assert record(submission, bureau.people["clerk"]) == []
    assert "正等另一人核对" in record(submission, bureau.people["clerk"])[0]


def test_the_recorder_sends_back_what_was_refused_on_paper(bureau: Agency, submission: Submission) -> None:
    assert send_back(submission.pk, bureau.people["keeper"], "领导不同意")
    no_refusals(send_back(submission.pk, bureau.people["clerk"], "领导不同意"))
    assert now(submission).state == "returned"


def test_where_the_post_is_held_here_the_name_must_be_its_holders(bureau: Agency, submit: Submit) -> None:
    people = bureau.people
    submission = submit("inside")
    assert "请核对签署人姓名" in record(submission, people["clerk"], signer="王主任")[0]
    assert record(submission, people["clerk"], signer=str(people["leader"])) == []
    assert confirm(submission, people["keeper"]) == []
    refusals = try_to_sign(submission, people["leader"])
    assert "一人只审一次" in refusals[0].sentence
    assert signed(submission, people["deputy"]).state == "permitted"


@pytest.mark.defends("paper step: a contributor signs on paper", by="signer")
def test_a_leader_who_wrote_in_it_does_not_sign_on_paper_either(bureau: Agency, submit: Submit) -> None:
    people = bureau.people
    put_in_post(people["leader"], "county.editor", bureau.section)
    put_in_post(people["legal"], "joint.leader", bureau.unit)
    submission = submit("inside")
    edit_variant(submission, people["leader"], "领导改过的正文")
    assert "参与写过" in record(submission, people["clerk"], signer=str(people["leader"]))[0]


@pytest.mark.law("L9")
def test_without_two_people_around_the_paper_it_is_not_submitted(bureau: Agency, write: Write) -> None:
    for role in ("joint.keeper",):
        for each in Appointment.objects.filter(role=role):
            end_appointment(each, clock.today().replace(year=2025), by=None, reason="调离")
    put_in_post(bureau.people["clerk"], "joint.keeper", bureau.section)
    made, refusals = submit_draft(write("paper"), bureau.people["editor"])
    assert made is None
    assert "另一人核对" in refusals[0].sentence
