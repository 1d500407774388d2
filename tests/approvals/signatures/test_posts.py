"""Posts and delegations as they stand at the moment of signing, and what happens to them afterwards."""

from datetime import date, timedelta

import pytest
from approvals.signatures.editing import edit, now
from guanwei.approvals.models import Submission
from guanwei.approvals.queries.standing import submission_of
from guanwei.approvals.services import withdraw
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Appointment, Delegation, Person
from guanwei.organisations.queries.seats import Seat, seats
from guanwei.organisations.services import delegate, end_appointment, revoke_delegation
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import release
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei.testing.scenes import County, add_person, put_in_post, write_article

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]
DOCUMENT = "授权书〔2026〕1号"


@pytest.fixture
def submission(county: County) -> Submission:
    editor = county.water.people["editor"]
    return submitted(write_article(county, county.water, editor, variants=True), editor)


def held(person: Person, role: str) -> Appointment:
    return Appointment.objects.get(person=person, role=role)


def lend(appointment: Appointment, to: Person, starts: date, ends: date) -> Delegation:
    made, refusals = delegate(appointment, to, starts, ends, DOCUMENT, by=appointment.person)
    no_refusals(refusals)
    assert made is not None
    return made


@pytest.fixture
def deputy() -> Person:
    return add_person("deputy", "代审员")


@pytest.fixture
def post(county: County) -> Appointment:
    return held(county.water.people["reviewer"], "county.reviewer")


@pytest.mark.parametrize(
    ("starts", "ends", "may"),
    [(0, 3, True), (1, 3, False), (-3, -1, False), (-3, 0, True), (0, 0, True)],
)
def test_a_delegate_signs_from_the_first_to_the_last_day(
    submission: Submission, post: Appointment, deputy: Person, starts: int, ends: int, may: bool
) -> None:
    today = clock.today()
    lend(post, deputy, today + timedelta(days=starts), today + timedelta(days=ends))
    assert (try_to_sign(submission, deputy) == []) is may


def test_a_revoked_delegate_signs_no_more_and_the_earlier_signature_stays(
    county: County, submission: Submission, post: Appointment, deputy: Person
) -> None:
    today = clock.today()
    lent = lend(post, deputy, today, today + timedelta(days=3))
    signed(submission, deputy)
    revoke_delegation(lent, today, by=post.person, reason="返岗")
    edit(submission, county.water.people["editor"], summary="改过的要点")
    assert try_to_sign(submission, deputy)
    submission = signed(submission, post.person, county.water.people["leader"])
    assert submission.state == "permitted"
    assert submission.sign_offs.filter(person=deputy).count() == 1


@pytest.mark.defends("delegation passed on by the delegate", by="signer")
def test_a_delegation_is_not_passed_on(submission: Submission, post: Appointment, deputy: Person) -> None:
    today = clock.today()
    lend(post, deputy, today, today + timedelta(days=3))
    third = add_person("third", "再受托人")
    # The delegate holds no post to lend; only the holder's own appointment can be written down.
    assert not Appointment.objects.filter(person=deputy).exists()
    assert try_to_sign(submission, third)
    assert third.pk not in {each.person.pk for each in seats(post.role, post.unit, False, today)}


def test_a_delegation_ends_with_the_post_it_was_lent_from(
    county: County, submission: Submission, post: Appointment, deputy: Person
) -> None:
    today = clock.today()
    lend(post, deputy, today, today + timedelta(days=3))
    end_appointment(post, today - timedelta(days=1), by=county.people["administrator"], reason="轮岗")
    assert try_to_sign(submission, deputy)


def test_the_delegate_of_one_reviewer_is_the_other_reviewer_and_reviews_once(
    county: County, submission: Submission
) -> None:
    """Lent a second post: the person is the same, so one review."""
    people = county.water.people
    today = clock.today()
    lend(held(people["leader"], "county.leader-in-charge"), people["reviewer"], today, today)
    submission = signed(submission, people["reviewer"])
    assert "一人只审一次" in try_to_sign(submission, people["reviewer"])[0].sentence


def test_a_signature_made_in_a_post_that_is_lost_later_stays_good(
    county: County, submission: Submission, post: Appointment
) -> None:
    people = county.water.people
    signed(submission, people["reviewer"])
    end_appointment(post, clock.today() - timedelta(days=1), by=county.people["administrator"], reason="轮岗")
    submission = signed(submission, people["leader"])
    made, refusals = release(submission.pk, people["publisher"])
    no_refusals(refusals)
    assert made is not None


@pytest.mark.defends("release by somebody who lost the post", by="signer")
def test_release_by_somebody_who_lost_the_post_is_refused(county: County, submission: Submission) -> None:
    people = county.water.people
    submission = signed(submission, people["reviewer"], people["leader"])
    publishing = held(people["publisher"], "county.publisher")
    end_appointment(publishing, clock.today() - timedelta(days=1), by=None, reason="轮岗")
    made, refusals = release(submission.pk, people["publisher"])
    assert made is None
    assert "目前没有这个职务" in refusals[0].sentence
    assert now(submission).state == "permitted"


def test_somebody_whose_account_is_closed_neither_signs_nor_stands_in_the_way(
    county: County, submission: Submission, deputy: Person
) -> None:
    reviewer = county.water.people["reviewer"]
    reviewer.is_active = False
    with acting(county.people["administrator"], "离职"):
        reviewer.save()
    refusals = try_to_sign(submission, reviewer)
    assert "无人" in refusals[0].sentence
    put_in_post(deputy, "county.reviewer", county.water.section)
    signed(submission, deputy)


@pytest.mark.defends("a holder who went over to a contractor", by="signer")
def test_somebody_who_went_over_to_a_contractor_decides_no_more(
    county: County, submission: Submission, post: Appointment, deputy: Person
) -> None:
    today = clock.today()
    lend(post, deputy, today, today)
    for person in (county.water.people["reviewer"], deputy):
        person.contractor = True
        with acting(county.people["administrator"], "转为外包"):
            person.save()
        assert try_to_sign(submission, person)
    editor = county.water.people["editor"]
    editor.contractor = True
    with acting(county.people["administrator"], "转为外包"):
        editor.save()
    assert [each.person for each in seats("county.editor", county.water.section, False, today)] == [editor]


def test_a_seat_is_what_stands_on_the_day_it_is_asked_for(county: County, post: Appointment) -> None:
    yesterday = clock.today() - timedelta(days=1)
    end_appointment(post, yesterday, by=None, reason="轮岗")
    assert seats(post.role, post.unit, False, clock.today()) == []
    assert seats(post.role, post.unit, False, yesterday) == [Seat(post.person, post)]


def test_a_clock_that_jumps_back_brings_no_ended_submission_back(
    county: County, submission: Submission
) -> None:
    """What is latest is told by number; a time in the past confuses neither route nor contributors."""
    people = county.water.people
    no_refusals(withdraw(submission.pk, people["editor"], "再改改"))
    with clock.at(clock.now() - timedelta(hours=5)):
        again = submitted(ArticlePage.objects.get(pk=submission.object_id), people["editor"])
        again = signed(again, people["reviewer"], people["leader"])
        assert again.state == "permitted"
        no_refusals(withdraw(again.pk, people["editor"], "再改改"))
    latest = submission_of("page", submission.object_id)
    assert latest is not None
    assert latest.pk == again.pk
