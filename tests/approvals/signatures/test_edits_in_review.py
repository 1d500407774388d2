"""审改: a reviewer whose step lets them edit isn't barred by that; the supplying unit confirms by digest."""

import pytest
from approvals.signatures.conftest import Submit, Write
from approvals.signatures.editing import edit_variant, now, say
from guanwei.approvals.models import EditConfirmation, Submission
from guanwei.approvals.queries.queue import waiting_for
from guanwei.approvals.services import confirm_edits
from guanwei.approvals.services.permits import NotSigned, issue_permit
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import submit as submit_draft
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei.testing.scenes import Agency, add_person, add_unit, put_in_post

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]


@pytest.fixture
def supplier(bureau: Agency) -> Person:
    """A writer of the station that supplies the text; the section's people edit and review."""
    station = add_unit("清河县交通局客运站", "traffic-station", "section", bureau.unit)
    person = add_person("station-writer", "客运站信息员")
    put_in_post(person, "county.editor", station)
    bureau.people["supplier"] = person
    return person


@pytest.fixture
def submission(bureau: Agency, supplier: Person, write: Write) -> Submission:
    station = supplier.appointments.get().unit
    return submitted(write("edited", by=supplier, supplier=station), supplier)


def confirm(submission: Submission, by: Person) -> list[str]:
    return [each.sentence for each in confirm_edits(submission.pk, by, now(submission).parts)]


def tasks(person: Person) -> list[str]:
    return [each.task for each in waiting_for(person, clock.today())]


def test_without_an_edit_nobody_confirms_anything(bureau: Agency, submission: Submission) -> None:
    assert tasks(bureau.people["supplier"]) == []
    assert "没有等待" in confirm(submission, bureau.people["supplier"])[0]
    submission = signed(submission, bureau.people["editing"], bureau.people["leader"])
    assert submission.state == "permitted"


def test_the_editing_reviewer_signs_and_the_supplier_confirms_exactly_that(
    bureau: Agency, submission: Submission
) -> None:
    people = bureau.people
    part = edit_variant(submission, people["editing"], "审改过的正文")
    assert tasks(people["supplier"]) == ["confirm"]
    submission = signed(submission, people["editing"])
    assert submission.position == 0
    assert tasks(people["leader"]) == []
    assert tasks(people["editing"]) == []
    assert "按次序" in try_to_sign(submission, people["leader"], at="joint.sign")[0].sentence
    with pytest.raises(NotSigned):
        issue_permit(submission, None)
    assert confirm(submission, people["supplier"]) == []
    assert sorted(EditConfirmation.objects.get().parts) == [part]
    assert tasks(people["leader"]) == ["sign"]
    assert signed(submission, people["leader"]).state == "permitted"


def test_the_confirmation_may_come_before_the_signature(bureau: Agency, submission: Submission) -> None:
    people = bureau.people
    edit_variant(submission, people["editing"], "审改过的正文")
    assert confirm(submission, people["supplier"]) == []
    assert signed(submission, people["editing"]).position == 1


@pytest.mark.defends("second edit after the supplier's confirmation", by="signer")
def test_an_edit_after_the_confirmation_wants_another(bureau: Agency, submission: Submission) -> None:
    people = bureau.people
    edit_variant(submission, people["editing"], "审改过的正文")
    confirm(submission, people["supplier"])
    edit_variant(submission, people["editing"], "再审改的正文")
    submission = signed(submission, people["editing"])
    assert submission.position == 0
    assert confirm(submission, people["supplier"]) == []
    assert now(submission).position == 1


def test_a_confirmation_of_a_page_loaded_before_the_edit_is_refused(
    bureau: Agency, submission: Submission
) -> None:
    people = bureau.people
    edit_variant(submission, people["editing"], "审改过的正文")
    seen = now(submission).parts
    say(submission, people["editing"], "又改了一段。")
    refusals = confirm_edits(submission.pk, people["supplier"], seen)
    assert "刷新" in refusals[0].sentence
    assert not EditConfirmation.objects.exists()


@pytest.mark.defends("reviewer confirms the own edit for the supplier", by="signer")
def test_the_reviewer_does_not_confirm_for_the_supplier(bureau: Agency, submission: Submission) -> None:
    people = bureau.people
    put_in_post(people["editing"], "county.editor", submission.supplier)
    edit_variant(submission, people["editing"], "审改过的正文")
    assert "不能代供稿单位确认" in confirm(submission, people["editing"])[0]
    assert "confirm" not in tasks(people["editing"])
    assert str(people["supplier"]) in confirm(submission, people["editor"])[0]
    assert not EditConfirmation.objects.exists()


def test_whoever_edited_on_the_way_is_barred_from_later_reviews(
    bureau: Agency, submission: Submission
) -> None:
    people = bureau.people
    put_in_post(people["editing"], "joint.leader", bureau.unit)
    other = add_person("editing-two", "另一责任编辑")
    put_in_post(other, "joint.editing", bureau.section)
    edit_variant(submission, people["editing"], "审改过的正文")
    confirm(submission, people["supplier"])
    submission = signed(submission, other)
    assert "不能自己审核" in try_to_sign(submission, people["editing"], at="joint.sign")[0].sentence


def test_who_wrote_the_text_before_submission_does_not_review_it_there(
    bureau: Agency, supplier: Person, write: Write
) -> None:
    people = bureau.people
    station = supplier.appointments.get().unit
    article = write("edited", by=supplier, supplier=station)
    edit_variant(article, people["editing"], "送审前改的正文")
    made, refusals = submit_draft(article, supplier)
    assert made is None
    assert "参与过这份稿件" in refusals[0].sentence
    other = add_person("editing-two", "另一责任编辑")
    put_in_post(other, "joint.editing", bureau.section)
    submission = submitted(ArticlePage.objects.get(pk=article.pk), supplier)
    assert "不能自己审核" in try_to_sign(submission, people["editing"])[0].sentence
    assert tasks(people["editing"]) == []
    signed(submission, other)


def test_a_changed_back_text_needs_no_word_of_the_supplier(bureau: Agency, submission: Submission) -> None:
    people = bureau.people
    words = (
        ArticlePage.objects.get(pk=submission.object_id)
        .get_latest_revision()
        .as_object()
        .variants.first()
        .text
    )
    edit_variant(submission, people["editing"], "审改过的正文")
    edit_variant(submission, people["editing"], words)
    assert tasks(people["supplier"]) == []
    assert signed(submission, people["editing"]).position == 1


def test_the_last_step_before_release_may_be_the_confirmation(bureau: Agency, submission: Submission) -> None:
    """Signed by all, changed by the editing reviewer: both sign the part again, then the supplier."""
    people = bureau.people
    submission = signed(submission, people["editing"])
    edit_variant(submission, people["editing"], "审改过的正文")
    submission = signed(submission, people["editing"])
    assert confirm(submission, people["supplier"]) == []
    assert signed(submission, people["leader"]).state == "permitted"


def test_at_an_ordinary_step_whoever_edits_is_barred(bureau: Agency, submit: Submit) -> None:
    people = bureau.people
    put_in_post(people["legal"], "county.editor", bureau.section)
    submission = submit("plain")
    say(submission, people["legal"], "审核员改过的正文。")
    assert "不能自己审核" in try_to_sign(submission, people["legal"])[0].sentence
    no_refusals([])
