"""The second review: opened with the release, on a clock, in person, and on record until it is done."""

from datetime import timedelta

import pytest
from django.db import transaction
from guanwei.approvals.models import Escalation, Finding, SecondReview, Submission
from guanwei.approvals.services.emergency_escalating import escalate_due
from guanwei.approvals.services.emergency_findings import able_afterwards, find
from guanwei.approvals.signals import second_review_escalated
from guanwei.approvals.subjects import draft_of, row_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.console.review.reading import owes_second_review
from guanwei.organisations.models import Person
from guanwei.organisations.services import appoint, delegate, end_appointment
from guanwei.publishing.models import Release, Reservation
from guanwei.publishing.services import record_receipt, release, release_due, save_draft, submit, take_down
from guanwei.testing.acts import no_refusals, released, submitted, try_to_sign
from guanwei.testing.scenes import County, write_article
from storms import alarm, found, overseers, telephoned, went_out

pytestmark = pytest.mark.django_db
HOURS = timedelta(hours=24)
DAY = timedelta(days=1)
WEIBO = "https://weibo.com/1234567890/Abcdef123"


def fresh(review: SecondReview) -> SecondReview:
    return SecondReview.objects.get(pk=review.pk)


def test_the_post_goes_first_with_the_address_of_the_page_kept(
    county: County, people: dict[str, Person]
) -> None:
    review = went_out(county, people)
    release = Release.objects.get()
    page, post = release.parts.get(variant=""), release.parts.exclude(variant="").get()
    assert (post.state, page.state) == ("due", "waiting")
    assert Reservation.objects.get(release=release).lifted_at is None
    assert not row_of("page", review.object_id).live
    record_receipt(post, WEIBO)
    assert row_of("page", review.object_id).live
    assert SecondReview.objects.count() == 1


def test_it_is_opened_with_its_terms_and_the_one_who_was_on_the_telephone(
    county: County, people: dict[str, Person]
) -> None:
    review = went_out(county, people)
    assert (review.due_at - review.opened_at, review.cites[0]["article"]) == (HOURS, "第五条")
    owed = [(each.label, each.person) for each in review.steps.all()]
    assert owed == [("补审", None), ("值班领导签发", people["duty"])]
    assert review.permit.submission == review.submission


def test_other_routes_owe_nothing(county: County, people: dict[str, Person]) -> None:
    article = write_article(county, county.water, people["editor"])
    submission = submitted(article, people["editor"])
    for who in ("reviewer", "leader"):
        no_refusals(try_to_sign(submission, people[who]))
    released(Submission.objects.get(pk=submission.pk), people["publisher"])
    assert not SecondReview.objects.exists()


def test_what_is_timed_owes_nothing_before_it_is_out(county: County, people: dict[str, Person]) -> None:
    submission = alarm(county, people)
    no_refusals(telephoned(submission, people["officer"], people["duty"]))
    due_at = clock.now() + timedelta(hours=1)
    _made, refusals = release(submission.pk, people["publisher"], due_at)
    no_refusals(refusals)
    assert not SecondReview.objects.exists()
    with clock.at(due_at):
        release_due()
    assert SecondReview.objects.get().due_at == due_at + HOURS


