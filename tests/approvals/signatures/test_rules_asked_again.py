"""The rules are asked again where the text was changed in review; the steps themselves stay frozen."""

from unittest.mock import patch

import pytest
from approvals.signatures.conftest import BOOK, Submit
from approvals.signatures.editing import edit, now, say
from django.db import connection
from django.test.utils import CaptureQueriesContext
from dummy_plugins import joint
from guanwei import registry
from guanwei.approvals.models import Permit, Submission
from guanwei.approvals.services import sign
from guanwei.organisations.services import switch_off, switch_on
from guanwei.publishing.models import ArticlePage
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei.testing.scenes import Agency, County, write_article

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]
GRAVE = "重大事项的通报。"
ASKING = "guanwei.screening.deciding.registry.decide_manuscript"


@pytest.fixture
def plain(submit: Submit) -> Submission:
    """On the short route: its text names nothing grave."""
    return submit("plain")


@pytest.mark.defends("edit in review: text that would take another route", by="editor")
def test_a_text_that_takes_another_route_by_now_lapses_at_the_next_signature(
    bureau: Agency, plain: Submission
) -> None:
    people = bureau.people
    signed(plain, people["legal"])
    say(plain, people["editor"], GRAVE)
    refusals = try_to_sign(plain, people["legal"])
    assert "另一条流程" in refusals[0].sentence
    assert "请提交人重新提交" in refusals[0].sentence
    lapsed = now(plain)
    assert lapsed.state == "lapsed"
    assert "重新提交" in lapsed.closing_reason
    assert not Permit.objects.filter(submission=plain).exists()
    again = submitted(ArticlePage.objects.get(pk=plain.object_id), people["editor"])
    assert [each.step for each in again.steps.all()] == ["joint.grave", "joint.sign", "joint.release"]
    assert not again.sign_offs.exists()


def test_a_text_that_a_rule_refuses_by_now_is_not_signed_and_goes_on_once_mended(
    bureau: Agency, plain: Submission
) -> None:
    people = bureau.people
    say(plain, people["editor"], "涉密事项。")
    refusals = try_to_sign(plain, people["legal"])
    assert "涉密内容请填写解密依据" in refusals[0].sentence
    assert "退回" in refusals[0].sentence
    assert refusals[0].cites
    assert refusals[0].plugin == BOOK
    assert now(plain).state == "open"
    assert not plain.sign_offs.exists()
    say(plain, people["editor"], "平常事项。")
    assert signed(plain, people["legal"], people["leader"]).state == "permitted"


@pytest.mark.law("L6")
def test_a_rule_that_fails_on_the_changed_text_holds_and_is_named(bureau: Agency, plain: Submission) -> None:
    people = bureau.people
    say(plain, people["editor"], "出错")
    refusals = try_to_sign(plain, people["legal"])
    assert "joint.broken" in refusals[0].sentence
    assert now(plain).state == "open"
    assert not plain.sign_offs.exists()


def test_nothing_is_asked_while_the_text_is_the_submitted_one(bureau: Agency, plain: Submission) -> None:
    people = bureau.people
    with patch(ASKING, side_effect=AssertionError("asked")):
        signed(plain, people["legal"])
        say(plain, people["editor"], "先改一稿。")
        edit(plain, people["editor"], body=[("paragraph", "<p>近日降雨较多，请远离河道和低洼处。</p>")])
        assert signed(plain, people["leader"]).state == "permitted"


def test_asking_costs_one_query_where_nothing_changed(bureau: Agency, plain: Submission) -> None:
    step = plain.steps.get(position=0)
    with CaptureQueriesContext(connection) as asked:
        sign(plain.pk, step.pk, bureau.people["legal"], plain.parts, checklist={"joint.read-all": True})
    before_lock = [each["sql"] for each in asked.captured_queries]
    first = next(number for number, sql in enumerate(before_lock) if sql.startswith("SAVEPOINT"))
    assert first == 1


def test_the_rules_are_asked_before_any_row_is_locked(bureau: Agency, plain: Submission) -> None:
    say(plain, bureau.people["editor"], "改一稿。")
    began = len(connection.savepoint_ids)
    depths: list[int] = []
    ask = registry.decide_manuscript

    def noting(*args: object) -> object:
        depths.append(len(connection.savepoint_ids))
        return ask(*args)  # type: ignore[arg-type]

    with patch(ASKING, side_effect=noting):
        signed(plain, bureau.people["legal"])
    assert depths == [began]


def test_an_item_is_judged_by_the_book_it_was_submitted_under(
    county: County, bureau: Agency, plain: Submission
) -> None:
    """Switched off in review: the frozen steps stay, and so does the book that judges an edit."""
    people = bureau.people
    no_refusals(switch_off(bureau.unit, BOOK, by=county.people["administrator"], reason="停用"))
    say(plain, people["editor"], "平常事项。")
    assert signed(plain, people["legal"], people["leader"]).state == "permitted"


def test_a_book_switched_off_in_review_still_judges_what_is_edited(
    county: County, bureau: Agency, plain: Submission
) -> None:
    no_refusals(switch_off(bureau.unit, BOOK, by=county.people["administrator"], reason="停用"))
    say(plain, bureau.people["editor"], GRAVE)
    try_to_sign(plain, bureau.people["legal"])
    assert now(plain).state == "lapsed"


def test_a_book_switched_on_in_review_changes_no_frozen_step(county: County, bureau: Agency) -> None:
    water = county.water
    waiting = submitted(write_article(county, water, water.people["editor"]), water.people["editor"])
    no_refusals(switch_on(water.unit, BOOK, by=county.people["administrator"], reason="执行"))
    say(waiting, water.people["editor"], GRAVE)
    assert signed(waiting, water.people["reviewer"], water.people["leader"]).state == "permitted"
    assert [each.step for each in waiting.steps.all()] == ["county.review", "county.sign", "county.release"]


@pytest.mark.law("L6")
def test_a_book_that_is_gone_in_review_holds_what_was_edited(
    county: County, bureau: Agency, plain: Submission
) -> None:
    no_refusals(switch_off(bureau.unit, BOOK, by=county.people["administrator"], reason="停用"))
    registry.configure("inline")
    say(plain, bureau.people["editor"], "平常事项。")
    refusals = try_to_sign(plain, bureau.people["leader"])
    assert any(each.plugin == BOOK for each in refusals)
    assert not plain.sign_offs.exists()


def test_an_upgraded_book_leaves_the_frozen_steps_and_their_version(
    bureau: Agency, plain: Submission
) -> None:
    with patch.object(joint, "__version__", "2.0"):
        registry.configure("inline", extra={BOOK: "dummy_plugins.joint"})
        submission = signed(plain, bureau.people["legal"], bureau.people["leader"])
    assert submission.state == "permitted"
    assert {each.plugin_version for each in submission.steps.all()} == {"1.0"}
