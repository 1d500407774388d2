"""第七条至第十条: who signs what is published, reposted and answered, and in which order."""

from collections.abc import Callable
from typing import Any

import pytest
from guanwei.api import clauses_of
from guanwei.approvals.models import Submission
from guanwei.approvals.services import confirm_edits
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.publishing.models import Post
from guanwei.publishing.services import release, submit
from guanwei.testing.acts import no_refusals, released, signed, submitted, try_to_sign
from guanwei_huaibei_police.reviews import LAYOUT_EXEMPT

Written = Callable[..., Post]
BOOK = "huaibei-police"


def labels(submission: Submission) -> list[str]:
    return [each.label for each in submission.steps.all()]


def state(submission: Submission) -> str:
    return Submission.objects.get(pk=submission.pk).state


def edited(post: Post, by: Person, text: str) -> None:
    """The Weibo text changed and saved as a draft."""
    draft = post.get_latest_revision_as_object()
    variant = draft.variants.get()
    variant.text = text
    draft.variants = [variant]
    with acting(by):
        draft.save_revision(user=by)


def flagged(name: str, subject: str) -> dict[str, Any]:
    return {"extra": {f"{BOOK}.{name}": True, f"{BOOK}.subject": f"{BOOK}.{subject}"}}


@pytest.mark.clause("HBP-8.7", "HBP-8.5")
def test_what_is_published_takes_three_ordered_steps_and_goes_out(bureau: Any, written: Written) -> None:
    people = bureau.people
    submission = submitted(written(), people["contributor"])
    assert labels(submission) == ["稿件提供", "审核编辑", "主管领导审核", "登录发布"]
    assert try_to_sign(submission, people["leader"], at=f"{BOOK}.leader")
    submission = signed(submission, people["station_head"], people["administrator"], people["leader"])
    assert released(submission, people["administrator"]).title == "夜间查酒驾"


@pytest.mark.clause("HBP-7.3", "HBP-8.1")
def test_the_supplying_units_own_leader_signs_first(bureau: Any, written: Written) -> None:
    submission = submitted(written(), bureau.people["contributor"])
    refusals = try_to_sign(submission, bureau.people["administrator"], at=f"{BOOK}.edit")
    assert any("稿件提供" in str(each) for each in refusals)
    assert try_to_sign(submission, bureau.people["leader"], at=f"{BOOK}.supply")
    no_refusals(try_to_sign(submission, bureau.people["station_head"]))


@pytest.mark.clause("HBP-7.4")
def test_no_level_is_skipped(bureau: Any, written: Written) -> None:
    submission = submitted(written(), bureau.people["contributor"])
    for post, step in (("leader", "leader"), ("administrator", "edit")):
        assert try_to_sign(submission, bureau.people[post], at=f"{BOOK}.{step}")
    assert not submission.sign_offs.exists()


@pytest.mark.clause("HBP-7.2")
def test_nothing_goes_out_before_its_review_is_complete(bureau: Any, written: Written) -> None:
    post, people = written(), bureau.people
    submission = signed(
        submitted(post, people["contributor"]), people["station_head"], people["administrator"]
    )
    made, refusals = release(submission.pk, people["administrator"])
    assert made is None
    assert refusals
    assert not Post.objects.get(pk=post.pk).live


@pytest.mark.clause("HBP-8.2")
def test_the_administrator_answers_for_content_timing_and_procedure(bureau: Any, written: Written) -> None:
    people = bureau.people
    submission = signed(submitted(written(), people["contributor"]), people["station_head"])
    boxes = {f"{BOOK}.complete": True, f"{BOOK}.timing": False, f"{BOOK}.procedure": True}
    refusals = try_to_sign(submission, people["administrator"], checklist=boxes)
    assert ["发布时机适当" in str(each) for each in refusals] == [True]
    no_refusals(try_to_sign(submission, people["administrator"], checklist=dict.fromkeys(boxes, True)))


@pytest.mark.clause("HBP-8.3", "HBP-8.4")
def test_what_the_administrator_edits_is_confirmed_by_the_supplier(bureau: Any, written: Written) -> None:
    people, post = bureau.people, written()
    submission = signed(submitted(post, people["contributor"]), people["station_head"])
    edited(post, people["administrator"], "今晚八时起查酒驾，请勿酒后驾车。")
    assert try_to_sign(submission, people["administrator"], at=f"{BOOK}.edit")
    no_refusals(try_to_sign(submission, people["station_head"]))
    no_refusals(try_to_sign(submission, people["administrator"]))
    assert try_to_sign(submission, people["leader"], at=f"{BOOK}.leader")
    now = Submission.objects.get(pk=submission.pk)
    assert now.unconfirmed
    no_refusals(confirm_edits(now.pk, people["contributor"], now.parts))
    no_refusals(try_to_sign(submission, people["leader"]))
    assert post.revisions.count() == 2