def test_a_crash_before_the_opening_leaves_nothing_released(
    county: County, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    submission = alarm(county, people)
    no_refusals(telephoned(submission, people["officer"], people["duty"]))
    monkeypatch.setattr("guanwei.publishing.services.advancing.open_second_review", lambda _one: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        release(submission.pk, people["publisher"])
    assert not Release.objects.exists()
    assert not SecondReview.objects.exists()


@pytest.mark.law("L2")
def test_it_is_done_when_everybody_signed_what_went_out(county: County, people: dict[str, Person]) -> None:
    review = went_out(county, people)
    no_refusals(found(review, people["reviewer"]))
    assert fresh(review).state == "open"
    no_refusals(found(review, people["duty"]))
    assert (fresh(review).state, fresh(review).closed_at is not None) == ("done", True)
    assert {each.person for each in Finding.objects.all()} == {people["reviewer"], people["duty"]}
    assert all(each.parts == review.permit.parts for each in Finding.objects.all())


@pytest.mark.parametrize(
    "who", ["editor", "officer", "publisher", "leader", "administrator", "auditor", "duty"]
)
@pytest.mark.defends("second review: signed by others", by="signer")
def test_others_do_not_sign_it(county: County, people: dict[str, Person], who: str) -> None:
    review = went_out(county, people)
    step = review.steps.get(person=None)
    assert people[who].pk not in {each.person.pk for each in able_afterwards(step)}
    if who != "duty":
        assert found(review, people[who])
    assert not Finding.objects.exists()


@pytest.mark.defends("second review: signed by a delegate", by="signer")
def test_it_is_signed_in_person(county: County, people: dict[str, Person]) -> None:
    review = went_out(county, people)
    _lent, refusals = delegate(
        people["reviewer"].appointments.get(),
        people["publisher"],
        clock.today(),
        clock.today(),
        "授权书",
        by=people["administrator"],
    )
    no_refusals(refusals)
    assert "本人" in found(review, people["publisher"])[0].sentence


def test_who_was_on_the_telephone_vouches_even_after_leaving_the_post(
    county: County, people: dict[str, Person]
) -> None:
    review = went_out(county, people)
    yesterday = clock.today() - DAY
    end_appointment(people["duty"].appointments.get(), yesterday, by=people["administrator"], reason="轮换")
    no_refusals(found(review, people["duty"]))
    assert Finding.objects.get().person == people["duty"]


def test_for_one_whose_account_is_closed_the_leader_of_the_same_subject_vouches(
    county: County, people: dict[str, Person]
) -> None:
    flood, landslide = overseers(county)
    submission = alarm(county, people, category="storm.flood")
    no_refusals(telephoned(submission, people["officer"], flood))
    released(Submission.objects.get(pk=submission.pk), people["publisher"])
    owed = SecondReview.objects.get(submission=submission).steps.get(person=flood)
    flood.is_active = False
    with acting(people["administrator"], "离职"):
        flood.save()
    owed.refresh_from_db()
    assert able_afterwards(owed) == ()
    assert "无人" in find(owed.pk, landslide, owed.review.permit.parts, True)[0].sentence
    appoint(
        people["leader"],
        "storm.duty-leader",
        county.water.unit,
        clock.today(),
        by=None,
        subjects=["storm.flood"],
        basis="分工通知",
    )
    no_refusals(find(owed.pk, people["leader"], owed.review.permit.parts, True))


@pytest.mark.defends("a second review: read by the leader of another subject", by="signer")
def test_the_leader_of_another_subject_has_no_part_in_it(county: County, people: dict[str, Person]) -> None:
    flood, landslide = overseers(county)
    submission = alarm(county, people, category="storm.flood")
    no_refusals(telephoned(submission, people["officer"], flood))
    released(Submission.objects.get(pk=submission.pk), people["publisher"])
    assert owes_second_review(flood, submission)
    assert not owes_second_review(landslide, submission)


def test_other_content_than_went_out_is_not_signed(county: County, people: dict[str, Person]) -> None:
    review = went_out(county, people)
    draft = draft_of("page", review.object_id)
    draft.summary = "事后改过"
    save_draft(draft, people["editor"])
    stale = {**review.permit.parts, "page": "0" * 64}
    assert "不是当时发出" in found(review, people["reviewer"], seen=stale)[0].sentence
    no_refusals(found(review, people["reviewer"]))
    assert Finding.objects.get().parts == review.permit.parts


def test_who_wrote_afterwards_may_still_look_back(county: County, people: dict[str, Person]) -> None:
    review = went_out(county, people)
    draft = draft_of("page", review.object_id)
    draft.summary = "审核员事后补充"
    save_draft(draft, people["reviewer"])
    no_refusals(found(review, people["reviewer"]))


def test_a_no_needs_its_reason_and_waits_for_a_remedy(county: County, people: dict[str, Person]) -> None:
    review = went_out(county, people)
    assert "理由" in found(review, people["reviewer"], False)[0].sentence
    assert "300" in found(review, people["reviewer"], False, "长" * 301)[0].sentence
    no_refusals(found(review, people["reviewer"], False, "水位数字有误"))
    assert fresh(review).state == "refused"
    no_refusals(found(review, people["duty"]))
    assert fresh(review).state == "refused", "all signed, and still something to do"
    no_refusals(take_down(row_of("page", review.object_id), people["leader"], "补审未通过"))
    assert (fresh(review).state, fresh(review).remedy) == ("done", "taken_down")


def test_a_correction_is_a_remedy_too(county: County, people: dict[str, Person]) -> None:
    review = went_out(county, people, variants=False)
    no_refusals(found(review, people["reviewer"], False, "水位数字有误"))
    no_refusals(found(review, people["duty"]))
    draft = draft_of("page", review.object_id)
    draft.summary = "更正水位"
    save_draft(draft, people["editor"])
    newer = submitted(draft, people["editor"])
    no_refusals(try_to_sign(newer, people["duty"]))
    released(Submission.objects.get(pk=newer.pk), people["publisher"])
    assert (fresh(review).state, fresh(review).remedy) == ("done", "corrected")
    assert SecondReview.objects.exclude(pk=review.pk).get().state == "open", "the correction owes its own"


def test_taken_down_meanwhile_it_stays_owed(county: County, people: dict[str, Person]) -> None:
    review = went_out(county, people)
    no_refusals(take_down(row_of("page", review.object_id), people["leader"], "险情解除"))
    assert fresh(review).state == "open"
    with clock.at(review.due_at):
        assert escalate_due() == 1
    no_refusals(found(review, people["reviewer"], False, "数字有误"))
    no_refusals(found(review, people["duty"]))
    assert (fresh(review).state, fresh(review).remedy) == ("done", "taken_down")


def test_it_is_reported_when_due_then_once_a_day_until_done(
    county: County, people: dict[str, Person]
) -> None:
    review = went_out(county, people)
    told: list[int] = []

    def note(escalation: Escalation, **_kwargs: object) -> None:
        told.append(escalation.number)

    second_review_escalated.connect(note)
    with clock.at(review.due_at - timedelta(seconds=1)):
        assert escalate_due() == 0
    for late in (timedelta(), timedelta(hours=23), DAY, DAY, DAY * 9, DAY * 9 + timedelta(hours=1)):
        with clock.at(review.due_at + late):
            escalate_due()
    assert told == [0, 1, 9], "a week without a worker is one report, not seven"
    assert fresh(review).overdue_at == review.due_at
    for who in ("reviewer", "duty"):
        no_refusals(found(review, people[who]))
    with clock.at(review.due_at + DAY * 20):
        assert escalate_due() == 0
    second_review_escalated.disconnect(note)


def test_a_clock_that_ran_ahead_silences_no_day(county: County, people: dict[str, Person]) -> None:
    review = went_out(county, people)
    for late in (DAY * 30, timedelta(), timedelta(), DAY, -DAY, DAY * 30):
        with clock.at(review.due_at + late):
            escalate_due()
    numbers = review.escalations.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [0, 1, 30]


def test_one_review_that_fails_does_not_silence_the_others(
    county: County, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, sound = went_out(county, people), went_out(county, people)
    from guanwei.approvals.services import emergency_escalating

    real = emergency_escalating._escalate
    monkeypatch.setattr(emergency_escalating, "_escalate", lambda pk: real(pk) if pk != broken.pk else 1 / 0)
    with clock.at(sound.due_at):
        assert escalate_due() == 1
    assert sound.escalations.exists()


@pytest.mark.law("L9")
@pytest.mark.parametrize("gone", ["reviewer", "leader"])
def test_where_nobody_could_look_back_or_hear_of_it_nothing_is_submitted(
    county: County, people: dict[str, Person], gone: str
) -> None:
    yesterday = clock.today() - DAY
    end_appointment(people[gone].appointments.get(), yesterday, by=people["administrator"], reason="调离")
    article = write_article(county, county.water, people["editor"], urgency="emergency")
    submission, refusals = submit(article, people["editor"])
    assert submission is None
    assert any("补审" in each.sentence and each.plugin == "storm" for each in refusals)
