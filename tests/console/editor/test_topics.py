"""主题: offered, kept, and lists filtered by it."""

from typing import Any

import pytest
from django.test import Client
from guanwei.county.content import TOPICS
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage
from guanwei.testing.scenes import County, write_article, write_post

pytestmark = pytest.mark.django_db
POLICY = {"county.topic": "county.policy"}


@pytest.fixture
def desk(county: County) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=county.water.people["editor"].pk))
    return client


def text(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.clause("YC-N2.3")
def test_the_four_topics_are_offered_kept_and_filtered_by(county: County, desk: Client) -> None:
    editor = county.water.people["editor"]
    article = write_article(county, county.water, editor, title="节水政策", extra=POLICY)
    write_article(county, county.water, editor, title="别的事")
    form = text(desk.get(f"/admin/pages/{article.pk}/edit/"))
    assert 'name="fact_county_topic"' in form
    assert all(label in form for _value, label in TOPICS)
    assert ArticlePage.objects.get(pk=article.pk).extra == POLICY
    listed = text(desk.get("/admin/articles/?fact_county_topic=county.policy"))
    assert ("节水政策" in listed, "别的事" in listed) == (True, False)


def test_posts_are_filtered_too_and_junk_filters_nothing(county: County, desk: Client) -> None:
    editor = county.water.people["editor"]
    write_post(county.water, editor, title="节水政策", extra=POLICY)
    write_post(county.water, editor, title="别的事")
    where = "/admin/snippets/publishing/post/"
    listed = text(desk.get(f"{where}?fact_county_topic=county.policy"))
    assert ("节水政策" in listed, "别的事" in listed) == (True, False)
    assert desk.get(f"{where}?fact_county_topic=%00junk").status_code == 200
