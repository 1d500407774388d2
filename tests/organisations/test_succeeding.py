"""Somebody takes over a post: the same post, from a later day."""

from datetime import date

import pytest
from guanwei.organisations.models import Appointment
from guanwei.organisations.services import appoint
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, add_person


@pytest.fixture
def before(county: County) -> Appointment:
    return Appointment.objects.get(role="county.reviewer")


def test_the_predecessor_ends_the_day_before(county: County, before: Appointment) -> None:
    made, refusals = appoint(
        add_person("next", "新任审核员"),
        "county.reviewer",
        county.water.section,
        date(2026, 3, 1),
        by=county.people["administrator"],
        basis="水人〔2026〕2号",
        in_place_of=before,
    )
    no_refusals(refusals)
    before.refresh_from_db()
    assert before.ends_on == date(2026, 2, 28)
    assert before.history.first().history_change_reason == "水人〔2026〕2号"
    assert made is not None


@pytest.mark.parametrize(
    ("role", "day", "said"),
    [
        ("county.editor", date(2026, 3, 1), "不是"),
        ("county.reviewer", date(2020, 1, 1), "要晚于前任"),
    ],
)
def test_what_is_not_the_same_post_later_is_refused(
    county: County, before: Appointment, role: str, day: date, said: str
) -> None:
    person = add_person("next", "新任审核员")
    made, refusals = appoint(person, role, county.water.section, day, by=None, in_place_of=before)
    assert made is None
    assert said in refusals[0].sentence
    before.refresh_from_db()
    assert before.ends_on is None
