"""The sheet of a day is filled from the record."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from guanwei.accounts.models import Account
from guanwei.api import OfficialForm
from guanwei.audit import clock
from guanwei.publishing.forms.queries import draft_sheet
from guanwei.publishing.forms.signatures import signatures_on
from guanwei.publishing.models import FormSheet, Post, Release
from guanwei.publishing.services import save_draft, take_down
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County, add_person, put_in_post, write_post

Outgoing = Callable[..., Release]
At = Callable[[int], datetime]


def test_each_released_item_is_a_line_in_order_of_release(
    county: County, form: OfficialForm, outgoing: Outgoing, day: date
) -> None:
    outgoing(10, title="停水通知", extra={"paper.source": "原创", "paper.remark": "加急"})
    outgoing(8, title="汛期值守", extra={"paper.source": "转载/清河县人民政府网"})
    sheet = draft_sheet(form, county.water.section, day)
    assert [line.cells for line in sheet.lines] == [
        ("汛期值守", "转载/清河县人民政府网", ""),
        ("停水通知", "原创", "加急"),
    ]
    assert sheet.header == (("类别", "☑微博　　□微信"), ("日期", "2026年3月5日"))
    assert not FormSheet.objects.exists()


def test_each_line_names_who_signed_it_when_and_with_which_opinion(
    county: County, form: OfficialForm, outgoing: Outgoing, day: date
) -> None:
    outgoing()
    (line,) = draft_sheet(form, county.water.section, day).lines
    assert [[(each.signer, each.opinion, each.day) for each in signed] for signed in line.signatures] == [
        [("清河县水利局宣传科审核员", "同意", day)],
        [("清河县水利局分管领导", "同意", day)],
    ]


def test_items_of_other_days_and_units_stay_off_the_sheet(
    county: County, form: OfficialForm, outgoing: Outgoing, day: date
) -> None:
    outgoing()
    assert draft_sheet(form, county.water.section, day + timedelta(days=1)).lines == ()
    assert draft_sheet(form, county.unit, day).lines == ()


def test_a_permitted_item_is_on_the_sheet_only_once_released(
    county: County, form: OfficialForm, day: date
) -> None:
    people = county.water.people
    signed(submitted(write_post(county.water, people["editor"]), people["editor"]), people["reviewer"])
    assert draft_sheet(form, county.water.section, clock.today()).lines == ()


def test_an_item_timed_for_later_is_not_on_the_sheet_yet(
    county: County, form: OfficialForm, outgoing: Outgoing, day: date, at: At
) -> None:
    outgoing(15)
    with clock.at(at(14)):
        assert draft_sheet(form, county.water.section, day).lines == ()
    with clock.at(at(16)):
        assert len(draft_sheet(form, county.water.section, day).lines) == 1


def test_a_page_without_posts_is_not_on_a_form_about_accounts(
    county: County,
    form: OfficialForm,
    outgoing_page: Callable[[], Release],
    day: date,
    without: Callable[..., OfficialForm],
) -> None:
    outgoing_page()
    assert draft_sheet(form, county.water.section, day).lines == ()
    about_all = without(header=form.header[1:])
    assert len(draft_sheet(about_all, county.water.section, day).lines) == 1


def test_an_item_taken_down_the_same_day_was_published_and_stays(
    county: County, form: OfficialForm, outgoing: Outgoing, day: date
) -> None:
    post = Post.objects.get(pk=outgoing().object_id)
    refusals = take_down(post, county.water.people["leader"], "信息有误")
    assert refusals == []
    assert len(draft_sheet(form, county.water.section, day).lines) == 1


def test_a_longer_day_costs_no_more_queries(
    county: County,
    form: OfficialForm,
    outgoing: Outgoing,
    day: date,
    django_assert_num_queries: Callable[[int], object],
) -> None:
    outgoing(8)
    section = county.water.section
    with django_assert_num_queries(7):
        draft_sheet(form, section, day)
    outgoing(9, title="停水通知二")
    outgoing(10, title="停水通知三")
    with django_assert_num_queries(7):
        assert len(draft_sheet(form, section, day).lines) == 3


@pytest.mark.parametrize(("platform", "boxes"), [("wechat", "□微博　　☑微信"), ("app", "□微博　　□微信")])
def test_only_the_platforms_that_items_went_to_are_ticked(
    county: County, form: OfficialForm, outgoing: Outgoing, day: date, platform: str, boxes: str
) -> None:
    outgoing()
    account = Account.objects.get(pk=county.water.weibo.pk)
    account.platform = platform
    account.save()
    assert draft_sheet(form, county.water.section, day).header[0] == ("类别", boxes)


def test_a_released_part_that_nobody_signed_leaves_the_line_unsigned(
    form: OfficialForm, outgoing: Outgoing
) -> None:
    release, signature = outgoing(), form.signatures[0]
    submission = release.permit.submission
    signed = {(submission.pk, signature.step): list(submission.sign_offs.filter(step__step=signature.step))}
    assert len(signatures_on(signature, release, signed)) == 1
    # Only in memory: the gate lets nobody change a permit.
    release.permit.parts = release.permit.parts | {"variant:9:1": "0" * 64}
    assert signatures_on(signature, release, signed) == ()


def test_two_reviewers_of_one_item_both_sign_its_line(
    county: County, form: OfficialForm, day: date, at: At
) -> None:
    people, section = county.water.people, county.water.section
    second = add_person("water-reviewer-2", "宣传科审核员二")
    put_in_post(second, "county.reviewer", section)
    with clock.at(at(9)):
        post = write_post(county.water, people["editor"], extra={"paper.source": "原创"})
        submission = signed(submitted(post, people["editor"]), people["reviewer"])
        draft = post.get_latest_revision_as_object()
        (variant,) = draft.variants.all()
        variant.text = "今晚九时检修停水。"
        draft.variants = [variant]
        save_draft(draft, people["editor"])
        released(signed(submission, second, people["leader"]), people["publisher"])
    (line,) = draft_sheet(form, section, day).lines
    assert [each.signer for each in line.signatures[0]] == ["清河县水利局宣传科审核员", "宣传科审核员二"]
