"""L2 once more at the permit: whatever a service let through, the proof asks again, each signature for itself."""

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from approvals.confirmations import scene
from approvals.confirmations.conftest import people
from approvals.signatures.conftest import Submit, _joint_rules, bureau, submit, write
from approvals.signatures.editing import edit, edit_variant, now
from approvals.signatures.test_edits_in_review import supplier
from guanwei.approvals.models import EditConfirmation, Submission, SubmissionState
from guanwei.approvals.queries.standing import Standing, StandingStep, standing
from guanwei.approvals.services import confirm_edits, proving, veto
from guanwei.approvals.services.permits import NotSigned, issue_permit
from guanwei.approvals.services.proving import prove
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei.testing.scenes import Agency, County, put_in_post, write_article

__all__ = ["_joint_rules", "bureau", "people", "submit", "supplier", "write"]
pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]
Change = Callable[[Standing], Standing]
LAID_OUT = "<ul><li>近日降雨较多，</li><li><b>请远离</b>河道和低洼处。</li></ul>"


@pytest.fixture
def whole(county: County) -> Submission:
    """Signed by all, and taken as open once more: nothing is wrong with it."""
    people = county.water.people
    article = write_article(county, county.water, people["editor"], variants=True)
    return opened(signed(submitted(article, people["editor"]), people["reviewer"], people["leader"]))


def opened(submission: Submission) -> Submission:
    submission.state = SubmissionState.OPEN
    return submission


def not_proved(submission: Submission, why: str) -> None:
    with pytest.raises(NotSigned, match=why):
        prove(submission, dict(submission.parts))


def step(number: int, **changes: Any) -> Change:
    """The chain with another account of one step, as a fault in ``standing`` would give."""

    def changed(found: Standing) -> Standing:
        steps = list(found.steps)
        steps[number] = replace(steps[number], **changes)
        return replace(found, steps=tuple(steps))

    return changed


@pytest.fixture
def misread(monkeypatch: pytest.MonkeyPatch) -> Callable[[Change], None]:
    """``standing`` is mistaken."""
    return lambda change: monkeypatch.setattr(proving, "standing", lambda *read: change(standing(*read)))


def first(submission: Submission) -> StandingStep:
    return standing(submission).steps[0]


def test_a_whole_chain_is_proved(whole: Submission) -> None:
    prove(whole, dict(whole.parts))


@pytest.mark.parametrize("state", ["withdrawn", "returned", "lapsed", "permitted", "released"])
def test_only_an_open_submission_gets_a_permit(whole: Submission, state: str) -> None:
    whole.state = SubmissionState(state)
    not_proved(whole, "the submission is")


def test_the_draft_is_what_was_submitted(whole: Submission) -> None:
    """Every part is signed; the row says other parts."""
    signed_parts = dict(whole.parts)
    whole.parts = {**whole.parts, "page": "0" * 64}
    with pytest.raises(NotSigned, match="moved on"):
        prove(whole, signed_parts)


def test_a_signature_of_who_contributed_proves_nothing(whole: Submission, misread: Any) -> None:
    writer = first(whole).sign_offs[0].person_id
    misread(lambda found: replace(found, contributors=frozenset({writer})))
    not_proved(whole, "contributed")


def test_each_part_has_as_many_signers_as_its_step_asks(whole: Submission, misread: Any) -> None:
    misread(step(0, sign_offs=()))
    not_proved(whole, "has 0 signatures")


def test_one_person_is_not_two_reviewers(whole: Submission, misread: Any) -> None:
    misread(step(1, sign_offs=first(whole).sign_offs))
    not_proved(whole, "reviewed twice")


def test_who_decides_in_anothers_place_waited_for_them(whole: Submission, misread: Any) -> None:
    early = first(whole).sign_offs[0]
    early.late = True
    misread(step(0, sign_offs=(early,)))
    not_proved(whole, "too early")


@pytest.mark.parametrize(("recorder", "confirmer", "signer"), [(1, None, 2), (1, 1, 2), (1, 2, 1), (1, 2, 2)])
def test_a_paper_needs_three_people(
    whole: Submission, misread: Any, recorder: int, confirmer: int | None, signer: int
) -> None:
    said = {"person_id": recorder, "confirmed_by_id": confirmer, "signer_person_id": signer, "pk": 1}
    misread(step(0, papers=(SimpleNamespace(**said),)))
    not_proved(whole, "paper")


@pytest.mark.defends("a permit over a veto", by="shell")
def test_no_permit_over_a_veto(bureau: Agency, submit: Submit) -> None:
    submission = submit("vetoed")
    signed(submission, bureau.people["leader"])
    desk = submission.steps.get(veto=True).pk
    no_refusals(veto(submission.pk, desk, bureau.people["discipline"], "有未核实的举报"))
    not_proved(opened(now(submission)), "vetoed")


