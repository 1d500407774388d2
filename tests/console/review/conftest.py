"""A county with an article on its way, and people who sign in."""

from collections.abc import Callable

import pytest
from django.test import Client
from guanwei.approvals.models import Submission
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage
from guanwei.testing.acts import submitted
from guanwei.testing.scenes import County, write_article

Enter = Callable[[Person], Client]


@pytest.fixture
def enter() -> Enter:
    """Sign a person in."""

    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(Person.objects.get(pk=person.pk))
        return client

    return signed_in


@pytest.fixture
def people(county: County) -> dict[str, Person]:
    return {**county.people, **county.water.people}


@pytest.fixture
def article(county: County, people: dict[str, Person]) -> ArticlePage:
    return write_article(county, county.water, people["editor"], variants=True)


@pytest.fixture
def submission(article: ArticlePage, people: dict[str, Person]) -> Submission:
    """The article, waiting for its first review."""
    return submitted(article, people["editor"])
