"""A county with an article that is signed and waits for its release."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from guanwei.approvals.models import Submission
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage, Release
from guanwei.publishing.services import release
from guanwei.testing.acts import no_refusals, signed, submitted
from guanwei.testing.scenes import County, write_article

Permitted = Callable[..., Submission]
Timed = Callable[..., Release]
HOUR = timedelta(hours=1)


@pytest.fixture
def people(county: County) -> dict[str, Person]:
    return {**county.people, **county.water.people}


@pytest.fixture
def permitted(county: County, people: dict[str, Person]) -> Permitted:
    """Write and sign an article; what is left is to release it."""

    def written(**fields: object) -> Submission:
        article = write_article(county, county.water, people["editor"], **fields)
        return signed(submitted(article, people["editor"]), people["reviewer"], people["leader"])

    return written


@pytest.fixture
def timed(permitted: Permitted, people: dict[str, Person]) -> Timed:
    """Release an article in an hour, or as asked."""

    def decided(due_at: datetime | None = None, ends_at: datetime | None = None, **fields: object) -> Release:
        due_at = due_at or clock.now() + HOUR
        made, refusals = release(permitted(**fields).pk, people["publisher"], due_at, ends_at)
        no_refusals(refusals)
        assert made is not None
        return made

    return decided


@pytest.fixture
def online(permitted: Permitted, people: dict[str, Person]) -> Callable[..., Release]:
    """Release an article now."""

    def out(ends_at: datetime | None = None, **fields: object) -> Release:
        made, refusals = release(permitted(**fields).pk, people["publisher"], None, ends_at)
        no_refusals(refusals)
        assert made is not None
        return Release.objects.get(pk=made.pk)

    return out


def row(made: Release) -> ArticlePage:
    """The article as the public meets it."""
    return ArticlePage.objects.get(pk=made.object_id)
