"""第二十四条: a disclosure is told in points, with a link to the portal; in an emergency the post goes first."""

from typing import Any

import pytest
from guanwei.delivery.messages import message_of
from guanwei.delivery.models import Delivery
from guanwei.publishing.models import ArticlePage, ArticleVariant, Post, PostVariant
from guanwei.publishing.services import add_post, foresee, release, submit, take_down
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import County, write_article

pytestmark = pytest.mark.django_db
RULE = "county.disclosure-without-link"


def told(county: County, page: ArticlePage | None, **fields: Any) -> Post:
    """A disclosure in points, which links to ``page``."""
    water = county.water
    variant = PostVariant(account=water.weibo, text="水价调整要点。", with_link=fields.pop("with_link", True))
    stated = {"title": "水价调整", "supplier": water.section, "manager": water.section, "linked_page": page}
    stated |= {"category": "county.disclosure", "important_disclosure": True}
    return add_post(water.people["editor"], [variant], **(stated | fields))


def public(county: County, page: ArticlePage) -> ArticlePage:
    people = county.water.people
    submission = submitted(page, people["editor"])
    released(signed(submission, people["reviewer"], people["leader"]), people["publisher"])
    return ArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def page(county: County) -> ArticlePage:
    return write_article(county, county.water, county.water.people["editor"])


def against(county: County, post: Any) -> list[str]:
    return [each.rule for each in submit(post, county.water.people["editor"])[1]]


@pytest.mark.clause("YC-24.2")
def test_a_disclosure_without_a_link_or_with_one_to_a_draft_is_refused(
    county: County, page: ArticlePage
) -> None:
    assert against(county, told(county, None)) == [RULE]
    assert against(county, told(county, page)) == [RULE]
    assert against(county, told(county, public(county, page), with_link=False)) == [RULE]


@pytest.mark.clause("YC-24.2")
def test_an_articles_own_post_carries_the_link_or_is_refused(county: County, page: ArticlePage) -> None:
    bare = ArticleVariant(account=county.water.weibo, text="要点。", with_link=False)
    page.important_disclosure = True
    page.variants.add(bare)
    page.save_revision(user=county.water.people["editor"])
    assert against(county, page) == [RULE]


def test_with_a_public_page_it_goes_out_with_the_link(county: County, page: ArticlePage) -> None:
    people, page = county.water.people, public(county, page)
    submission = signed(submitted(told(county, page), people["editor"]), people["reviewer"], people["leader"])
    made = released(submission, people["publisher"])
    message = message_of(Delivery.objects.get(part__release=made))
    assert message["source_url"] == page.full_url
    assert message["text"] == f"水价调整要点。\n{page.full_url}"


def test_a_page_taken_down_meanwhile_holds_the_post_that_links_to_it(
    county: County, page: ArticlePage
) -> None:
    people, page = county.water.people, public(county, page)
    submission = signed(submitted(told(county, page), people["editor"]), people["reviewer"], people["leader"])
    no_refusals(take_down(page, people["leader"], "数据有误"))
    refusals = release(submission.pk, people["publisher"])[1]
    assert "还没有公开" in refusals[0].sentence


def test_an_emergency_goes_first_and_without_the_link(county: County, page: ArticlePage) -> None:
    people = county.water.people
    post = told(county, page, urgency="emergency")
    assert foresee(post, people["editor"]).refusals == ()
    submission = signed(submitted(post, people["editor"]), people["reviewer"], people["leader"])
    made = released(submission, people["publisher"])
    assert message_of(Delivery.objects.get(part__release=made))["text"] == "水价调整要点。"


def test_what_is_no_important_disclosure_needs_no_page(county: County) -> None:
    assert against(county, told(county, None, important_disclosure=False)) == []
