"""Units concerned confirm the text before the last review; nothing passes while one of them hasn't."""

from typing import Any

import pytest
from approvals.confirmations.scene import BEGIN, FORESTRY, HOUR, ORGAN, ROADS, say, step_of, write
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.module_loading import import_string
from guanwei.approvals.models import Asking, AskingTurn, Permit, SignOff, Submission
from guanwei.approvals.queries.standing import standing
from guanwei.approvals.services import confirm_paper, record_paper, send_back
from guanwei.approvals.services.asking_late import remind_due
from guanwei.approvals.services.moving import move_on
from guanwei.approvals.services.paper_checks import Paper, print_code
from guanwei.approvals.services.proving import NotSigned, prove
from guanwei.approvals.services.signing import write_sign_off
from guanwei.approvals.subjects import draft_of, reading_of
from guanwei.audit import clock
from guanwei.console.review.chain import chain_of
from guanwei.console.timeline.telling import story
from guanwei.organisations.models import Appointment
from guanwei.organisations.queries.seats import Seat
from guanwei.publishing.services import foresee
from guanwei.testing import jobs
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei.testing.scenes import County, write_post

pytestmark = [pytest.mark.django_db]
People = dict[str, Any]


def asked(county: County, people: People, *concerned: dict[str, str]) -> Submission:
    """Submitted and reviewed: the units' turn has come, at ``BEGIN``."""
    return signed(submitted(write(county, *concerned), people["editor"]), people["reviewer"])


def confirming(submission: Submission) -> list[tuple[str, str]]:
    chain = chain_of(submission, standing(submission))
    return [(each.step.label, each.confirming) for each in chain if each.step.confirms]


def test_the_leader_waits_until_every_unit_has_confirmed(county: County, people: People) -> None:
    submission = asked(county, people, FORESTRY, ROADS)
    assert try_to_sign(submission, people["leader"], at="county.sign")
    signed(submission, people["forestry"])
    (refusal, *_rest) = try_to_sign(submission, people["leader"], at="county.sign")
    assert "清河县公路局" in refusal.sentence
    assert confirming(submission) == [
        ("会商确认：清河县林业局", "已确认"),
        ("会商确认：清河县公路局", "待确认"),
    ]
    with pytest.raises(NotSigned):
        prove(Submission.objects.get(pk=submission.pk), submission.parts)
    assert signed(submission, people["roads"], people["leader"]).state == "permitted"


def test_a_unit_speaks_for_itself_alone(county: County, people: People) -> None:
    submission = asked(county, people, FORESTRY)
    for somebody in ("roads", "speaker", "principal", "editor", "leader"):
        assert try_to_sign(submission, people[somebody]), somebody
    assert not submission.sign_offs.filter(step__confirms=True).exists()


def test_an_objection_sends_it_back_with_its_reason(county: County, people: People) -> None:
    submission = asked(county, people, FORESTRY, ROADS)
    no_refusals(send_back(submission.pk, people["roads"], "绕行路线有误"))
    submission.refresh_from_db()
    assert (submission.state, submission.closing_reason) == ("returned", "绕行路线有误")
    assert confirming(submission)[1] == ("会商确认：清河县公路局", "已提出异议")
    with clock.at(BEGIN + 30 * HOUR):
        assert remind_due() == 0


def test_an_edit_voids_a_confirmation_and_the_unit_has_its_whole_time_again(
    county: County, people: People
) -> None:
    submission = signed(asked(county, people, FORESTRY, ROADS), people["forestry"])
    with clock.at(BEGIN + 10 * HOUR):
        say(submission, people["editor"], "今晚停水两小时。")
        assert confirming(Submission.objects.get(pk=submission.pk))[0][1] == "待确认"
        assert try_to_sign(submission, people["forestry"])
        submission = signed(submission, people["reviewer"], people["forestry"])
        due = Asking.objects.filter(step=step_of(submission, "forestry")).order_by("pk").last().due_at
        assert due == BEGIN + 34 * HOUR
        assert submission.state == "open"


@pytest.mark.parametrize("concerned", [FORESTRY, ORGAN], ids=["inside", "outside"])
def test_when_a_unit_is_late_the_named_post_decides_with_a_reason_and_nobody_before(
    county: County, people: People, client: Client, concerned: dict[str, str]
) -> None:
    submission = asked(county, people, concerned)
    with clock.at(BEGIN + 20 * HOUR - HOUR / 60):
        assert try_to_sign(submission, people["principal"], opinion="防汛急需")
    with clock.at(BEGIN + 20 * HOUR):
        assert try_to_sign(submission, people["leader"], opinion="防汛急需")
        assert "理由" in try_to_sign(submission, people["principal"])[0].sentence
        no_refusals(try_to_sign(submission, people["principal"], opinion="防汛急需，先行发布"))
        sign_off = SignOff.objects.get(step__confirms=True)
        assert (sign_off.late, sign_off.person) == (True, people["principal"])
        assert confirming(submission)[0][1] == "逾期代为决定"
        told = [each for each in story("post", submission.object_id, [submission]) if "防汛急需" in each.what]
        assert told[0].notes == ("涉及单位逾期没有答复，代为决定",)
        assert [each.article for each in told[0].cites] == ["第三条", "第四条"]
        client.force_login(people["auditor"])
        page = client.get(reverse("review:sign", args=[submission.pk])).content.decode()
        assert "逾期代为决定" in page
        assert "水利局局长" in page
        assert signed(submission, people["leader"]).state == "permitted"