@pytest.mark.clause("HBP-8.4")
def test_a_change_of_layout_alone_waits_for_nobodys_word(bureau: Any, written: Written) -> None:
    """A blank line more: the supplier's leader signs what it looks like now, and it goes on."""
    people, post = bureau.people, written()
    submission = signed(submitted(post, people["contributor"]), people["station_head"])
    text = post.variants.get().text
    edited(post, people["administrator"], f"{text[:4]}\n\n{text[4:]}")
    submission = signed(submission, people["station_head"], people["administrator"])
    assert not submission.unconfirmed
    assert submission.steps.get(step=f"{BOOK}.edit").layout_exempt
    assert "没有等待" in str(confirm_edits(submission.pk, people["contributor"], submission.parts)[0])
    no_refusals(try_to_sign(submission, people["leader"]))


def test_the_ledger_tells_whether_layout_is_exempt() -> None:
    (clause,) = (each for each in clauses_of("guanwei_huaibei_police") if each.id == "HBP-8.4")
    assert [(each.name, each.value) for each in clause.parameters] == [("layout_exempt", LAYOUT_EXEMPT)]


@pytest.mark.clause("HBP-8.5")
def test_the_suppliers_leader_does_not_stand_in_for_the_accounts_leader(
    bureau: Any, written: Written
) -> None:
    people = bureau.people
    submission = signed(
        submitted(written(), people["contributor"]), people["station_head"], people["administrator"]
    )
    assert try_to_sign(submission, people["station_head"], at=f"{BOOK}.leader")
    made, refusals = release(submission.pk, people["administrator"])
    assert made is None
    assert refusals
    no_refusals(try_to_sign(submission, people["leader"]))
    released(Submission.objects.get(pk=submission.pk), people["administrator"])


@pytest.mark.clause("HBP-8.6")
def test_a_sensitive_matter_goes_to_the_leader_of_its_subject(bureau: Any, written: Written) -> None:
    people = bureau.people
    submission = submitted(written(**flagged("sensitive", "traffic")), people["contributor"])
    signed(submission, people["station_head"], people["administrator"], people["leader"])
    assert try_to_sign(submission, people["order_leader"], at=f"{BOOK}.bureau-leader")
    assert state(submission) == "open"
    no_refusals(try_to_sign(submission, people["traffic_leader"]))
    assert state(submission) == "permitted"


@pytest.mark.clause("HBP-8.6")
def test_a_sensitive_matter_without_its_subject_is_refused(bureau: Any, written: Written) -> None:
    post = written(extra={f"{BOOK}.sensitive": True})
    submission, refusals = submit(post, bureau.people["contributor"])
    assert submission is None
    assert any("涉及哪一项业务" in str(each) for each in refusals)


def repost(written: Written, **fields: Any) -> Post:
    """What the administrator found, to be reposted."""
    stated: dict[str, Any] = {
        "kind": "repost",
        "source_name": "国家反诈中心",
        "permission": "公开发布，许可转发",
    }
    return written(by="administrator", **(stated | fields))


@pytest.fixture
def found(bureau: Any, written: Written) -> Written:
    def make(**fields: Any) -> Post:
        return repost(written, supplier=bureau.agency.section, **fields)

    return make


@pytest.mark.clause("HBP-9.5", "HBP-9.3")
def test_a_repost_takes_its_own_course(bureau: Any, found: Written) -> None:
    people = bureau.people
    submission = submitted(found(), people["administrator"])
    assert labels(submission) == ["筛选审核", "撰写评论", "审核转发", "转发"]
    submission = signed(submission, people["administrator"], people["administrator"])
    made, refusals = release(submission.pk, people["administrator"])
    assert made is None
    assert refusals
    released(signed(submission, people["leader"]), people["administrator"])


@pytest.mark.clause("HBP-9.1")
def test_a_repost_without_its_source_is_refused_and_a_screening_is_whole(bureau: Any, found: Written) -> None:
    people = bureau.people
    submission, refusals = submit(found(source_name=""), people["administrator"])
    assert submission is None
    assert any("资讯来源" in str(each) for each in refusals)
    submission = submitted(found(), people["administrator"])
    refusals = try_to_sign(submission, people["administrator"], checklist={f"{BOOK}.source": True})
    assert len(refusals) == 3


@pytest.mark.clause("HBP-9.2")
def test_the_comment_is_settled_before_the_leader_reads(bureau: Any, found: Written) -> None:
    people, post = bureau.people, found()
    submission = signed(submitted(post, people["administrator"]), people["administrator"])
    assert try_to_sign(submission, people["leader"], at=f"{BOOK}.repost-leader")
    assert try_to_sign(submission, people["administrator"], checklist={})
    submission = signed(submission, people["administrator"], people["leader"])
    edited(post, people["administrator"], "转发并提醒：陌生来电莫轻信。")
    assert "陌生来电" not in str(released(submission, people["administrator"]).permit.snapshot.content)


@pytest.mark.clause("HBP-9.4")
def test_a_major_repost_goes_to_the_leader_of_its_subject(bureau: Any, found: Written) -> None:
    people = bureau.people
    submission = submitted(found(**flagged("major", "public-order")), people["administrator"])
    signed(submission, people["administrator"], people["administrator"], people["leader"])
    made, refusals = release(submission.pk, people["administrator"])
    assert made is None
    assert refusals
    no_refusals(try_to_sign(submission, people["order_leader"]))
    released(Submission.objects.get(pk=submission.pk), people["administrator"])
