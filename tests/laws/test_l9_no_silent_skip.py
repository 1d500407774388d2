"""L9: submitting is refused, with the sentence, when no assignment of distinct people to the steps exists."""

from itertools import combinations, product

import pytest
from guanwei.approvals.assigning import Asked, enough_people
from guanwei.approvals.models import Submission
from guanwei.audit import clock
from guanwei.organisations.models import Appointment
from guanwei.organisations.services import end_appointment
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import submit
from guanwei.testing.scenes import County, put_in_post, write_article
from hypothesis import given
from hypothesis import strategies as st

pytestmark = pytest.mark.law("L9")


def vacate(role: str) -> None:
    for each in Appointment.objects.filter(role=role):
        end_appointment(each, clock.today().replace(year=2025), by=None, reason="调离")


@pytest.mark.django_db
def test_a_vacant_post_is_named_with_who_can_do_what(county: County) -> None:
    editor = county.water.people["editor"]
    article = write_article(county, county.water, editor)
    vacate("county.leader-in-charge")
    submission, refusals = submit(article, editor)
    assert submission is None
    assert len(refusals) == 1
    assert "分管领导签发" in refusals[0].sentence
    assert "请管理员任命" in refusals[0].sentence
    assert refusals[0].cites
    assert not Submission.objects.exists()
    assert ArticlePage.objects.get(pk=article.pk).get_latest_revision() is not None


@pytest.mark.django_db
def test_one_person_in_two_reviewing_posts_is_too_few(county: County) -> None:
    people = county.water.people
    article = write_article(county, county.water, people["editor"])
    vacate("county.leader-in-charge")
    put_in_post(people["reviewer"], "county.leader-in-charge", county.water.unit, [county.water.section])
    _submission, refusals = submit(article, people["editor"])
    assert "不同的人" in refusals[0].sentence


@pytest.mark.django_db
def test_the_only_reviewer_wrote_the_item(county: County) -> None:
    people = county.water.people
    put_in_post(people["reviewer"], "county.editor", county.water.section)
    article = write_article(county, county.water, people["reviewer"])
    _submission, refusals = submit(article, people["reviewer"])
    assert "参与过这份稿件" in refusals[0].sentence


PEOPLE = st.lists(st.integers(0, 4), max_size=4).map(tuple)
ASKED = st.builds(Asked, st.integers(1, 3), st.lists(PEOPLE, min_size=1, max_size=3).map(tuple))


def can_be_signed(asked: list[Asked]) -> bool:
    """By trying everything: which steps of each are signed, and by whom."""
    ways = [list(combinations(each.steps, each.needed)) for each in asked]
    chosen = ([step for steps in way for step in steps] for way in product(*ways))
    return any(len(set(people)) == len(people) for steps in chosen for people in product(*steps))


@given(st.lists(ASKED, max_size=3))
def test_people_are_enough_exactly_when_an_assignment_exists(asked: list[Asked]) -> None:
    assert enough_people(asked) == can_be_signed(asked)
