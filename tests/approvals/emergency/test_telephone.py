"""Consent by telephone: the holder signs, somebody else records the call, and the record says all of it."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import DatabaseError, connection, transaction
from guanwei import registry
from guanwei.approvals.models import NumberLook, SignOff, Submission, TelephoneCall
from guanwei.approvals.services.emergency_calls import consenters
from guanwei.approvals.services.telephone_numbers import look_at_number, masked, spelled
from guanwei.approvals.subjects import draft_of
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.organisations.services import delegate
from guanwei.publishing.services import save_draft
from guanwei.testing.acts import no_refusals, submitted, try_to_sign
from guanwei.testing.scenes import County, add_person, put_in_post, write_article
from storms import NUMBER, alarm, overseers, telephoned

pytestmark = pytest.mark.django_db


@pytest.mark.law("L2")
def test_the_holder_signs_and_the_recorder_stands_beside(county: County, people: dict[str, Person]) -> None:
    submission = alarm(county, people)
    when = clock.now()
    no_refusals(telephoned(submission, people["officer"], people["duty"], when, opinion="同意，先发微博"))
    sign_off = SignOff.objects.get()
    call = sign_off.call
    assert (sign_off.person, call.recorder) == (people["duty"], people["officer"])
    assert (call.number, call.consented_at, call.read_out) == (NUMBER, when, submission.parts)
    assert (sign_off.opinion, sign_off.parts) == ("同意，先发微博", submission.parts)
    assert call.cites[0]["article"] == "第三条"
    assert sign_off.history.get().history_user == people["officer"]
    assert Submission.objects.get(pk=submission.pk).state == "permitted"


@pytest.mark.defends("telephone consent: recorder and consenter in one", by="signer")
def test_nobody_records_their_own_consent(county: County, people: dict[str, Person]) -> None:
    put_in_post(people["duty"], "storm.duty-officer", county.water.section)
    submission = alarm(county, people)
    assert "同一人" in telephoned(submission, people["duty"], people["duty"])[0].sentence
    assert not SignOff.objects.exists()


@pytest.mark.defends("telephone consent: recorded by its author", by="editor")
def test_whoever_wrote_the_item_does_not_record_the_consent(
    county: County, people: dict[str, Person]
) -> None:
    put_in_post(people["editor"], "storm.duty-officer", county.water.section)
    submission = alarm(county, people)
    assert "参与写过" in telephoned(submission, people["editor"], people["duty"])[0].sentence
    assert not SignOff.objects.exists()


@pytest.mark.parametrize("who", ["editor", "reviewer", "publisher", "leader", "administrator", "duty"])
@pytest.mark.defends("telephone consent: recorded without the post", by="administrator")
def test_others_do_not_record_it(county: County, people: dict[str, Person], who: str) -> None:
    submission = alarm(county, people)
    other = add_person("second-duty", "另一位值班领导")
    put_in_post(other, "storm.duty-leader", county.water.unit)
    assert telephoned(submission, people[who], other)
    assert not SignOff.objects.exists()


@pytest.mark.defends("telephone consent: recorded without the post", by="superuser")
def test_a_superuser_does_not_record_it(county: County, people: dict[str, Person]) -> None:
    root = add_person("root", "技术人员", is_superuser=True, is_staff=True)
    assert telephoned(alarm(county, people), root, people["duty"])


@pytest.mark.defends("telephone consent: of somebody without the post", by="signer")
def test_who_does_not_hold_the_post_consents_to_nothing(county: County, people: dict[str, Person]) -> None:
    submission = alarm(county, people)
    for who in ("leader", "reviewer"):
        assert telephoned(submission, people["officer"], people[who])
    appointment = people["duty"].appointments.get()
    lent, refusals = delegate(
        appointment, people["leader"], clock.today(), clock.today(), "授权书", by=people["administrator"]
    )
    no_refusals(refusals)
    assert lent is not None
    assert "本人" in telephoned(submission, people["officer"], people["leader"])[0].sentence
    assert not SignOff.objects.exists()


@pytest.mark.defends("telephone consent: of the leader of another subject", by="signer")
def test_the_leader_of_another_subject_consents_to_nothing(county: County, people: dict[str, Person]) -> None:
    flood, landslide = overseers(county)
    submission = alarm(county, people, category="storm.flood")
    step = submission.steps.get(position=0)
    assert consenters(step) == (flood,)
    for who in (landslide, people["duty"]):
        assert "任职人本人" in telephoned(submission, people["officer"], who)[0].sentence
    assert not SignOff.objects.exists()
    no_refusals(telephoned(submission, people["officer"], flood))
    assert SignOff.objects.get().appointment.subjects == ["storm.flood"]


def test_a_consenter_who_wrote_the_item_is_barred(county: County, people: dict[str, Person]) -> None:
    put_in_post(people["editor"], "storm.duty-leader", county.water.unit)
    assert telephoned(alarm(county, people), people["officer"], people["editor"])
    assert not SignOff.objects.exists()


@pytest.mark.defends("telephone consent: in ordinary times", by="signer")
def test_in_ordinary_times_and_at_other_steps_there_is_none(
    county: County, people: dict[str, Person]
) -> None:
    article = write_article(county, county.water, people["editor"])
    ordinary = submitted(article, people["editor"])
    assert "不接受电话同意" in telephoned(ordinary, people["officer"], people["duty"])[0].sentence
    frozen = alarm(county, people)
    frozen.facts["urgency"] = "ordinary"
    frozen.save()
    assert "突发" in telephoned(frozen, people["officer"], people["duty"])[0].sentence


def test_the_rules_are_asked_before_any_row_is_locked(county: County, people: dict[str, Person]) -> None:
    submission = alarm(county, people)
    draft = draft_of("page", submission.object_id)
    draft.summary = "水位又涨"
    save_draft(draft, people["editor"])
    began, depths = len(connection.savepoint_ids), []
    ask = registry.decide_manuscript

    def noting(*args: Any) -> Any:
        depths.append(len(connection.savepoint_ids))
        return ask(*args)

    with patch("guanwei.registry.decide_manuscript", side_effect=noting):
        no_refusals(telephoned(submission, people["officer"], people["duty"]))
    assert depths == [began]


def test_what_was_not_read_out_is_not_consented_to(county: County, people: dict[str, Person]) -> None:
    submission = alarm(county, people)
    part = frozenset(list(submission.parts)[:1])
    assert "读给" in telephoned(submission, people["officer"], people["duty"], read_out=part)[0].sentence
    stale = {**submission.parts, "page": "0" * 64}
    assert "有改动" in telephoned(submission, people["officer"], people["duty"], seen=stale)[0].sentence
    assert not SignOff.objects.exists()


def test_the_call_was_about_this_text(county: County, people: dict[str, Person]) -> None:
    submission = alarm(county, people)
    before = clock.now() - timedelta(hours=1)
    ahead = clock.now() + timedelta(hours=1)
    assert "之前" in telephoned(submission, people["officer"], people["duty"], before)[0].sentence
    assert "没有到" in telephoned(submission, people["officer"], people["duty"], ahead)[0].sentence
    when = clock.now()
    with clock.at(when + timedelta(minutes=10)):
        draft = draft_of("page", submission.object_id)
        draft.summary = "水位又涨"
        save_draft(draft, people["editor"])
    with clock.at(when + timedelta(minutes=20)):
        assert "重新征求" in telephoned(submission, people["officer"], people["duty"], when)[0].sentence
    refusals = telephoned(submission, people["officer"], people["duty"], consented_at=None)
    assert "通话时间" in refusals[0].sentence


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("139 0001-2345", NUMBER),
        ("".join(chr(ord(each) + 0xFEE0) for each in NUMBER), NUMBER),
        ("(0555)2345678", "05552345678"),
        ("+8613900012345", "+8613900012345"),
        ("", ""),
        ("1234", ""),
        ("打过了", ""),
        ("1" * 400, ""),
        ("139' OR 1=1 --", ""),
    ],
)
def test_numbers_have_one_spelling(typed: str, kept: str) -> None:
    assert spelled(typed) == kept


def test_without_a_number_nothing_is_recorded(county: County, people: dict[str, Person]) -> None:
    assert telephoned(alarm(county, people), people["officer"], people["duty"], number="没记")
    assert not TelephoneCall.objects.exists()


@pytest.mark.law("L10")
def test_each_look_at_the_number_is_logged(county: County, people: dict[str, Person]) -> None:
    no_refusals(telephoned(alarm(county, people), people["officer"], people["duty"]))
    call = TelephoneCall.objects.get()
    assert masked(call.number) == "139****45"
    assert look_at_number(call, people["reviewer"]) == NUMBER
    assert NumberLook.objects.get().person == people["reviewer"]


@pytest.mark.law("L5")
@pytest.mark.defends("telephone record: rewritten in the database", by="database")
def test_the_record_of_a_call_is_written_once(county: County, people: dict[str, Person]) -> None:
    no_refusals(telephoned(alarm(county, people), people["officer"], people["duty"]))
    for statement in (
        "UPDATE approvals_telephonecall SET number = '110'",
        "DELETE FROM approvals_telephonecall",
    ):
        with (
            pytest.raises(DatabaseError, match="sealed"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_the_holder_may_sign_in_person_all_the_same(county: County, people: dict[str, Person]) -> None:
    submission = alarm(county, people)
    no_refusals(try_to_sign(submission, people["duty"]))
    assert telephoned(submission, people["officer"], people["duty"]), "it is signed already"
    assert not TelephoneCall.objects.exists()
