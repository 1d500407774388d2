"""第五章首条1) and 第十六条: what a reviewer marks or the engine finds does not go out."""

from collections.abc import Callable

import pytest
from guanwei.api import Declarations
from guanwei.approvals.models import Submission
from guanwei.approvals.subjects import parts_of
from guanwei.organisations.models import Person
from guanwei.publishing.models import Post
from guanwei.publishing.services import foresee, let_pass, mark, release, submit, unmark
from guanwei.screening.word_lists import found_list, load_words
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei.testing.scenes import Agency, County

pytestmark = pytest.mark.django_db
Written = Callable[..., Post]


@pytest.fixture
def reviewed(bureau: Agency, written: Written) -> tuple[Post, Submission]:
    """A post that its first reviewer has signed."""
    post = written()
    return post, signed(submitted(post, bureau.people["officer"]), bureau.people["officer"])


@pytest.mark.clause("LAE-13.2")
def test_what_a_reviewer_marks_as_unlawful_is_not_published(
    bureau: Agency, reviewed: tuple[Post, Submission]
) -> None:
    post, submission = reviewed
    people = bureau.people
    done = signed(submission, people["head"], people["leader"], people["head"])
    put = mark(post, "luan-emergency.unlawful", people["head"], "所附链接违反地方规定")
    made, refusals = release(done.pk, people["administrator"])
    assert [*put, made] == [None], refusals
    assert "luan-emergency.unlawful" in [each.rule for each in refusals]


@pytest.mark.clause("LAE-13.3")
@pytest.mark.parametrize("danger", ["nation", "public", "economy", "stability"])
def test_what_is_marked_as_a_danger_does_not_pass_the_final_review(
    bureau: Agency, reviewed: tuple[Post, Submission], danger: str
) -> None:
    post, submission = reviewed
    signed(submission, bureau.people["head"])
    put = mark(post, f"luan-emergency.endangers-{danger}", bureau.people["head"], "内容需要核实")
    refusals = try_to_sign(submission, bureau.people["leader"])
    assert [put, [each.rule for each in refusals]] == [[], [f"luan-emergency.endangers-{danger}"]]
    standing = post_marks(post)
    no_refusals(unmark(post, standing, bureau.people["leader"], "已经核实，没有危险"))
    assert not try_to_sign(submission, bureau.people["leader"])


def post_marks(post: Post) -> int:
    from guanwei.screening.marks import standing_marks

    return standing_marks("post", post.pk).get().pk


@pytest.mark.clause("LAE-16.4")
def test_paid_promotion_is_refused_and_no_post_lifts_the_mark(bureau: Agency, written: Written) -> None:
    post = written()
    put = mark(post, "luan-emergency.for-profit", bureau.people["officer"], "收费推广")
    submission, refusals = submit(post, bureau.people["officer"])
    assert [put, submission] == [[], None]
    assert "luan-emergency.for-profit" in [each.rule for each in refusals]
    assert unmark(post, post_marks(post), bureau.people["leader"], "看错了")


@pytest.mark.clause("LAE-13.4")
@pytest.mark.parametrize("box", ["no-state-secret", "no-trade-secret", "no-personal-secret"])
def test_without_one_of_the_three_looks_the_second_review_is_not_signed(
    bureau: Agency, reviewed: tuple[Post, Submission], box: str
) -> None:
    _post, submission = reviewed
    step = submission.steps.get(step="luan-emergency.second-review")
    ticked = {each["id"]: each["id"] != f"luan-emergency.{box}" for each in step.checklist}
    refusals = try_to_sign(submission, bureau.people["head"], checklist=ticked)
    assert refusals
    assert not step.sign_offs.exists()


def found(post: Post, by: Person) -> list[tuple[str, str]]:
    seen = foresee(post, by)
    return [(each.finding.check, each.finding.severity.value) for each in seen.findings]


@pytest.mark.clause("LAE-13.5")
def test_a_hit_of_the_bureaus_list_blocks_until_a_reviewer_clears_it_with_a_reason(
    county: County, bureau: Agency, written: Written
) -> None:
    keeper = county.people["administrator"]
    values = {
        "name": "广告和违法用语",
        "source": "本局",
        "in_force_from": "2020-01-01",
        "dictionary": "luan-emergency.unfit-pages",
    }
    kept, refusals = found_list(bureau.unit, keeper, values)
    no_refusals(refusals)
    assert kept is not None
    no_refusals(list(load_words(kept, "全场清仓甩卖\n".encode(), keeper).refusals))
    post = written(text="防汛物资全场清仓甩卖。")
    rule = "luan-emergency.unfit-page"
    assert (rule, "block") in found(post, bureau.people["officer"])
    assert submit(post, bureau.people["officer"])[0] is None
    key = next(
        each.finding.key
        for each in foresee(post, bureau.people["officer"]).findings
        if each.finding.check == rule
    )
    assert let_pass(post, key, bureau.people["officer"], "放行", parts_of(post))
    assert let_pass(post, key, bureau.people["head"], " ", parts_of(post))
    no_refusals(let_pass(post, key, bureau.people["head"], "引用的是反面例子", parts_of(post)))


@pytest.mark.clause("LAE-13.5")
def test_an_advertisement_blocks(bureau: Agency, written: Written) -> None:
    text = "本店新到应急包八折优惠，限时三天，加微信 yjb2026 订购。"
    post = written(text=text)
    assert ("luan-emergency.advertisement", "block") in found(post, bureau.people["officer"])


def test_every_mark_can_be_read(rules: Declarations) -> None:
    assert all(each.sentence.startswith("已标为") for each in rules.marks)
