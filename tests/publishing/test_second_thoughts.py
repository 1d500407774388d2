"""Releases that change their course: timed, superseded, taken down, corrected, released by nobody."""

from datetime import timedelta

import pytest
from guanwei.approvals.models import Permit, Submission
from guanwei.approvals.subjects import draft_of, row_of
from guanwei.audit import clock
from guanwei.delivery.models import Delivery
from guanwei.organisations.models import Person
from guanwei.portal.models import ColumnPage
from guanwei.publishing.models import ArticlePage, ArticleVariant, Release
from guanwei.publishing.services import (
    record_receipt,
    release,
    release_due,
    save_draft,
    submit,
    take_down,
)
from guanwei.testing.acts import no_refusals, released, signed, submitted, try_to_sign
from guanwei.testing.scenes import County, put_in_post, write_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(county: County) -> dict[str, Person]:
    return county.water.people


def permitted(county: County, article: ArticlePage) -> Submission:
    people = county.water.people
    return signed(submitted(article, people["editor"]), people["reviewer"], people["leader"])


def timed(county: County, article: ArticlePage) -> Release:
    made, refusals = release(
        permitted(county, article).pk, county.water.people["publisher"], clock.now() + timedelta(days=30)
    )
    no_refusals(refusals)
    assert made is not None
    return made


@pytest.mark.law("L2")
def test_a_release_that_is_not_live_yet_published_nobodys_contribution(
    county: County, people: dict[str, Person]
) -> None:
    put_in_post(people["editor"], "county.reviewer", county.water.section)
    article = write_article(county, county.water, people["editor"])
    timed(county, article)
    again = submitted(article, people["editor"])
    assert "不能自己审核" in try_to_sign(again, people["editor"])[0].sentence


def test_a_timed_release_is_stopped_before_it_is_live(county: County, people: dict[str, Person]) -> None:
    article = write_article(county, county.water, people["editor"])
    made = timed(county, article)
    no_refusals(take_down(row_of("page", article.pk), people["leader"], "时间有误"))
    with clock.at(clock.now() + timedelta(days=31)):
        release_due()
    made.refresh_from_db()
    assert made.state == "taken_down"
    assert not ArticlePage.objects.get(pk=article.pk).live
    assert Permit.objects.get(submission__isnull=False).revoked_at is not None


def test_a_timed_release_whose_permit_was_replaced_is_held_with_its_reason(
    county: County, people: dict[str, Person]
) -> None:
    article = write_article(county, county.water, people["editor"])
    made = timed(county, article)
    newer = draft_of("page", article.pk)
    newer.summary = "改过的要点"
    save_draft(newer, people["editor"])
    permitted(county, article)
    with clock.at(clock.now() + timedelta(days=31)):
        release_due()
        release_due()
    made.refresh_from_db()
    assert made.state == "held"
    assert "许可" in made.reason
    assert not ArticlePage.objects.get(pk=article.pk).live


def test_taking_down_also_ends_the_correction_that_was_signed(
    county: County, people: dict[str, Person]
) -> None:
    article = write_article(county, county.water, people["editor"])
    released(permitted(county, article), people["publisher"])
    newer = draft_of("page", article.pk)
    newer.summary = "更正"
    save_draft(newer, people["editor"])
    correction = permitted(county, article)
    no_refusals(take_down(row_of("page", article.pk), people["leader"], "内容有误"))
    correction.refresh_from_db()
    assert correction.state == "withdrawn"
    assert release(correction.pk, people["publisher"])[1]


def test_a_post_that_nobody_took_goes_with_the_corrected_release(
    county: County, people: dict[str, Person]
) -> None:
    article = write_article(county, county.water, people["editor"], variants=True)
    first = released(permitted(county, article), people["publisher"])
    newer = draft_of("page", article.pk)
    newer.summary = "更正"
    save_draft(newer, people["editor"])
    second = released(permitted(county, article), people["publisher"])
    old, new = (Delivery.objects.get(part__release=each) for each in (first, second))
    assert (old.state, new.state) == ("withdrawn", "waiting_person")


@pytest.mark.law("L2")
@pytest.mark.parametrize("act", ["add", "remove"])
def test_a_channel_added_or_removed_in_review_asks_the_rules_anew(
    county: County, people: dict[str, Person], act: str
) -> None:
    article = write_article(county, county.water, people["editor"], variants=True)
    submission = signed(submitted(article, people["editor"]), people["reviewer"])
    draft = draft_of("page", article.pk)
    if act == "remove":
        draft.variants.set([])
    else:
        draft.variants.add(ArticleVariant(account=county.water.wechat, title="提示", from_page=True))
    save_draft(draft, people["editor"])
    submission.refresh_from_db()
    assert submission.state == "lapsed"


def test_an_account_closed_in_review_stops_the_signature(county: County, people: dict[str, Person]) -> None:
    article = write_article(county, county.water, people["editor"], variants=True)
    submission = signed(submitted(article, people["editor"]), people["reviewer"])
    county.water.weibo.closed_on = clock.today()
    county.water.weibo.save()
    refusals = try_to_sign(submission, people["leader"])
    assert "已注销" in refusals[0].sentence


def test_a_column_goes_live_with_its_keepers_signature_and_by_nobodys_hand(county: County) -> None:
    keeper = county.people["keeper"]
    column = draft_of("page", county.news.pk)
    column.introduction = "全县工作动态"
    save_draft(column, keeper)
    submission = submitted(column, keeper)
    assert release(submission.pk, county.people["auditor"])[1]
    submission = signed(submission, keeper)
    assert submission.state == "released"
    assert ColumnPage.objects.get(pk=county.news.pk).introduction == "全县工作动态"
    assert Release.objects.get().by is None


def test_a_post_that_is_out_is_corrected_by_a_new_one(county: County, people: dict[str, Person]) -> None:
    article = write_article(county, county.water, people["editor"], variants=True)
    first = released(permitted(county, article), people["publisher"])
    record_receipt(first.parts.exclude(variant="").get(), "https://weibo.com/1234567890/Abcde1234")
    draft = draft_of("page", article.pk)
    sent = draft.variants.get()
    sent.text, told = "改过的微博", sent.text
    draft.variants.set([sent])
    save_draft(draft, people["editor"])
    submission, refusals = submit(article, people["editor"])
    assert submission is None
    assert "已经发出，不能再改" in refusals[0].sentence
    sent.text = told
    correction = ArticleVariant(account=county.water.weibo, number=2, text="更正：改过的微博")
    draft = draft_of("page", article.pk)
    draft.variants.set([sent, correction])
    save_draft(draft, people["editor"])
    second = released(permitted(county, article), people["publisher"])
    assert [part.variant for part in second.parts.exclude(variant="")] == [f"{county.water.weibo.pk}:2"]
