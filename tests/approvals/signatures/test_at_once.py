"""Two people at the same moment: on PostgreSQL in threads, on SQLite one after the other."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from approvals.signatures.conftest import Submit
from approvals.signatures.editing import draft_of, now
from django.db import OperationalError, connection
from guanwei.api import Refusal
from guanwei.approvals.models import Permit, Submission
from guanwei.approvals.services import sign, veto
from guanwei.organisations.models import Person
from guanwei.publishing.services import save_draft
from guanwei.testing.acts import signed
from guanwei.testing.scenes import Agency, put_in_post

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db(transaction=True)]
Act = Callable[[], Any]


def at_once(*acts: Act) -> list[Any]:
    """What each act answered. SQLite has one writer: there they follow each other."""
    if connection.vendor == "sqlite":
        return [act() for act in acts]
    together = Barrier(len(acts))

    def run(act: Act) -> Any:
        together.wait()
        try:
            return act()
        except OperationalError as deadlock:
            return deadlock
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def signing(submission: Submission, by: Person, step: str) -> Act:
    pk, parts = submission.steps.get(step=step).pk, submission.parts
    return lambda: sign(submission.pk, pk, by, parts)


def test_both_leaders_sign_at_the_same_moment_and_one_permit_is_issued(
    bureau: Agency, submit: Submit
) -> None:
    submission, people = submit("pair"), bureau.people
    said = at_once(
        signing(submission, people["leader"], "joint.pair"),
        signing(submission, people["deputy"], "joint.pair"),
    )
    assert said == [[], []]
    assert now(submission).state == "permitted"
    assert Permit.objects.filter(submission=submission).count() == 1


def test_one_person_signing_twice_at_once_signs_once(bureau: Agency, submit: Submit) -> None:
    submission, leader = submit("pair"), bureau.people["leader"]
    said = at_once(*[signing(submission, leader, "joint.pair")] * 2)
    assert sorted(map(len, said)) == [0, 1]
    assert submission.sign_offs.count() == 1
    assert now(submission).state == "open"


def test_one_person_in_two_posts_of_a_group_signing_both_at_once_signs_one(
    bureau: Agency, submit: Submit
) -> None:
    legal = bureau.people["legal"]
    put_in_post(legal, "joint.finance", bureau.section)
    submission = submit("two")
    said = at_once(
        signing(submission, legal, "joint.two-legal"), signing(submission, legal, "joint.two-finance")
    )
    assert sorted(map(len, said)) == [0, 1]
    assert submission.sign_offs.count() == 1


@pytest.mark.defends("edit saved while the last signature is given", by="editor")
def test_an_edit_at_the_moment_of_the_last_signature_is_never_permitted_unsigned(
    bureau: Agency, submit: Submit
) -> None:
    people = bureau.people
    submission = signed(submit("pair"), people["leader"])
    draft = draft_of(submission)
    draft.summary = "同一时刻改的要点"
    before = submission.parts
    said = at_once(
        signing(submission, people["deputy"], "joint.pair"), lambda: save_draft(draft, people["editor"])
    )
    permit = Permit.objects.filter(submission=submission).first()
    if said[0] == []:
        assert permit is not None
        assert permit.parts == before
    else:
        assert permit is None
        assert isinstance(said[0][0], Refusal)
    assert not any(isinstance(each, OperationalError) for each in said)


def test_a_veto_at_the_moment_of_the_last_signature_leaves_nothing_to_release(
    bureau: Agency, submit: Submit
) -> None:
    people = bureau.people
    submission = submit("vetoed")
    desk = submission.steps.get(veto=True).pk
    at_once(
        signing(submission, people["leader"], "joint.sign"),
        lambda: veto(submission.pk, desk, people["discipline"], "不宜公开"),
    )
    assert now(submission).state == "vetoed"
    assert not Permit.objects.filter(submission=submission, revoked_at__isnull=True).exists()
