"""One agency lives by the emergency bureau's book, beside one that lives by the county's."""

import io
from collections.abc import Callable

import pytest
from agencies.bureau import BOOK, make_bureau
from django.test import Client
from django.urls import reverse
from docx import Document
from guanwei.approvals.models import Submission
from guanwei.approvals.queries.queue import waiting_for
from guanwei.audit import clock
from guanwei.publishing.forms.queries import draft_sheet
from guanwei.publishing.forms.services import archive_sheet
from guanwei.publishing.models import Post
from guanwei.publishing.services import foresee, release, submit
from guanwei.registry import catalogue
from guanwei.testing.acts import no_refusals, released, signed, submitted, try_to_sign
from guanwei.testing.scenes import Agency, County, add_person, add_unit, put_in_post, write_post

STATED = {f"{BOOK}.publication_type": "原创", f"{BOOK}.topic": "prevention"}
Written = Callable[..., Post]


@pytest.fixture
def bureau(county: County) -> Agency:
    """清河县应急管理局 with the book switched on and its four posts held."""
    return make_bureau(county)


@pytest.fixture
def written(bureau: Agency) -> Written:
    """A complete post, written by the information officer."""

    def make(**fields: object) -> Post:
        stated = {
            "title": "汛期值守安排",
            "category": f"{BOOK}.emergency-work",
            "extra": STATED,
        }
        return write_post(bureau, bureau.people["officer"], **(stated | fields))

    return make


@pytest.mark.clause("LAE-11.1")
@pytest.mark.clause("LAE-11.2", "LAE-11.4", "LAE-11.6", "LAE-11.7", "LAE-15.2", suppress="call")
def test_an_item_takes_three_reviews_a_last_check_and_the_release(bureau: Agency, written: Written) -> None:
    people = bureau.people
    submission = submitted(written(), people["officer"])
    assert [each.label for each in submission.steps.all()] == ["初审", "复审", "终审", "发布前核对", "发布"]
    submission = signed(submission, people["officer"], people["head"], people["leader"], people["head"])
    assert submission.state == "permitted"
    assert released(submission, people["administrator"]).title == "汛期值守安排"


def test_the_neighbour_without_the_book_keeps_the_countys_route(county: County, bureau: Agency) -> None:
    foreseen = foresee(write_post(county.water, county.water.people["editor"]))
    assert [each.routed.step.label for each in foreseen.steps] == ["审核", "分管领导签发", "发布"]


@pytest.mark.clause("LAE-11.4", suppress="call")
def test_an_officer_of_another_section_cannot_review_first(bureau: Agency, written: Written) -> None:
    stranger = add_person("emergency-other-officer", "救援科信息员")
    rescue = add_unit("应急局救援科", "emergency-rescue", "section", bureau.unit)
    put_in_post(stranger, f"{BOOK}.information-officer", rescue)
    submission = submitted(written(), bureau.people["officer"])
    assert try_to_sign(submission, stranger)
    assert not Submission.objects.get(pk=submission.pk).sign_offs.exists()


@pytest.mark.clause("LAE-6.8", suppress="call")
def test_who_went_over_to_the_contractor_publishes_nothing_more(bureau: Agency, written: Written) -> None:
    people = bureau.people
    submission = signed(
        submitted(written(), people["officer"]),
        people["officer"],
        people["head"],
        people["leader"],
        people["head"],
    )
    people["administrator"].contractor = True
    people["administrator"].save()
    made, refusals = release(submission.pk, people["administrator"])
    assert made is None
    assert refusals


@pytest.mark.clause("LAE-11.6", suppress="call")
def test_the_first_reviewer_cannot_review_a_second_time(bureau: Agency, written: Written) -> None:
    officer = bureau.people["officer"]
    put_in_post(officer, f"{BOOK}.section-head", bureau.section)
    submission = signed(submitted(written(), officer), officer)
    assert try_to_sign(submission, officer)


@pytest.mark.clause("LAE-15.2", suppress="call")
def test_the_head_cannot_pass_the_last_check_with_an_open_box(bureau: Agency, written: Written) -> None:
    people = bureau.people
    submission = signed(
        submitted(written(), people["officer"]), people["officer"], people["head"], people["leader"]
    )
    refusals = try_to_sign(submission, people["head"], checklist={})
    assert len(refusals) == 3
    assert "无敏感词汇" in refusals[1].sentence
    assert "第十五条" in str(refusals[1])


