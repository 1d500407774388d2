"""L2: a permit needs every step's signature on the current content, by distinct holders who didn't write it."""

from datetime import timedelta

import pytest
from guanwei.approvals.models import Permit, Submission
from guanwei.approvals.services import withdraw
from guanwei.approvals.services.permits import NotSigned, issue_permit
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Appointment
from guanwei.organisations.services import delegate, end_appointment
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import save_draft
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei.testing.scenes import County, add_person, put_in_post, write_article

pytestmark = pytest.mark.law("L2")


def draft(article: ArticlePage) -> ArticlePage:
    return ArticlePage.objects.get(pk=article.pk).get_latest_revision().as_object()


@pytest.fixture
def article(county: County) -> ArticlePage:
    return write_article(county, county.water, county.water.people["editor"], variants=True)


@pytest.fixture
def submission(county: County, article: ArticlePage) -> Submission:
    return submitted(article, county.water.people["editor"])


def test_the_last_signature_before_release_issues_the_permit(county: County, submission: Submission) -> None:
    people = county.water.people
    signed(submission, people["reviewer"])
    assert not Permit.objects.filter(submission=submission).exists()
    signed(submission, people["leader"])
    assert Permit.objects.filter(submission=submission).exists()


@pytest.mark.defends("signing without the post", by="signer")
def test_somebody_without_the_post_is_told_who_can_sign(county: County, submission: Submission) -> None:
    refusals = try_to_sign(submission, county.water.people["publisher"])
    assert len(refusals) == 1
    assert "审核人员" in refusals[0].sentence
    assert str(county.water.people["reviewer"]) in refusals[0].sentence
    assert refusals[0].cites


@pytest.mark.defends("signing by a superuser without a post", by="superuser")
def test_a_superuser_without_the_post_signs_nothing(county: County, submission: Submission) -> None:
    root = add_person("root", "系统安装员", is_superuser=True, is_staff=True)
    assert try_to_sign(submission, root)
    assert not submission.sign_offs.exists()


@pytest.mark.defends("reviewing what one wrote", by="signer")
def test_the_writer_does_not_review_although_in_post(county: County, article: ArticlePage) -> None:
    people = county.water.people
    put_in_post(people["editor"], "county.reviewer", county.water.section)
    submission = submitted(article, people["editor"])
    refusals = try_to_sign(submission, people["editor"])
    assert "不能自己审核" in refusals[0].sentence
    no_refusals(try_to_sign(submission, people["reviewer"]))


@pytest.mark.defends("changing one character, then reviewing", by="signer")
def test_whoever_changed_one_character_no_longer_reviews(
    county: County, article: ArticlePage, submission: Submission
) -> None:
    people = county.water.people
    signed(submission, people["reviewer"])
    changed = draft(article)
    changed.summary = changed.summary + "！"
    save_draft(changed, people["reviewer"])
    submission.refresh_from_db()
    assert submission.position == 0
    assert "不能自己审核" in try_to_sign(submission, people["reviewer"])[0].sentence


@pytest.mark.defends("a signature kept on the parts that one didn't change", by="signer")
def test_no_signature_of_whoever_changed_a_part_counts_on_the_others(
    county: County, submission: Submission
) -> None:
    people = county.water.people
    signed(submission, people["reviewer"])
    changed = ArticlePage.objects.get(pk=submission.object_id).get_latest_revision().as_object()
    variant = changed.variants.first()
    variant.text = "汛期请远离河道，注意安全。"
    changed.variants.add(variant)
    save_draft(changed, people["reviewer"])
    other = add_person("water-other", "清河县水利局宣传科另一审核员")
    put_in_post(other, "county.reviewer", county.water.section)
    submission = signed(submission, other)
    assert set(submission.sign_offs.get(person=other).parts) == set(submission.parts)


@pytest.mark.defends("two reviews by one person", by="signer")
def test_one_person_gives_one_review(county: County, article: ArticlePage) -> None:
    people = county.water.people
    put_in_post(people["reviewer"], "county.leader-in-charge", county.water.unit, [county.water.section])
    submission = signed(submitted(article, people["editor"]), people["reviewer"])
    assert "一人只审一次" in try_to_sign(submission, people["reviewer"])[0].sentence
    signed(submission, people["leader"])


@pytest.mark.defends("an edit after a signature", by="editor")
def test_an_edit_voids_only_the_part_that_it_changed(
    county: County, article: ArticlePage, submission: Submission
) -> None:
    people = county.water.people
    signed(submission, people["reviewer"])
    changed = draft(article)
    variant = changed.variants.first()
    variant.text = "汛期请远离河道，注意安全。"
    changed.variants.add(variant)
    save_draft(changed, people["editor"])
    submission = signed(submission, people["reviewer"])
    parts = [sorted(each.parts) for each in submission.sign_offs.order_by("pk")]
    assert parts == [["facts", "page", f"variant:{variant.key}"], [f"variant:{variant.key}"]]


