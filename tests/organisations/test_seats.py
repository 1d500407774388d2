"""Who may sit at the posts of a chain: all of them found together, each as if it were asked alone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Person
from guanwei.organisations.queries.seats import AskedPost, seat_of, seats_of
from guanwei.organisations.services import delegate
from guanwei.testing.scenes import County, add_person, put_in_post

pytestmark = pytest.mark.django_db
LEADER = "county.leader-in-charge"


def chain(county: County) -> list[AskedPost]:
    """Reviewer and publisher of the section, whoever oversees it, whoever oversees the county's office."""
    section = county.water.section
    return [
        AskedPost("county.reviewer", section),
        AskedPost(LEADER, section, overseer=True),
        AskedPost("county.publisher", section),
        AskedPost(LEADER, county.unit, overseer=True),
    ]


def lent(county: County, post: str, to: Person) -> None:
    today = clock.today()
    held = Appointment.objects.get(person=county.water.people[post])
    _made, refusals = delegate(
        held, to, today, today + timedelta(days=3), "授权书〔2026〕1号", by=held.person
    )
    assert refusals == []


def test_the_people_of_a_whole_chain_are_found_in_two_queries(county: County) -> None:
    people = county.water.people
    both = add_person("both", "分管两处的领导")
    put_in_post(both, LEADER, county.unit, oversees=[county.water.section, county.unit])
    deputy = add_person("deputy", "代审员")
    lent(county, "reviewer", deputy)
    lent(county, "leader", deputy)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = seats_of(chain(county), clock.today())
    assert len(asked) == 2
    assert [[each.person for each in one] for one in found] == [
        [people["reviewer"], deputy],
        [people["leader"], both, deputy],
        [people["publisher"]],
        [both],
    ]
    assert found == [seats_of([each], clock.today())[0] for each in chain(county)]


def test_a_post_is_nobody_elses_because_another_of_the_chain_is_theirs(county: County) -> None:
    reviewer, leader, publisher, elsewhere = chain(county)
    for name, own in (("reviewer", reviewer), ("leader", leader), ("publisher", publisher)):
        person = county.water.people[name]
        for post in (reviewer, leader, publisher, elsewhere):
            seat = seat_of(person, post, clock.today())
            assert (seat is not None) is (post == own)


def test_ones_own_post_comes_before_one_that_is_lent(county: County) -> None:
    second = add_person("second", "宣传科审核员二")
    put_in_post(second, "county.reviewer", county.water.section)
    lent(county, "reviewer", second)
    seat = seat_of(second, chain(county)[0], clock.today())
    assert seat is not None
    assert (seat.appointment.person, seat.delegation) == (second, None)
    assert seat_of(second, chain(county)[0], clock.today() - timedelta(days=10_000)) is None