@pytest.mark.clause("LAE-10.1", "LAE-13.1")
def test_open_boxes_of_a_review_are_kept_on_the_record_told_to_the_next_and_hold_nothing(
    bureau: Agency, written: Written, client: Client
) -> None:
    people = bureau.people
    submission = submitted(written(), people["officer"])
    no_refusals(try_to_sign(submission, people["officer"], checklist={}))
    assert submission.sign_offs.get().checklist == {
        f"{BOOK}.{name}": False for name in ("true", "accurate", "timely", "applicable")
    }
    # These three hold: without one of them it isn't signed (第五章首条1)).
    seen = {f"{BOOK}.no-{what}-secret": True for what in ("state", "trade", "personal")}
    no_refusals(try_to_sign(submission, people["head"], checklist=seen))
    lines = ("law", "system", "nation", "rights", "order", "morals", "truth")
    assert submission.sign_offs.get(step__label="复审").checklist == {
        **{f"{BOOK}.bottom-line-{name}": False for name in lines},
        **seen,
    }
    client.force_login(people["leader"])
    page = client.get(reverse("review:sign", args=[submission.pk])).content.decode()
    assert "签署时未勾选：真实、准确、及时、适用" in page
    assert "签署时未勾选：法律法规、社会主义制度、" in page


@pytest.mark.clause("LAE-11.5")
def test_an_item_without_its_line_of_the_form_is_refused_with_the_article(
    bureau: Agency, written: Written
) -> None:
    submission, refusals = submit(written(extra={f"{BOOK}.topic": "prevention"}), bureau.people["officer"])
    assert submission is None
    assert [str(each) for each in refusals if each.plugin == BOOK] == [
        "请填写审批表的“发布类型/来源”一栏，初审人员据此填表。"
        "（《六安市应急管理局" + "政务新媒体管理实施细则》第十一条第二款；"
        "《六安市应急管理局" + "政务新媒体管理实施细则》附件）"
    ]


@pytest.mark.clause("LAE-A1.1", "LAE-A1.2", "LAE-A1.3", "LAE-A1.4", "LAE-A1.5", "LAE-A1.6", "LAE-A1.7")
def test_the_days_form_is_printed_with_three_signatures_and_archived(
    bureau: Agency, written: Written
) -> None:
    people = bureau.people
    submission = submitted(written(), people["officer"])
    released(
        signed(submission, people["officer"], people["head"], people["leader"], people["head"]),
        people["administrator"],
    )
    form = catalogue().form(f"{BOOK}.approval-form")
    assert form is not None
    kept, refusals = archive_sheet(form, bureau.section, clock.today(), people["officer"])
    assert refusals == []
    assert kept is not None
    assert kept.verify()
    assert (kept.plugin, kept.plugin_version) == (BOOK, catalogue().plugin(BOOK).version)
    table = Document(io.BytesIO(bytes(kept.file))).tables[0]
    rows = [list(dict.fromkeys(cell.text for cell in row.cells)) for row in table.rows]
    assert rows[0][:3] == ["信息发布类别", "☑微博　　□微信", "发布日期"]
    assert rows[1] == ["信息标题", "发布类型/来源", "备注"]
    assert rows[2][:2] == ["汛期值守安排", "原创"]
    assert rows[3:6] == [[""]] * 3
    assert [row[0] for row in rows[6:]] == ["初审人员意见", "复审人员意见", "终审人员意见"]
    assert [
        "信息员（签字）" in rows[6][1],
        "科长（签字）" in rows[7][1],
        "分管局领导（签字）" in rows[8][1],
    ] == [True] * 3


@pytest.mark.clause("LAE-A1.1")
def test_the_form_is_printed_under_the_name_of_the_agency_that_uses_it(bureau: Agency) -> None:
    bureau.unit.short_name = "六安市应急局"
    bureau.unit.save()
    form = catalogue().form(f"{BOOK}.approval-form")
    assert form is not None
    assert draft_sheet(form, bureau.section, clock.today()).title == "六安市应急局信息发布审批表"


@pytest.mark.clause("LAE-7.1", core=True)
def test_what_a_section_hands_in_reaches_the_lead_section_and_counts_for_it(
    bureau: Agency, written: Written
) -> None:
    rescue = add_unit("救援科", "emergency-rescue", "section", bureau.unit)
    officer = add_person("emergency-rescue-officer", "救援科信息员")
    put_in_post(officer, f"{BOOK}.information-officer", rescue)
    post = written(supplier=rescue)
    submission = submitted(post, officer)
    assert [each.submission_id for each in waiting_for(bureau.people["officer"], clock.today())] == [
        submission.pk
    ]
    people = bureau.people
    submission = signed(submission, people["officer"], people["head"], people["leader"], people["head"])
    released(submission, people["administrator"])
    assert Submission.objects.filter(supplier=rescue, state="released").count() == 1
