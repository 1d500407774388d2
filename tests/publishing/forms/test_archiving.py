"""Archiving keeps a sheet for good, or says who can do what about it."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from guanwei.accounts.models import Account
from guanwei.api import FormCell, FormSignature, OfficialForm
from guanwei.audit import clock
from guanwei.audit.records import RecordError
from guanwei.publishing.forms.services import archive_sheet
from guanwei.publishing.models import FormSheet, Release
from guanwei.testing.scenes import County

Outgoing = Callable[..., Release]
Without = Callable[..., OfficialForm]


@pytest.fixture
def sentences(county: County, day: date) -> Callable[..., list[str]]:
    """What archiving by the reviewer (or somebody else) is refused with."""

    def ask(form: OfficialForm, by: str = "reviewer") -> list[str]:
        kept, refusals = archive_sheet(form, county.water.section, day, county.water.people[by])
        assert (kept is None) == bool(refusals)
        return [each.sentence for each in refusals]

    return ask


def archived(county: County, form: OfficialForm, day: date) -> FormSheet:
    """The sheet, archived by the reviewer; a refusal fails the test."""
    kept, refusals = archive_sheet(form, county.water.section, day, county.water.people["reviewer"])
    assert refusals == []
    assert kept is not None
    return kept


@pytest.mark.law("L5")
def test_an_archived_sheet_holds_what_was_printed_with_its_history(
    county: County, form: OfficialForm, outgoing: Outgoing, day: date
) -> None:
    release = outgoing()
    kept = FormSheet.objects.get(pk=archived(county, form, day).pk)
    assert kept.archived_by == county.water.people["reviewer"]
    assert (kept.number, kept.platforms) == (1, ["weibo"])
    assert [line["release"] for line in kept.lines] == [release.pk]
    assert kept.lines[0]["signatures"][0][0]["signer"] == "清河县水利局宣传科审核员"
    assert kept.history.get().history_user == county.water.people["reviewer"]
    assert kept.verify()


@pytest.mark.law("L5")
def test_an_archived_sheet_cannot_be_changed_or_deleted(
    county: County, form: OfficialForm, outgoing: Outgoing, day: date
) -> None:
    outgoing()
    kept = archived(county, form, day)
    kept.note = "改动"
    with pytest.raises(RecordError):
        kept.save()
    with pytest.raises(RecordError):
        kept.delete()
    with pytest.raises(RecordError):
        FormSheet.objects.filter(pk=kept.pk).update(note="改动")


def test_a_forged_file_or_line_shows(
    county: County, form: OfficialForm, outgoing: Outgoing, day: date
) -> None:
    outgoing()
    archived(county, form, day)
    forged_file, forged_line = FormSheet.objects.get(), FormSheet.objects.get()
    forged_file.file = bytes(forged_file.file) + b"\n"
    forged_line.lines[0]["cells"][0] = "别的标题"
    assert (forged_file.verify(), forged_line.verify()) == (False, False)


def test_later_items_of_the_day_make_a_second_sheet(
    county: County, form: OfficialForm, outgoing: Outgoing, day: date, sentences: Callable[..., list[str]]
) -> None:
    outgoing(8, title="汛期值守")
    first = archived(county, form, day)
    assert sentences(form) == [
        "2026年3月5日的《清河县信息发布登记表》已由清河县水利局宣传科审核员归档，"
        "不能改动，也不用再归档；当日再有稿件发布，可另成一张。"
    ]
    outgoing(16, title="停水通知")
    second = archived(county, form, day)
    assert (first.number, second.number) == (1, 2)
    assert [line["title"] for line in second.lines] == ["停水通知"]


def test_a_day_without_items_has_nothing_to_archive(
    county: County, form: OfficialForm, sentences: Callable[..., list[str]]
) -> None:
    assert sentences(form) == [
        "清河县水利局宣传科在2026年3月5日没有要列入《清河县信息发布登记表》的稿件；稿件发布以后再归档。"
    ]


def test_an_empty_printed_cell_holds_the_sheet(
    county: County, form: OfficialForm, outgoing: Outgoing, sentences: Callable[..., list[str]]
) -> None:
    outgoing(extra={})
    assert sentences(form) == [
        "第1行《停水通知》的“来源”没有填写，不能归档；"
        "请提交人清河县水利局宣传科编辑说明，由系统管理员核对送审时的规则。"
    ]


def test_a_line_without_one_of_its_signatures_holds_the_sheet(
    county: County,
    form: OfficialForm,
    outgoing: Outgoing,
    without: Without,
    sentences: Callable[..., list[str]],
) -> None:
    outgoing()
    third = (*form.signatures, FormSignature("终审意见", "county.final"))
    assert sentences(without(signatures=third)) == [
        "第1行《停水通知》缺“终审意见”的签字，不能归档；请系统管理员核对这份稿件的签署记录。"
    ]


def test_a_sheet_without_a_ticked_platform_is_held(
    county: County, form: OfficialForm, outgoing: Outgoing, sentences: Callable[..., list[str]]
) -> None:
    outgoing()
    account = Account.objects.get(pk=county.water.weibo.pk)
    account.platform = "app"
    account.save()
    assert sentences(form) == ["“类别”一项都没有勾选：当日稿件没有发到表上所列的平台；请系统管理员核对账号。"]


def test_a_cell_that_names_nothing_we_know_is_the_authors_to_mend(
    county: County,
    form: OfficialForm,
    outgoing: Outgoing,
    without: Without,
    sentences: Callable[..., list[str]],
) -> None:
    outgoing()
    wrong = without(row=(*form.row, FormCell("字数", "item.length")))
    assert sentences(wrong) == [
        "表格“清河县信息发布登记表”的“字数”栏引用了未知内容“item.length”；请系统管理员联系规则包作者。"
    ]


def test_only_reviewers_and_publishers_of_the_unit_archive(
    county: County, form: OfficialForm, outgoing: Outgoing, sentences: Callable[..., list[str]]
) -> None:
    outgoing()
    (sentence,) = sentences(form, by="editor")
    assert sentence == (
        "归档由清河县水利局宣传科负责审核或发布的人员办理；"
        "请交清河县水利局宣传科审核员、清河县水利局宣传科发布员归档。"
    )
    assert sentences(form, by="publisher") == []


def test_a_refusal_cites_the_forms_article(county: County, form: OfficialForm, day: date) -> None:
    _kept, (refusal,) = archive_sheet(form, county.water.section, day, county.water.people["reviewer"])
    assert refusal.cites == form.cites
    assert refusal.rule == form.id


def test_an_edited_post_is_printed_as_permitted(
    county: County, form: OfficialForm, outgoing: Outgoing, day: date, at: Callable[[int], datetime]
) -> None:
    outgoing(title="停水通知")
    with clock.at(at(20)):
        assert archived(county, form, day).lines[0]["cells"] == ["停水通知", "原创", ""]
