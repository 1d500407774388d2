"""更正、说明、补充、评论 and posts made from pages: items that speak of an earlier publication."""

from typing import Any

import pytest
from django.test import Client
from guanwei.accounts.models import Account
from guanwei.api import Severity
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage, PostVariant, Release
from guanwei.publishing.queries.afterwards import came_afterwards
from guanwei.publishing.queries.linked import linked_with
from guanwei.publishing.services import add_post, foresee, submit
from guanwei.publishing.services.pushing_on import post_from_page
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import Agency, County, add_agency, staff_by_county_book, write_article, write_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def water(county: County) -> Agency:
    return county.water


def out(item: Any, agency: Agency) -> Release:
    people = agency.people
    permitted = signed(submitted(item, people["editor"]), people["reviewer"], people["leader"])
    return released(permitted, people["publisher"])


def sentences(item: Any, agency: Agency) -> str:
    _made, refusals = submit(item, agency.people["editor"])
    return " ".join(map(str, refusals))


def blocking(item: Any) -> list[str]:
    return [each.check for each in foresee(item).decision.findings if each.severity is Severity.BLOCK]


@pytest.mark.clause("YC-18.4c")
def test_a_correction_is_linked_keeps_the_original_and_says_sorry(county: County, water: Agency) -> None:
    editor = water.people["editor"]
    wrong = write_article(county, water, editor, title="停水通知")
    first = out(wrong, water)
    known = {"title": "停水通知（更正）", "relation": "correction", "about": first}
    assert blocking(write_article(county, water, editor, **known)) == ["county.correction-without-apology"]
    sorry = "时间有误，向公众致歉。"
    corrected = write_article(county, water, editor, apology=sorry, **known)
    assert blocking(corrected) == []
    out(corrected, water)
    assert [each.title for each in came_afterwards(first)] == ["停水通知（更正）"]
    citizen = Client()
    assert "停水通知（更正）" in citizen.get(ArticlePage.objects.get(pk=wrong.pk).url).content.decode()
    assert sorry in citizen.get(ArticlePage.objects.get(pk=corrected.pk).url).content.decode()
    assert "停水通知（更正）" not in str(first.permit.snapshot.content)


def test_a_relation_and_its_publication_go_together(county: County, water: Agency) -> None:
    editor = water.people["editor"]
    first = out(write_post(water, editor), water)
    assert "针对哪一次发布" in sentences(write_post(water, editor, relation="statement"), water)
    assert "与所选发布的关系" in sentences(write_post(water, editor, about=first), water)
    other = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(other)
    foreign = write_post(other, other.people["editor"], relation="statement", about=first)
    assert "由原发布单位自己发布" in sentences(foreign, other)


@pytest.mark.clause("YC-14.3")
def test_commentary_is_for_leaders_accounts(water: Agency) -> None:
    editor = water.people["editor"]
    first = out(write_post(water, editor), water)
    assert blocking(write_post(water, editor, relation="commentary", about=first)) == ["county.leaders-word"]
    assert blocking(leaders_post(water, relation="commentary", about=first)) == []


def leaders_post(water: Agency, **stated: Any) -> Any:
    account = Account.objects.create(
        name="水利局长",
        slug="water-head",
        platform="weibo",
        unit=water.section,
        channel="weibo-manual",
        kind="leader",
    )
    variant = PostVariant(account=account, text="再说几句。", with_link=False)
    known = {"title": "局长说停水", "supplier": water.section, "manager": water.section}
    return add_post(water.people["editor"], [variant], category="county.convenience", **known, **stated)


@pytest.mark.clause("YC-14.2", core=True)
def test_a_leaders_word_is_listed_with_the_post_that_it_speaks_of(water: Agency) -> None:
    first = out(write_post(water, water.people["editor"]), water)
    word = leaders_post(water, relation="commentary", about=first)
    assert list(came_afterwards(first)) == []
    out(word, water)
    assert [(each.title, each.get_relation_display()) for each in came_afterwards(first)] == [
        ("局长说停水", "评论解读")
    ]


@pytest.mark.clause("YC-25.4", "YC-N1.4", core=True)
def test_a_post_drafted_from_a_page_takes_its_own_course_and_both_know_each_other(
    county: County, water: Agency
) -> None:
    editor = water.people["editor"]
    article = write_article(county, water, editor)
    assert post_from_page(article, water.weibo, editor)[1]
    of_page = out(article, water)
    page = ArticlePage.objects.get(pk=article.pk)
    post, refusals = post_from_page(page, water.weibo, editor)
    no_refusals(refusals)
    assert post is not None
    variant = post.variants.get()
    assert (variant.text, variant.with_link, post.live) == (page.summary, True, False)
    of_post = out(post, water)
    assert [each.where for each in linked_with(of_page)] == [str(water.weibo)]
    assert [(each.title, each.public) for each in linked_with(of_post)] == [(page.title, True)]


@pytest.mark.parametrize("problem", ["stranger", "closed"])
def test_a_page_is_not_pushed_to_an_account_that_is_closed_or_anothers(
    county: County, water: Agency, problem: str
) -> None:
    other = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(other)
    article = write_article(county, water, water.people["editor"])
    out(article, water)
    if problem == "closed":
        water.weibo.closed_on = "2026-01-01"
        water.weibo.save()
    by = (other if problem == "stranger" else water).people["editor"]
    made, refusals = post_from_page(ArticlePage.objects.get(pk=article.pk), water.weibo, by)
    assert made is None
    assert refusals[0].sentence.endswith("。")


def test_the_editor_chooses_among_the_units_own_publications(county: County, water: Agency) -> None:
    first = out(write_post(water, water.people["editor"], title="停水通知"), water)
    client = Client()
    client.force_login(Person.objects.get(pk=water.people["editor"].pk))
    form = client.get("/admin/snippets/publishing/post/add/").content.decode()
    assert f'<option value="{first.pk}">' in form
    other = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(other)
    client.force_login(other.people["editor"])
    assert (
        f'<option value="{first.pk}">'
        not in client.get("/admin/snippets/publishing/post/add/").content.decode()
    )
