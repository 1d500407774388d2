"""一票否决: ends what stands, keeps the same content out, is lifted by the same post alone."""

from datetime import timedelta

import pytest
from approvals.signatures.conftest import Submit, Write
from approvals.signatures.editing import edit_variant, now
from guanwei.approvals.models import Permit, Submission, Veto
from guanwei.approvals.queries.queue import waiting_for
from guanwei.approvals.services import lift_veto, veto
from guanwei.approvals.services.permits import NotSigned, issue_permit
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Person
from guanwei.organisations.services import end_appointment
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import release
from guanwei.publishing.services import submit as submit_draft
from guanwei.testing.acts import no_refusals, released, signed, submitted, try_to_sign
from guanwei.testing.scenes import Agency, add_person, put_in_post

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]


@pytest.fixture
def submission(submit: Submit) -> Submission:
    return submit("vetoed")


def desk(submission: Submission) -> int:
    return submission.steps.get(veto=True).pk


def page(submission: Submission) -> ArticlePage:
    return ArticlePage.objects.get(pk=submission.object_id)


def tasks(person: Person) -> list[str]:
    return [each.task for each in waiting_for(person, clock.today())]


def test_a_veto_nobody_uses_holds_nobody_up(bureau: Agency, submission: Submission) -> None:
    assert tasks(bureau.people["discipline"]) == ["veto"]
    submission = signed(submission, bureau.people["leader"])
    assert submission.state == "permitted"
    released(submission, bureau.people["publisher"])


def test_no_objection_may_be_put_on_record_and_clears_the_desk(
    bureau: Agency, submission: Submission
) -> None:
    discipline = bureau.people["discipline"]
    no_refusals(try_to_sign(submission, discipline, at="joint.veto"))
    assert submission.sign_offs.get().opinion == "不否决"
    assert tasks(discipline) == []
    assert now(submission).position == submission.steps.get(step="joint.sign").position
    edit_variant(submission, bureau.people["editor"], "改过的正文")
    assert tasks(discipline) == ["veto"]


@pytest.mark.parametrize("before", ["open", "permitted"])
def test_a_veto_ends_what_stands_with_post_and_article(
    bureau: Agency, submission: Submission, before: str
) -> None:
    discipline = bureau.people["discipline"]
    if before == "permitted":
        submission = signed(submission, bureau.people["leader"])
    assert submission.state == before
    no_refusals(veto(submission.pk, desk(submission), discipline, "有未核实的举报"))
    ended = now(submission)
    assert (ended.state, ended.get_state_display()) == ("vetoed", "已否决")
    assert ended.closing_reason == "有未核实的举报"
    record = Veto.objects.get()
    assert record.appointment.role == "joint.discipline"
    assert record.step.cites[0]["article"] == "第二条"
    if before == "permitted":
        assert Permit.objects.get(submission=submission).revoked_at is not None
        assert release(submission.pk, bureau.people["publisher"])[0] is None
    assert try_to_sign(submission, bureau.people["leader"], at="joint.sign")


@pytest.mark.defends("resubmit vetoed content unchanged", by="editor")
def test_the_same_content_is_not_submitted_again_until_it_changed(
    bureau: Agency, submission: Submission
) -> None:
    editor = bureau.people["editor"]
    no_refusals(veto(submission.pk, desk(submission), bureau.people["discipline"], "不宜公开"))
    made, refusals = submit_draft(page(submission), editor)
    assert made is None
    assert "不能再次提交" in refusals[0].sentence
    assert str(bureau.people["discipline"]) in refusals[0].sentence
    assert refusals[0].cites
    edit_variant(submission, editor, "改过的正文")
    again = submitted(page(submission), editor)
    assert again.state == "open"


