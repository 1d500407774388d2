"""Letters to those for whom something waits: the right people, in plain words, with a link that works."""

from typing import Any

import pytest
from django.core import mail
from guanwei.approvals.models import Submission
from guanwei.approvals.services import send_back
from guanwei.console.notices import tasks
from guanwei.delivery.models import Delivery
from guanwei.organisations.models import Person
from guanwei.testing import jobs
from guanwei.testing.acts import no_refusals, released, signed, submitted, try_to_sign
from guanwei.testing.scenes import County, write_article


def queued() -> list[tuple[str, list[int]]]:
    return [(path.rpartition(".")[2], args) for path, args in jobs.queued("guanwei.console.notices.")]


def run_all() -> None:
    for name, args in queued():
        getattr(tasks, name).call(*args)


def sent_to() -> list[str]:
    return [address for each in mail.outbox for address in each.to]


def test_the_reviewer_is_told_when_something_waits(
    county: County, people: dict[str, Person], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        submission = submitted(write_article(county, county.water, people["editor"]), people["editor"])
    run_all()
    assert sent_to() == [people["reviewer"].email]
    letter = mail.outbox[0]
    assert letter.subject == "请签署：汛期安全提示"
    assert "附件1" in letter.body
    assert f"http://127.0.0.1:8000/admin/console/sign/{submission.pk}/" in letter.body


def test_who_has_no_address_is_passed_over(submission: Submission, people: dict[str, Person]) -> None:
    Person.objects.filter(pk=people["reviewer"].pk).update(email="")
    tasks.tell_who_may_sign.call(submission.steps.first().pk)
    assert mail.outbox == []


def test_a_step_that_was_signed_meanwhile_sends_nothing(
    submission: Submission, people: dict[str, Person]
) -> None:
    signed(submission, people["reviewer"])
    tasks.tell_who_may_sign.call(submission.steps.get(position=0).pk)
    assert mail.outbox == []


def test_the_submitter_is_told_the_reason(
    submission: Submission, people: dict[str, Person], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        no_refusals(send_back(submission.pk, people["reviewer"], "请核对停水时间。"))
    run_all()
    assert sent_to() == [people["editor"].email]
    assert "请核对停水时间。" in mail.outbox[0].body
    assert mail.outbox[0].subject == "已退回：汛期安全提示"


def test_the_publisher_is_told_of_a_delivery_by_hand(
    submission: Submission, people: dict[str, Person], django_capture_on_commit_callbacks: Any
) -> None:
    permitted = signed(submission, people["reviewer"], people["leader"])
    with django_capture_on_commit_callbacks(execute=True):
        released(permitted, people["publisher"])
    run_all()
    assert sent_to() == [people["publisher"].email]
    assert f"/admin/console/deliveries/{Delivery.objects.get().pk}/" in mail.outbox[0].body


def test_a_mail_server_that_is_down_undoes_nothing(
    submission: Submission,
    people: dict[str, Person],
    settings: Any,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Any,
) -> None:
    settings.EMAIL_BACKEND = "nowhere.to.be.Found"
    with django_capture_on_commit_callbacks(execute=True):
        no_refusals(try_to_sign(submission, people["reviewer"]))
    run_all()
    assert Submission.objects.get(pk=submission.pk).position == 1
    assert "was not sent" in caplog.text


def test_a_queue_that_is_down_undoes_nothing(
    submission: Submission,
    people: dict[str, Person],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Any,
) -> None:
    class Broken:
        def enqueue(self, _key: int) -> None:
            raise RuntimeError("no queue")

    monkeypatch.setattr(tasks, "tell_who_may_sign", Broken())
    with django_capture_on_commit_callbacks(execute=True):
        no_refusals(try_to_sign(submission, people["reviewer"]))
    assert Submission.objects.get(pk=submission.pk).position == 1
    assert "no queue" in caplog.text
