"""会签: steps of a group wait side by side; a quorum is enough; a step may want several holders of one post."""

import pytest
from approvals.signatures.conftest import Submit
from approvals.signatures.editing import edit_variant, now
from django.db import connection
from django.test.utils import CaptureQueriesContext
from guanwei.approvals.models import Permit, Submission
from guanwei.approvals.queries.queue import waiting_for
from guanwei.approvals.services.permits import NotSigned, issue_permit
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Person
from guanwei.organisations.services import end_appointment
from guanwei.publishing.services import submit as submit_draft
from guanwei.testing.acts import signed, try_to_sign
from guanwei.testing.scenes import Agency, put_in_post

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]


def queue_of(person: Person) -> list[str]:
    return [each.step for each in waiting_for(person, clock.today())]


def test_three_posts_sign_side_by_side_in_any_order(bureau: Agency, submit: Submit) -> None:
    people = bureau.people
    submission = submit("all")
    for order in ("safety", "legal", "finance"):
        assert queue_of(people["leader"]) == []
        assert len(queue_of(people[order])) == 1
        submission = signed(submission, people[order])
        assert queue_of(people[order]) == []
    assert queue_of(people["leader"]) == ["joint.sign"]


def test_two_of_three_are_enough_and_the_third_is_no_longer_asked(bureau: Agency, submit: Submit) -> None:
    people = bureau.people
    submission = signed(submit("two"), people["finance"], people["safety"])
    assert queue_of(people["legal"]) == []
    refusals = try_to_sign(submission, people["legal"], at="joint.two-legal")
    assert "按次序" in refusals[0].sentence
    submission = signed(submission, people["leader"])
    assert submission.state == "permitted"


def test_one_of_two_is_not_enough(bureau: Agency, submit: Submit) -> None:
    submission = signed(submit("two"), bureau.people["finance"])
    assert "按次序" in try_to_sign(submission, bureau.people["leader"], at="joint.sign")[0].sentence
    with pytest.raises(NotSigned):
        issue_permit(submission, None)
    assert not Permit.objects.filter(submission=submission).exists()


def test_an_edit_opens_the_group_again_for_the_part_alone(bureau: Agency, submit: Submit) -> None:
    people = bureau.people
    submission = signed(submit("two"), people["finance"], people["safety"])
    part = edit_variant(submission, people["editor"], "改过的微博正文")
    assert queue_of(people["leader"]) == []
    assert [queue_of(people[post]) for post in ("legal", "finance", "safety")] == [
        ["joint.two-legal"],
        ["joint.two-finance"],
        ["joint.two-safety"],
    ]
    signed(submission, people["finance"])
    assert sorted(submission.sign_offs.latest("pk").parts) == [part]
    submission = signed(submission, people["legal"], people["leader"])
    assert submission.state == "permitted"


def test_one_person_in_two_posts_of_a_group_signs_for_one_of_them(bureau: Agency, submit: Submit) -> None:
    people = bureau.people
    put_in_post(people["legal"], "joint.finance", bureau.section)
    submission = signed(submit("two"), people["legal"])
    refusals = try_to_sign(submission, people["legal"], at="joint.two-finance")
    assert "一人只审一次" in refusals[0].sentence
    assert queue_of(people["legal"]) == []


def test_a_second_signature_of_the_same_leader_counts_once_and_leaves_the_desk(
    bureau: Agency, submit: Submit
) -> None:
    people = bureau.people
    submission = submit("pair")
    assert queue_of(people["leader"]) == queue_of(people["deputy"]) == ["joint.pair"]
    submission = signed(submission, people["leader"])
    assert queue_of(people["leader"]) == []
    refusals = try_to_sign(submission, people["leader"])
    assert "一人签署只计一次" in refusals[0].sentence
    assert refusals[0].cites
    assert submission.sign_offs.count() == 1
    assert submission.state == "open"
    with pytest.raises(NotSigned):
        issue_permit(submission, None)
    assert signed(submission, people["deputy"]).state == "permitted"


def test_both_leaders_sign_a_changed_part_again(bureau: Agency, submit: Submit) -> None:
    people = bureau.people
    submission = signed(submit("pair"), people["leader"])
    part = edit_variant(submission, people["editor"], "改过的微博正文")
    submission = signed(submission, people["deputy"])
    assert now(submission).state == "open"
    submission = signed(submission, people["leader"])
    assert submission.state == "permitted"
    assert [sorted(each.parts) for each in submission.sign_offs.order_by("pk")][-1] == [part]


def vacate(role: str) -> None:
    for each in Appointment.objects.filter(role=role):
        end_appointment(each, clock.today().replace(year=2025), by=None, reason="调离")


@pytest.mark.law("L9")
def test_a_vacant_post_stops_a_group_only_when_the_quorum_needs_it(
    bureau: Agency, submit: Submit, write
) -> None:  # type: ignore[no-untyped-def]
    vacate("joint.legal")
    assert submit("two").state == "open"
    made, refusals = submit_draft(write("all"), bureau.people["editor"])
    assert made is None
    assert "法制会签" in refusals[0].sentence
    vacate("joint.finance")
    made, refusals = submit_draft(write("two"), bureau.people["editor"])
    assert made is None
    assert [each.sentence[:6] for each in refusals] == ["“法制会签”", "“财务会签”"]


@pytest.mark.law("L9")
def test_one_leader_is_too_few_for_two_signatures(bureau: Agency, write) -> None:  # type: ignore[no-untyped-def]
    end_appointment(
        Appointment.objects.get(person=bureau.people["deputy"], role="joint.leader"),
        clock.today().replace(year=2025),
        by=None,
        reason="调离",
    )
    made, refusals = submit_draft(write("pair"), bureau.people["editor"])
    assert made is None
    assert "须由2位不同的" in refusals[0].sentence


@pytest.mark.law("L9")
def test_the_same_person_in_every_post_of_a_quorum_is_too_few(bureau: Agency, write) -> None:  # type: ignore[no-untyped-def]
    for role in ("joint.finance", "joint.safety"):
        vacate(role)
        put_in_post(bureau.people["legal"], role, bureau.section)
    made, refusals = submit_draft(write("two"), bureau.people["editor"])
    assert made is None
    assert "不同的人" in refusals[0].sentence


def test_the_queue_costs_the_same_with_groups_at_any_length(bureau: Agency, submit: Submit) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            list(waiting_for(bureau.people["legal"], clock.today()))
        return len(queries)

    submit("two")
    few = asked()
    for _number in range(4):
        signed(submit("all"), bureau.people["safety"])
    assert Submission.objects.count() >= 5
    assert asked() == few