@pytest.mark.defends("change vetoed content and change it back", by="editor")
def test_content_changed_back_in_review_to_what_was_vetoed_gets_no_permit(
    bureau: Agency, submission: Submission
) -> None:
    people = bureau.people
    words = (
        ArticlePage.objects.get(pk=submission.object_id)
        .get_latest_revision()
        .as_object()
        .variants.first()
        .text
    )
    no_refusals(veto(submission.pk, desk(submission), people["discipline"], "不宜公开"))
    edit_variant(submission, people["editor"], "改过的正文")
    again = submitted(page(submission), people["editor"])
    edit_variant(again, people["editor"], words)
    assert now(again).parts == submission.parts
    refusals = try_to_sign(again, people["leader"])
    assert "否决" in refusals[0].sentence
    with pytest.raises(NotSigned):
        issue_permit(now(again), None)


def test_the_same_post_lifts_it_also_by_a_successor(bureau: Agency, submission: Submission) -> None:
    people = bureau.people
    no_refusals(veto(submission.pk, desk(submission), people["discipline"], "不宜公开"))
    stands = Veto.objects.get()
    for stranger in (people["leader"], people["editor"]):
        assert "目前没有这个职务" in lift_veto(stands.pk, stranger, "可以发")[0].sentence
    held = Appointment.objects.get(person=people["discipline"], role="joint.discipline")
    end_appointment(held, clock.today() - timedelta(days=1), by=None, reason="轮岗")
    successor = add_person("successor", "新任纪检员")
    put_in_post(successor, "joint.discipline", bureau.section)
    assert lift_veto(stands.pk, people["discipline"], "可以发")
    assert lift_veto(stands.pk, successor, "  ")
    no_refusals(lift_veto(stands.pk, successor, "举报已查清"))
    assert "已经解除" in lift_veto(stands.pk, successor, "举报已查清")[0].sentence
    again = submitted(page(submission), people["editor"])
    assert signed(again, people["leader"]).state == "permitted"
    assert Veto.history.filter(id=stands.pk).count() == 2


def test_nobody_else_vetoes_and_no_other_step_has_a_veto(bureau: Agency, submission: Submission) -> None:
    people = bureau.people
    assert "目前没有这个职务" in veto(submission.pk, desk(submission), people["leader"], "不行")[0].sentence
    signing = submission.steps.get(step="joint.sign").pk
    assert "没有否决权" in veto(submission.pk, signing, people["leader"], "不行")[0].sentence
    assert "请写明理由" in veto(submission.pk, desk(submission), people["discipline"], " ")[0].sentence
    assert now(submission).state == "open"
    assert not Veto.objects.exists()


def test_having_written_in_it_is_no_bar_to_a_veto(bureau: Agency, submission: Submission) -> None:
    put_in_post(bureau.people["discipline"], "county.editor", bureau.section)
    edit_variant(submission, bureau.people["discipline"], "改过的正文")
    no_refusals(veto(submission.pk, desk(submission), bureau.people["discipline"], "不宜公开"))


def test_what_is_released_is_taken_down_not_vetoed(bureau: Agency, submission: Submission) -> None:
    submission = signed(submission, bureau.people["leader"])
    released(submission, bureau.people["publisher"])
    assert (
        "不在审核中" in veto(submission.pk, desk(submission), bureau.people["discipline"], "晚了")[0].sentence
    )


def test_a_binding_veto_step_is_signed_like_any_other(bureau: Agency, submit: Submit) -> None:
    people = bureau.people
    submission = submit("bound")
    assert tasks(people["discipline"]) == ["sign"]
    assert "按次序" in try_to_sign(submission, people["leader"], at="joint.sign")[0].sentence
    submission = signed(submission, people["discipline"], people["leader"])
    no_refusals(veto(submission.pk, desk(submission), people["discipline"], "又有举报"))
    assert now(submission).state == "vetoed"


@pytest.mark.law("L9")
def test_a_veto_that_nobody_could_use_is_not_passed_over(bureau: Agency, write: Write) -> None:
    for each in Appointment.objects.filter(role="joint.discipline"):
        end_appointment(each, clock.today().replace(year=2025), by=None, reason="调离")
    made, refusals = submit_draft(write("vetoed"), bureau.people["editor"])
    assert made is None
    assert "纪检监督" in refusals[0].sentence