def test_nothing_goes_on_by_itself_however_late_it_is(county: County, people: People) -> None:
    submission = asked(county, people, FORESTRY)
    with clock.at(BEGIN + 1000 * HOUR):
        remind_due()
        assert try_to_sign(submission, people["leader"], at="county.sign")
        assert not Permit.objects.filter(submission=submission).exists()
        assert signed(submission, people["forestry"], people["leader"]).state == "permitted"


def test_a_signature_in_a_units_place_that_came_too_early_gives_no_permit(
    county: County, people: People
) -> None:
    submission, principal = asked(county, people, FORESTRY), people["principal"]
    step, reading = step_of(submission, "forestry"), reading_of(draft_of("post", submission.object_id))
    seat = Seat(principal, Appointment.objects.get(person=principal))
    with clock.at(BEGIN + HOUR):
        write_sign_off(submission, step, seat, reading, standing(submission), "决定", {}, late=True)
        move_on(submission, principal)
        with pytest.raises(NotSigned, match="too early"):
            try_to_sign(submission, people["leader"])


def test_the_unit_is_reminded_once_and_the_decider_told_once(
    county: County, people: People, django_capture_on_commit_callbacks: Any
) -> None:
    submission = asked(county, people, FORESTRY)
    sent, known = {}, 0
    for hours in (15, 16, 17, 20, 21, 40):
        with clock.at(BEGIN + hours * HOUR), django_capture_on_commit_callbacks(execute=True):
            mail.outbox.clear()
            remind_due()
            remind_due()
        letters = jobs.queued("guanwei.console.notices.")
        with clock.at(BEGIN + hours * HOUR):
            for path, arguments in letters[known:]:
                import_string(path).call(*arguments)
        known = len(letters)
        sent[hours] = [(each.to[0], each.subject) for each in mail.outbox]
    assert sent == {
        15: [],
        16: [("forestry-speaker@example.test", "请尽快答复：停水通知")],
        17: [],
        20: [("water-principal@example.test", "请决定：停水通知")],
        21: [],
        40: [],
    }
    assert sorted(AskingTurn.objects.values_list("kind", flat=True)) == ["escalated", "reminded"]
    assert submission.state == "open"


def test_the_deadline_shows_its_working_in_the_chain_and_on_the_screen(
    county: County, people: People, client: Client
) -> None:
    submission = asked(county, people, FORESTRY)
    client.force_login(people["forestry"])
    page = client.get(reverse("review:sign", args=[submission.pk])).content.decode()
    assert "2026-06-01 09:00 起征求，加 24 小时，应在 2026-06-02 09:00 前答复" in page
    assert "到期前 4 小时（2026-06-02 05:00）起仍未答复的，由清河县水利局局主要领导决定" in page
    assert "提出异议" in page
    queue = client.get(reverse("review:queue")).content.decode()
    assert "还有 24 小时（2026-06-02 09:00）" in queue


def test_the_decider_finds_it_in_the_queue_when_it_is_late_and_not_before(
    county: County, people: People, client: Client
) -> None:
    asked(county, people, FORESTRY)
    client.force_login(people["principal"])
    assert "停水通知" not in client.get(reverse("review:queue")).content.decode()
    with clock.at(BEGIN + 20 * HOUR):
        client.force_login(people["principal"])
        assert "逾期决定" in client.get(reverse("review:queue")).content.decode()


def test_an_organ_outside_answers_on_paper_and_nobody_here_speaks_for_it(
    county: County, people: People
) -> None:
    submission = asked(county, people, ORGAN)
    assert try_to_sign(submission, people["speaker"])
    step = step_of(submission, "省水文中心")
    said = Paper("周主任", BEGIN.date(), "水文函〔2026〕3号", print_code(submission.parts), "ab" * 32)
    no_refusals(record_paper(submission.pk, step.pk, people["clerk"], submission.parts, said))
    no_refusals(confirm_paper(submission.pk, step.pk, people["keeper"], submission.parts))
    assert confirming(submission) == [("会商确认：省水文中心", "已确认")]
    assert signed(submission, people["leader"]).state == "permitted"


def test_who_decides_late_must_be_somebody_before_it_is_submitted(county: County, people: People) -> None:
    post = write(county, FORESTRY)
    assert foresee(post, people["editor"]).refusals == ()
    held = Appointment.objects.get(person=people["principal"])
    held.ends_on = BEGIN.date().replace(year=2025)
    held.save()
    assert "逾期不答复时由" in str(foresee(post, people["editor"]).refusals[0])


def test_what_comes_first_comes_first_in_every_queue(county: County, people: People, client: Client) -> None:
    editor = people["editor"]
    for title, fields in (("甲", {}), ("乙", {"priority": True}), ("丙", {})):
        submitted(write_post(county.water, editor, title=f"{title}通知", **fields), editor)
    client.force_login(people["reviewer"])
    rows = client.get(reverse("review:queue")).context["rows"]
    assert [(each.title, each.priority) for each in rows] == [
        ("乙通知", True),
        ("甲通知", False),
        ("丙通知", False),
    ]