@pytest.mark.defends("a fact changed in review, for a shorter route", by="editor")
def test_a_changed_fact_voids_everything_and_asks_for_a_new_route(
    county: County, article: ArticlePage, submission: Submission
) -> None:
    people = county.water.people
    signed(submission, people["reviewer"])
    changed = draft(article)
    changed.urgency = "emergency"
    save_draft(changed, people["editor"])
    submission.refresh_from_db()
    assert submission.state == "lapsed"
    assert "重新提交" in submission.closing_reason
    again = submitted(article, people["editor"])
    assert again.order == "posts_first"
    assert again.position == 0


@pytest.mark.defends("signing a page loaded before an edit", by="signer")
def test_a_page_loaded_before_an_edit_signs_nothing(
    county: County, article: ArticlePage, submission: Submission
) -> None:
    seen = dict(submission.parts)
    changed = draft(article)
    changed.summary = "改过的要点"
    save_draft(changed, county.water.people["editor"])
    refusals = try_to_sign(submission, county.water.people["reviewer"], seen=seen)
    assert "刷新" in refusals[0].sentence
    assert not submission.sign_offs.exists()


@pytest.mark.defends("signing with a box left open", by="signer")
def test_a_box_left_open_stops_the_signature(county: County, submission: Submission) -> None:
    refusals = try_to_sign(submission, county.water.people["reviewer"], checklist={})
    assert [each.sentence for each in refusals] == ["请逐项核对后勾选“不含国家秘密和不宜公开的信息”再签。"]


def test_steps_are_signed_in_their_order(county: County, submission: Submission) -> None:
    refusals = try_to_sign(submission, county.water.people["leader"], at="county.sign")
    assert "按次序" in refusals[0].sentence
    assert not submission.sign_offs.exists()


def test_what_is_no_longer_in_review_is_not_signed(county: County, submission: Submission) -> None:
    people = county.water.people
    no_refusals(withdraw(submission.pk, people["editor"], "数据有误"))
    assert "不再等待签署" in try_to_sign(submission, people["reviewer"], at="county.review")[0].sentence
    assert not submission.sign_offs.exists()


def test_a_delegate_signs_in_the_holders_post_while_the_writing_stands(
    county: County, submission: Submission
) -> None:
    people = county.water.people
    held = Appointment.objects.get(person=people["reviewer"], role="county.reviewer")
    deputy = add_person("water-deputy", "清河县水利局宣传科代审员")
    today = clock.today()
    assert try_to_sign(submission, deputy)
    _made, refusals = delegate(
        held, deputy, today, today + timedelta(days=3), "授权书〔2026〕1号", by=people["reviewer"]
    )
    no_refusals(refusals)
    signed(submission, deputy)
    sign_off = submission.sign_offs.get()
    assert (sign_off.person, sign_off.appointment) == (deputy, held)
    assert sign_off.delegation is not None


@pytest.mark.defends("signing in a post given up", by="signer")
def test_a_post_given_up_yesterday_signs_nothing_today(county: County, submission: Submission) -> None:
    reviewer = county.water.people["reviewer"]
    held = Appointment.objects.get(person=reviewer, role="county.reviewer")
    end_appointment(held, clock.today() - timedelta(days=1), by=county.people["administrator"], reason="轮岗")
    assert try_to_sign(submission, reviewer)


@pytest.mark.defends("a permit for a chain that is not signed", by="shell")
def test_no_permit_for_a_chain_that_is_not_signed(county: County, submission: Submission) -> None:
    signed(submission, county.water.people["reviewer"])
    with pytest.raises(NotSigned):
        issue_permit(submission, None)


@pytest.mark.defends("text slipped past the record of contributions", by="database")
def test_text_slipped_past_the_record_gets_no_permit(
    county: County, article: ArticlePage, submission: Submission
) -> None:
    """A revision rewritten by a query leaves no contribution; the signature compares the draft itself."""
    signed(submission, county.water.people["reviewer"])
    revision = ArticlePage.objects.get(pk=article.pk).get_latest_revision()
    revision.content["summary"] = "偷换的要点"
    type(revision).objects.filter(pk=revision.pk).update(content=revision.content)
    refusals = try_to_sign(submission, county.water.people["leader"])
    assert "刷新" in refusals[0].sentence
    assert not Permit.objects.exists() or not Permit.objects.filter(submission=submission).exists()


def test_every_save_that_changes_something_is_a_contribution_of_its_person(
    county: County, article: ArticlePage
) -> None:
    from guanwei.approvals.models import Contribution

    editor, publisher = county.water.people["editor"], county.water.people["publisher"]
    before = Contribution.objects.count()
    with acting(publisher):
        draft(article).save_revision(user=editor)
    assert Contribution.objects.count() == before
    changed = draft(article)
    changed.title = "汛期安全提示（更新）"
    save_draft(changed, publisher)
    last = Contribution.objects.latest("pk")
    assert (last.person, last.part) == (publisher, "page")
    assert last.before != last.after