@pytest.fixture
def edited(bureau: Agency, supplier: Person, write: Any) -> Submission:
    """The station's text, changed in review and signed by who changed it."""
    article = write("edited", by=supplier, supplier=supplier.appointments.get().unit)
    submission = submitted(article, supplier)
    edit_variant(submission, bureau.people["editing"], "审改过的正文")
    return signed(submission, bureau.people["editing"])


@pytest.mark.defends("an edit in review that the supplier never saw", by="signer")
def test_an_edit_in_review_waits_for_the_suppliers_word(bureau: Agency, edited: Submission) -> None:
    assert edited.position == 0
    assert try_to_sign(edited, bureau.people["leader"], at="joint.sign")
    not_proved(edited, r"\[\(\)\]")
    with pytest.raises(NotSigned):
        issue_permit(edited, None)
    no_refusals(confirm_edits(edited.pk, bureau.people["supplier"], edited.parts))
    assert signed(now(edited), bureau.people["leader"]).state == "permitted"


@pytest.mark.defends("the editing reviewer speaks for the supplier", by="signer")
def test_who_edited_does_not_speak_for_the_supplier(bureau: Agency, edited: Submission) -> None:
    editing = bureau.people["editing"]
    put_in_post(editing, "county.editor", edited.supplier)
    assert "不能代供稿单位确认" in confirm_edits(edited.pk, editing, edited.parts)[0].sentence
    assert confirm_edits(edited.pk, bureau.people["editor"], edited.parts), "another unit's writer"
    assert not EditConfirmation.objects.exists()


@pytest.mark.defends("an edit after the supplier's word", by="signer")
def test_the_suppliers_word_holds_for_those_words_alone(bureau: Agency, edited: Submission) -> None:
    no_refusals(confirm_edits(edited.pk, bureau.people["supplier"], edited.parts))
    edit_variant(edited, bureau.people["editing"], "再审改的正文")
    assert signed(now(edited), bureau.people["editing"]).position == 0
    stale = edited.parts
    assert "刷新" in confirm_edits(edited.pk, bureau.people["supplier"], stale)[0].sentence


def test_the_suppliers_word_is_refused_where_something_stands_against_the_content(
    bureau: Agency, edited: Submission
) -> None:
    bureau.weibo.closed_on = clock.today()
    bureau.weibo.save()
    assert "已注销" in confirm_edits(edited.pk, bureau.people["supplier"], edited.parts)[0].sentence
    assert not EditConfirmation.objects.exists()


@pytest.fixture
def laid_out(bureau: Agency, supplier: Person, write: Any) -> Submission:
    """The same where the rules exempt layout; nothing is changed yet."""
    article = write("laid_out", by=supplier, supplier=supplier.appointments.get().unit)
    return submitted(article, supplier)


def test_layout_alone_asks_for_nobodys_word_where_the_rules_say_so(
    bureau: Agency, laid_out: Submission
) -> None:
    edit(
        laid_out,
        bureau.people["editing"],
        body=[("paragraph", LAID_OUT)],
    )
    assert not now(laid_out).unconfirmed
    submission = signed(now(laid_out), bureau.people["editing"])
    assert submission.position == 1
    assert signed(submission, bureau.people["leader"]).state == "permitted"


def test_layout_asks_for_the_suppliers_word_where_no_rule_exempts_it(
    bureau: Agency, supplier: Person, write: Any
) -> None:
    article = write("edited", by=supplier, supplier=supplier.appointments.get().unit)
    submission = submitted(article, supplier)
    edit(submission, bureau.people["editing"], body=[("paragraph", LAID_OUT)])
    assert signed(now(submission), bureau.people["editing"]).unconfirmed


@pytest.mark.defends("words changed under the exemption of layout", by="signer")
@pytest.mark.parametrize(
    "words", ["请靠近河道和低洼处。", "请远离河道和低洼处！", "请远离河道和<s>低洼处</s>。"]
)
def test_words_ask_for_the_suppliers_word_whatever_is_exempt(
    bureau: Agency, laid_out: Submission, words: str
) -> None:
    edit(laid_out, bureau.people["editing"], body=[("paragraph", f"<p>近日降雨较多，{words}</p>")])
    submission = signed(now(laid_out), bureau.people["editing"])
    assert (submission.position, submission.unconfirmed) == (0, True)
    not_proved(submission, r"\[\(\)\]")


def test_units_concerned_confirm_before_the_last_review(county: County, people: dict[str, Any]) -> None:
    article = scene.write(county, scene.FORESTRY, scene.ROADS)
    submission = signed(submitted(article, people["editor"]), people["reviewer"], people["forestry"])
    assert "清河县公路局" in try_to_sign(submission, people["leader"], at="county.sign")[0].sentence
    not_proved(submission, "会商确认.*facts")
    assert try_to_sign(submission, people["forestry"]), "a unit speaks for itself alone"
    assert signed(submission, people["roads"], people["leader"]).state == "permitted"
