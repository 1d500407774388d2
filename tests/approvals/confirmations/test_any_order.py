"""Law L2 for units concerned: in whatever order people confirm, edit, wait and decide, none is passed over."""

from datetime import datetime
from typing import Any

import pytest
from approvals.confirmations.scene import BEGIN, FORESTRY, HOUR, ORGAN, ROADS, say, write
from django.db import transaction
from guanwei.approvals.models import Permit, Submission
from guanwei.approvals.services.asking_late import remind_due
from guanwei.audit import clock
from guanwei.testing.acts import submitted, try_to_sign
from guanwei.testing.scenes import County
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]
SIGNERS = ("reviewer", "forestry", "roads", "leader")
ACTS = st.one_of(
    st.sampled_from([*SIGNERS, *SIGNERS, "principal", "edit"]),
    st.integers(1, 30),
)
OFTEN = st.lists(ACTS, min_size=4, max_size=12)


def agrees(submission: Submission, since: dict[int, list[datetime]]) -> None:
    """Every confirmation stands on the text that the permit names, by its unit or by whoever decides late."""
    permit = Permit.objects.get(submission=submission)
    for step in submission.steps.filter(confirms=True):
        # A signature counts for each part that still says what was signed.
        counts = {
            each: {part for part, digest in each.parts.items() if permit.parts.get(part) == digest}
            for each in step.sign_offs.all()
        }
        counting = [each for each, parts in counts.items() if parts]
        assert set().union(*counts.values()) == set(permit.parts), step
        for each in counting:
            speaks = each.appointment.role == "asking.speaker" and each.appointment.unit == step.unit
            asked = [moment for moment in since[step.pk] if moment + 20 * HOUR <= each.decided_at]
            assert speaks or (each.late and each.appointment.role == "asking.principal" and asked), step


@pytest.mark.parametrize("concerned", [(FORESTRY,), (FORESTRY, ROADS), (ROADS, ORGAN)], ids=str)
def test_no_permit_while_a_confirmation_is_open(
    county: County, people: dict[str, Any], concerned: tuple[dict[str, str], ...]
) -> None:
    post = write(county, *concerned)

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(OFTEN)
    def walk(acts: list[Any]) -> None:
        with transaction.atomic(), clock.at(BEGIN):
            _walked(submitted(post, people["editor"]), people, acts)
            transaction.set_rollback(True)

    walk()


def _walked(submission: Submission, people: dict[str, Any], acts: list[Any]) -> None:
    moment, since = BEGIN, {step.pk: [] for step in submission.steps.filter(confirms=True)}
    for number, act in enumerate([*acts, *SIGNERS]):
        if isinstance(act, int):
            moment += act * HOUR
        with clock.at(moment):
            if act == "edit":
                say(submission, people["editor"], f"第{number}稿：停水。")
            elif isinstance(act, int):
                remind_due()
            else:
                try_to_sign(submission, people[act], opinion="同意")
            for step in submission.steps.filter(confirms=True):
                since[step.pk] = list(step.askings.values_list("at", flat=True))
        submission.refresh_from_db()
        if submission.state != "open":
            break
    if submission.state == "permitted":
        agrees(submission, since)
    else:
        assert submission.state == "open"
        assert not Permit.objects.filter(submission=submission).exists()
