"""Whatever the order of acts: the engine answers as the laws say, and whatever is live was signed for."""

import os
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from approvals.model.acts import ALWAYS_DONE, NEVER_DONE
from approvals.model.county import Disagreement, play_one
from approvals.model.office import hire
from approvals.model.shortening import shortened
from approvals.model.tally import Tally
from approvals.model.worlds import CONTRACTOR, PEOPLE, ROOT
from django.db import connection
from guanwei import registry
from project.settings.jobs import QUEUES

# A run of the pair is 20,000 acts. PostgreSQL takes three times as long for each, and for all the other tests:
# it plays so many that each kind of act is done and refused.
ACTS = {"sqlite": 17_500, "postgresql": 2_500}
A_COUNTY = 130
# The two databases see different counties.
SEEDS = {"sqlite": "1", "postgresql": "2"}


# Nobody would ever run the jobs of what is rolled back, and putting them down takes a third of the time.
NO_JOBS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": QUEUES}}


@pytest.fixture
def people(transactional_db: None, settings: Any) -> Iterator[list[int]]:
    """Committed, so that each county is a transaction of its own: in one for all of them PostgreSQL slows down."""
    settings.TASKS = NO_JOBS
    before = registry.configuration()
    yield hire(PEOPLE, CONTRACTOR, ROOT)
    registry.configure(before.mode, before.time_limit, before.extra)


@pytest.mark.law("L1", "L2", "L6", "L9")
def test_thousands_of_acts_by_people_who_may_and_who_must_not(people: list[int]) -> None:
    seed = os.environ.get("GUANWEI_MODEL_SEED", SEEDS[connection.vendor])
    print(f"GUANWEI_MODEL_SEED={seed} on {connection.vendor}")  # noqa: T201 - to repeat a failure
    acts = int(os.environ.get("GUANWEI_MODEL_ACTS", ACTS[connection.vendor]))
    tally = Tally()
    while tally.total < acts:
        try:
            play_one(Random(f"{seed}/{tally.counties}"), people, A_COUNTY, tally.count)
        except Disagreement as found:
            short = shortened(found, people)
            raise AssertionError(
                "\n".join([f"seed {seed}, county {tally.counties}", *short.lines()])
            ) from None
        tally.counties += 1
    print("\n".join(tally.lines()))  # noqa: T201
    assert tally.total >= acts
    assert tally.one_sided() == {each.kind for each in (*ALWAYS_DONE, *NEVER_DONE)}
