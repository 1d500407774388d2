"""第九条: the list of sources, reposts, and what a leader approves; through the services and the admin."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from guanwei.api import Kind, Severity
from guanwei.approvals.models import Submission
from guanwei.approvals.subjects import parts_of
from guanwei.organisations.models import Person
from guanwei.publishing.models import Post
from guanwei.publishing.services import foresee, give_reason, submit
from guanwei.registers.services import add_entry, change_entry, close_entry
from guanwei.testing.acts import no_refusals, released, signed, submitted, try_to_sign
from guanwei.testing.scenes import Agency
from guanwei_luan_emergency.models import Source

BOOK = "luan-emergency"
LIST = "/admin/console/entries/guanwei_luan_emergency/source/"
Written = Callable[..., Post]


def enter(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


# What the second review looks for in every item (第五章首条1)).
SEEN_THROUGH = {f"{BOOK}.no-{what}-secret": True for what in ("state", "trade", "personal")}


def source(bureau: Agency, **fields: str) -> Source:
    """An entry of the list, put in by the section head."""
    entry = Source(organisation=bureau.unit, **({"name": "清河县人民政府网", "kind": "government"} | fields))
    no_refusals(add_entry(entry, bureau.people["head"]))
    return entry


def found(post: Post) -> dict[str, Severity]:
    return {each.check: each.severity for each in foresee(post).decision.findings}


def signing(submission: Submission, by: Person) -> str:
    """The signing screen of whoever reads it."""
    return enter(by).get(f"/admin/console/sign/{submission.pk}/").content.decode()


def said_against(post: Post, by: Person) -> list[str]:
    """Sentences of the bureau's own book against submitting."""
    return [each.sentence for each in submit(post, by)[1] if each.plugin == BOOK]


@pytest.mark.clause("LAE-9.6")
def test_another_matter_is_not_submitted_before_it_is_stated(bureau: Agency, written: Written) -> None:
    officer = bureau.people["officer"]
    assert said_against(written(category=f"{BOOK}.other-matters"), officer) == [
        "内容类别为“其他需要发布的事项”的，请写明是什么事项。"
    ]
    stated = written(category=f"{BOOK}.other-matters", extra={f"{BOOK}.matter": "志愿者招募"})
    assert submitted(stated, officer)


@pytest.mark.clause("LAE-9.7", suppress="call")
def test_what_the_leader_in_charge_approves_isnt_permitted_without_that_leaders_word(
    bureau: Agency, written: Written
) -> None:
    people, category = bureau.people, f"{BOOK}.leader-approved"
    assert said_against(written(category=category), people["officer"])
    post = written(category=category, extra={f"{BOOK}.approving_leader": "leader-in-charge"})
    submission = signed(submitted(post, people["officer"]), people["officer"], people["head"])
    refusals = try_to_sign(submission, people["leader"], checklist={})
    assert ["批准发布这条信息" in each.sentence for each in refusals] == [True]
    submission = signed(submission, people["leader"])
    assert submission.sign_offs.last().checklist == {f"{BOOK}.leader_approves": True}


@pytest.mark.clause("LAE-9.7", suppress="call")
def test_what_the_head_of_the_bureau_approves_waits_for_that_signature(
    bureau: Agency, written: Written
) -> None:
    people = bureau.people
    extra = {f"{BOOK}.approving_leader": "principal"}
    post = written(category=f"{BOOK}.leader-approved", extra=extra)
    submission = submitted(post, people["officer"])
    assert [each.label for each in submission.steps.all()][2:4] == ["终审", "主要领导批准"]
    submission = signed(submission, people["officer"], people["head"], people["leader"])
    assert try_to_sign(submission, people["head"], at=f"{BOOK}.last-check")
    submission = signed(submission, people["principal"], people["head"])
    assert released(submission, people["administrator"])


