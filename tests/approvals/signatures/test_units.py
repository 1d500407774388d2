"""Units merged, closed and moved while an item is in review; leaders of two units and of subjects."""

from datetime import timedelta

import pytest
from approvals.signatures.conftest import Submit, Write
from approvals.signatures.editing import edit
from guanwei.approvals.models import Submission
from guanwei.approvals.queries.queue import waiting_for
from guanwei.approvals.services import withdraw
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Appointment, Unit
from guanwei.organisations.services import appoint
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import submit as submit_draft
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei.testing.scenes import LONG_AGO, Agency, County, add_person, add_unit, put_in_post, write_article

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]


@pytest.fixture
def submission(county: County) -> Submission:
    editor = county.water.people["editor"]
    return submitted(write_article(county, county.water, editor), editor)


def close(unit: Unit, county: County) -> None:
    unit.closed_on = clock.today()
    with acting(county.people["administrator"], "机构改革"):
        unit.save()


def test_posts_of_a_closed_unit_sign_no_more_and_the_sentence_says_who_can(
    county: County, submission: Submission
) -> None:
    close(county.water.section, county)
    refusals = try_to_sign(submission, county.water.people["reviewer"])
    assert "目前没有这个职务" in refusals[0].sentence
    assert list(waiting_for(county.water.people["reviewer"], clock.today())) == []


def test_a_signature_given_before_the_unit_closed_stays_and_the_leader_goes_on(
    county: County, submission: Submission
) -> None:
    submission = signed(submission, county.water.people["reviewer"])
    close(county.water.section, county)
    assert signed(submission, county.water.people["leader"]).state == "permitted"


def test_a_closed_unit_submits_nothing(county: County) -> None:
    editor = county.water.people["editor"]
    article = write_article(county, county.water, editor)
    close(county.water.section, county)
    made, refusals = submit_draft(article, editor)
    assert made is None
    assert refusals


def test_a_merged_unit_leaves_the_frozen_steps_and_a_new_try_goes_by_the_new_unit(
    county: County, submission: Submission
) -> None:
    """The people move to the new section; the item is withdrawn, restated and submitted there."""
    people, old = county.water.people, county.water.section
    merged = add_unit("清河县水利局综合科", "water-general", "section", county.water.unit)
    close(old, county)
    for post, role in (("editor", "county.editor"), ("reviewer", "county.reviewer")):
        put_in_post(people[post], role, merged)
    assert try_to_sign(submission, people["reviewer"])
    assert {each.unit_id for each in submission.steps.all()} == {old.pk}
    no_refusals(withdraw(submission.pk, people["editor"], "机构改革，改由综合科报送"))
    put_in_post(people["publisher"], "county.publisher", merged)
    Appointment.objects.get(person=people["leader"]).oversees.add(merged)
    edit(submission, people["editor"], supplier=merged, manager=merged)
    again = submitted(ArticlePage.objects.get(pk=submission.object_id), people["editor"])
    assert {each.unit_id for each in again.steps.all()} == {merged.pk}
    signed(again, people["reviewer"], people["leader"])


def test_a_unit_moved_in_review_keeps_the_frozen_steps(
    county: County, bureau: Agency, submission: Submission
) -> None:
    section = county.water.section
    section.parent = bureau.unit
    with acting(county.people["administrator"], "划转"):
        section.save()
    people = county.water.people
    assert signed(submission, people["reviewer"], people["leader"]).state == "permitted"


def test_a_leader_of_two_units_signs_for_both_and_only_for_them(county: County, bureau: Agency) -> None:
    leader = county.water.people["leader"]
    other = add_unit("清河县水利局执法队", "water-squad", "section", county.water.unit)
    Appointment.objects.get(person=leader).oversees.add(other)
    foreign = submitted(
        write_article(county, county.water, county.water.people["editor"]), county.water.people["editor"]
    )
    foreign = signed(foreign, county.water.people["reviewer"])
    assert [each.submission_id for each in waiting_for(leader, clock.today())] == [foreign.pk]
    stranger = add_person("other-leader", "别局分管领导")
    put_in_post(stranger, "county.leader-in-charge", bureau.unit, [bureau.section])
    assert try_to_sign(foreign, stranger)
    signed(foreign, leader)


def test_the_leader_in_charge_of_the_subject_signs_and_the_other_leader_does_not(
    bureau: Agency, submit: Submit, write: Write
) -> None:
    """The post is the same for both; what each oversees decides."""
    traffic, order = (add_person(f"lead-{name}", f"分管{name}领导") for name in ("交通", "治安"))
    for person, subject in ((traffic, "traffic"), (order, "order")):
        _made, refusals = appoint(
            person, "joint.leader", bureau.unit, LONG_AGO, by=None, subjects=[subject], basis="分工通知"
        )
        no_refusals(refusals)
    submission = submit("subject", extra={"joint.matter": "traffic"})
    step = submission.steps.get(position=0)
    assert step.subject == "traffic"
    assert [list(waiting_for(each, clock.today())) for each in (traffic, order)] == [[step], []]
    refusals = try_to_sign(submission, order)
    assert "分管“交通管理”的局领导" in refusals[0].sentence
    assert signed(submission, traffic).state == "permitted"


@pytest.mark.law("L9")
def test_an_item_whose_subject_nobody_oversees_or_names_is_not_submitted(
    bureau: Agency, write: Write
) -> None:
    editor = bureau.people["editor"]
    for extra, words in (({}, "还没有写明分管事项"), ({"joint.matter": "order"}, "目前没有人担任")):
        made, refusals = submit_draft(write("subject", extra=extra), editor)
        assert made is None
        assert words in refusals[0].sentence


def test_a_leader_whose_term_ended_yesterday_oversees_nothing_today(bureau: Agency, write: Write) -> None:
    person = add_person("lead-past", "前分管领导")
    appoint(
        person,
        "joint.leader",
        bureau.unit,
        LONG_AGO,
        by=None,
        ends_on=clock.today() - timedelta(days=1),
        subjects=["traffic"],
        basis="分工通知",
    )
    made, _refusals = submit_draft(
        write("subject", extra={"joint.matter": "traffic"}), bureau.people["editor"]
    )
    assert made is None