@pytest.mark.clause("LAE-9.8")
def test_a_repost_from_outside_the_list_goes_on_with_a_reason_that_every_signer_sees(
    bureau: Agency, written: Written
) -> None:
    people, check = bureau.people, f"{BOOK}.source_outside_list"
    post = written(kind=Kind.REPOST)
    refused = "".join(map(str, submit(post, people["officer"])[1]))
    assert "没有选用名单里的来源" in refused
    assert "第九条第二款" in refused
    no_refusals(give_reason(post, check, people["officer"], "县里统一要求转载", parts_of(post)))
    submission = submitted(post, people["officer"])
    for who in ("officer", "head", "leader"):
        page = signing(submission, people[who])
        assert "稿源不在名单" in page
        assert "县里统一要求转载" in page
        submission = signed(submission, people[who])


@pytest.mark.clause("LAE-9.8")
def test_a_repost_from_the_list_is_asked_for_no_reason(bureau: Agency, written: Written) -> None:
    assert found(written(kind=Kind.REPOST)) == {f"{BOOK}.source_outside_list": Severity.LOOK}
    listed = written(kind=Kind.REPOST, extra={f"{BOOK}.source": source(bureau).pk})
    assert found(listed) == found(written()) == {}
    assert submitted(listed, bureau.people["officer"])


@pytest.mark.clause("LAE-9.8")
def test_a_listed_source_beyond_the_nations_list_is_marked_for_all_who_sign(
    bureau: Agency, written: Written
) -> None:
    people, entry = bureau.people, source(bureau, name="清河日报", kind="media")
    post = written(kind=Kind.REPOST, extra={f"{BOOK}.source": entry.pk})
    assert found(post) == {f"{BOOK}.source_beyond_national": Severity.INFO}
    submission = submitted(post, people["officer"])
    assert "不属于党政网站和指定稿源" in signing(submission, people["officer"])
    page = enter(people["head"]).get(LIST).content.decode()
    assert "清河日报" in page
    assert "超出国家名单" in page


@pytest.mark.clause("LAE-9.9")
def test_a_supplier_of_manuscripts_isnt_listed_without_the_department_that_determined_it(
    bureau: Agency,
) -> None:
    head = enter(bureau.people["head"])
    form = {"name": "清河县融媒体中心", "kind": "supplier", "determined_by": "", "address": ""}
    page = head.post(f"{LIST}create/", form).content.decode()
    assert "请写明确定部门" in page
    assert not Source.objects.exists()
    head.post(f"{LIST}create/", form | {"determined_by": "县委宣传部"})
    assert Source.objects.get().organisation == bureau.unit


@pytest.mark.clause("LAE-9.10", "LAE-9.12", "LAE-9.13")
@pytest.mark.parametrize(
    ("fact", "asked"),
    [
        ("permission", "何时由谁许可"),
        ("source_name", "写明出处"),
        ("original_title", "填写原标题"),
        ("original_text", "把原文粘贴"),
    ],
)
def test_a_repost_that_hides_where_it_comes_from_isnt_submitted(
    bureau: Agency, written: Written, fact: str, asked: str
) -> None:
    without: dict[str, Any] = {fact: ""} if fact != "original_text" else {"extra": {f"{BOOK}.{fact}": ""}}
    listed = {f"{BOOK}.source": source(bureau).pk}
    extra = listed | without.pop("extra", {})
    said = said_against(written(kind=Kind.REPOST, extra=extra, **without), bureau.people["officer"])
    assert [asked in each for each in said] == [True]
    assert submitted(written(kind=Kind.REPOST, extra=listed), bureau.people["officer"])


@pytest.mark.clause("LAE-9.12")
def test_a_visible_mark_stands_in_for_the_source_of_a_repost(bureau: Agency, written: Written) -> None:
    listed = {f"{BOOK}.source": source(bureau).pk}
    assert said_against(written(kind=Kind.REPOST, source_name="", extra=listed), bureau.people["officer"])
    marked = written(kind=Kind.REPOST, source_name="", extra=listed | {"county.repost_mark": True})
    assert submitted(marked, bureau.people["officer"])


@pytest.mark.clause("LAE-9.13")
def test_a_changed_title_passes_no_review_before_somebody_answers_for_its_meaning(
    bureau: Agency, written: Written
) -> None:
    people = bureau.people
    listed = {f"{BOOK}.source": source(bureau).pk}
    post = written(kind=Kind.REPOST, original_title="清河县关于做好汛期值守的安排", extra=listed)
    submission = signed(submitted(post, people["officer"]), people["officer"])
    refusals = try_to_sign(submission, people["head"], checklist=SEEN_THROUGH)
    assert ["原意没有改变" in each.sentence for each in refusals] == [True]
    assert "第九条第二款" in "".join(map(str, refusals))
    assert signed(submission, people["head"]).sign_offs.count() == 2


def test_an_unchanged_title_asks_for_no_such_word(bureau: Agency, written: Written) -> None:
    people = bureau.people
    post = written(kind=Kind.REPOST, extra={f"{BOOK}.source": source(bureau).pk})
    submission = signed(submitted(post, people["officer"]), people["officer"])
    no_refusals(try_to_sign(submission, people["head"], checklist=SEEN_THROUGH))


def test_a_title_changed_in_review_comes_back_with_the_box(bureau: Agency, written: Written) -> None:
    people = bureau.people
    post = written(kind=Kind.REPOST, extra={f"{BOOK}.source": source(bureau).pk})
    submission = signed(submitted(post, people["officer"]), people["officer"])
    draft = post.get_latest_revision_as_object()
    draft.title = "汛期怎么值守"
    draft.save_revision(user=people["officer"])
    assert "另一条流程" in try_to_sign(submission, people["officer"])[0].sentence
    assert Submission.objects.get(pk=submission.pk).state == "lapsed"


def test_a_source_that_is_changed_or_closed_after_a_signature_voids_it(
    bureau: Agency, written: Written
) -> None:
    people, entry = bureau.people, source(bureau)
    post = written(kind=Kind.REPOST, extra={f"{BOOK}.source": entry.pk})
    submission = signed(submitted(post, people["officer"]), people["officer"])
    before = submission.parts["facts"]
    entry.address = "https://www.example.gov.cn"
    no_refusals(change_entry(entry, people["head"], "补充网址"))
    assert Submission.objects.get(pk=submission.pk).state == "open"  # no rule reads the address
    entry.kind = "media"
    no_refusals(change_entry(entry, people["head"], "改制"))
    lapsed = Submission.objects.get(pk=submission.pk)
    assert (lapsed.state, "有变动" in lapsed.closing_reason) == ("lapsed", True)
    (refusal,) = submit(post, people["officer"])[1]
    assert "清河县人民政府网" in refusal.sentence
    assert "有变动" in refusal.sentence
    post.get_latest_revision_as_object().save_revision(user=people["officer"])
    again = signed(submitted(post, people["officer"]), people["officer"])
    assert again.parts["facts"] != before
    no_refusals(close_entry(entry, people["head"], "停办"))
    assert Submission.objects.get(pk=again.pk).state == "lapsed"
    (refusal,) = submit(post, people["officer"])[1]
    assert "注销" in refusal.sentence


@pytest.mark.clause("LAE-9.11")
def test_others_pictures_without_a_holder_go_to_the_reviewer_with_a_warning(
    bureau: Agency, written: Written, client: Client
) -> None:
    officer, taken = bureau.people["officer"], {f"{BOOK}.others_material": True}
    submission = submitted(written(taken), officer)
    client.force_login(officer)
    assert "没有写明著作权人" in client.get(reverse("review:sign", args=[submission.pk])).content.decode()
    named = taken | {f"{BOOK}.holder": "清河县融媒体中心", f"{BOOK}.licence": "六月一日书面许可"}
    kept = submitted(written(named, title="另一稿"), officer)
    assert kept.findings == []
    assert f"{BOOK}.licence" in dict(kept.facts["fields"])
