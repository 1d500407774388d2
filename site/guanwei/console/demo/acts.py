"""What can become of a manuscript, as words that the demo's texts are written with.

Each is an act of a person through the service that the screens use; a refusal ends the build.
"""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from guanwei.approvals.services import send_back as send_back_service
from guanwei.approvals.services import sign as sign_service
from guanwei.approvals.services import withdraw as withdraw_service
from guanwei.approvals.subjects import parts_of
from guanwei.audit import clock
from guanwei.console.demo.pieces import Act
from guanwei.console.demo.refused import must
from guanwei.console.demo.walking import Walk
from guanwei.delivery.models import Delivery, DeliveryState
from guanwei.delivery.services import hand_over, record_address, send_due
from guanwei.organisations.models import Person
from guanwei.publishing import services as publishing
from guanwei.publishing.forms.services import archive_sheet as archive
from guanwei.publishing.models import PushPlace
from guanwei.publishing.services.answering import give_reason
from guanwei.registry import catalogue

ADDRESSES = {
    "weibo": "https://weibo.com/9900000001/Qinghe{number:05d}",
    "wechat": "https://mp.weixin.qq.com/s/qinghe-demo-{number:05d}",
}


def submit(walk: Walk) -> None:
    """送审, by who wrote it."""
    with walk.after(25):
        walk.submission, refusals = publishing.submit(walk.draft(), walk.editor)
        must(refusals)


def explain(check: str, reason: str) -> Act:
    """说明理由 of what a check finds, by who wrote it."""

    def act(walk: Walk) -> None:
        with walk.after(5):
            draft = walk.draft()
            must(give_reason(draft, check, walk.editor, reason, parts_of(draft)))

    return act


def sign(opinion: str = "", by: str = "") -> Act:
    """Sign the step that waits: by the desk's person for it, or by the user ``by``."""

    def act(walk: Walk) -> None:
        with walk.after(35):
            now = walk.standing()
            step = now.steps.get(position=now.position)
            ticked = {each["id"]: True for each in step.checklist}
            must(sign_service(now.pk, step.pk, _signer(walk, now.position, by), now.parts, opinion, ticked))

    return act


def _signer(walk: Walk, position: int, by: str) -> Person:
    return walk.person(by or (walk.piece.chain or walk.desk.chain)[position])


def send_back(reason: str) -> Act:
    """退回修改, by whose turn it is."""

    def act(walk: Walk) -> None:
        with walk.after(50):
            now = walk.standing()
            must(send_back_service(now.pk, _signer(walk, now.position, ""), reason))

    return act


def withdraw(reason: str) -> Act:
    """撤回送审, by who submitted."""

    def act(walk: Walk) -> None:
        with walk.after(30):
            must(withdraw_service(walk.standing().pk, walk.editor, reason))

    return act


def edit(minutes: int = 40, **changes: Any) -> Act:
    """The editor saves another draft: words, or a fact, which makes a running submission lapse."""

    def act(walk: Walk) -> None:
        with walk.after(minutes):
            draft = walk.draft()
            for name, value in changes.items():
                setattr(draft, name, value)
            publishing.save_draft(draft, walk.editor)

    return act


def release(walk: Walk) -> None:
    """发布, at once, by who holds the release."""
    with walk.after(15):
        walk.release, refusals = publishing.release(walk.standing().pk, walk.publisher)
        must(refusals)


def release_articles(walk: Walk) -> None:
    """发布 of each article of a push: from then on it waits for the push."""
    for place in PushPlace.objects.filter(submission=walk.standing()).order_by("pk"):
        with walk.after(5):
            _made, refusals = publishing.release(place.permit.submission_id, walk.publisher)
            must(refusals)


def release_in(days: int) -> Act:
    """发布, timed: half past eight in the morning, ``days`` from the day on which the demo is made."""

    def act(walk: Walk) -> None:
        day = timezone.localdate() + timedelta(days=days)
        due = timezone.make_aware(datetime.combine(day, time(8, 30)))
        with walk.after(15):
            walk.release, refusals = publishing.release(walk.standing().pk, walk.publisher, due)
            must(refusals)

    return act


def send(walk: Walk) -> None:
    """The worker's round: what goes out by itself goes to the recording server, for real."""
    with walk.after(1):
        send_due()


def send_refused(walk: Walk) -> None:
    """The same, but the platform refuses one post."""
    walk.platform.faults.append("reject")
    send(walk)


def take_package(platform: str = "") -> Act:
    """Somebody takes the package of what waits for a person, and hasn't yet said where it was published."""

    def act(walk: Walk) -> None:
        with walk.after(12):
            for delivery in _waiting(walk, platform):
                must(hand_over(delivery, walk.publisher))

    return act


def record(platform: str = "") -> Act:
    """Publish by hand and bring the address back; only on ``platform`` where one is named."""

    def act(walk: Walk) -> None:
        take_package(platform)(walk)
        with walk.after(18):
            for delivery in _waiting(walk, platform):
                address = ADDRESSES[delivery.account.platform].format(number=delivery.pk)
                must(record_address(delivery, address, walk.publisher))

    return act


def _waiting(walk: Walk, platform: str) -> list[Delivery]:
    found = Delivery.objects.filter(part__release=walk.release, state=DeliveryState.WAITING_PERSON)
    found = found.filter(account__platform=platform) if platform else found
    return list(found.select_related("account"))


def take_down(reason: str, days: int = 3) -> Act:
    """撤下, ``days`` later, by who released it."""

    def act(walk: Walk) -> None:
        with walk.after(days * 24 * 60):
            must(publishing.take_down(walk.draft(), walk.publisher, reason))

    return act


def days_later(days: int) -> Act:
    """Nothing happens for some days, but never so long that the next act would lie in the future."""

    def act(walk: Walk) -> None:
        walk.time = min(walk.time + timedelta(days=days), clock.now() - timedelta(hours=4))

    return act


def archive_sheet(walk: Walk) -> None:
    """归档: the day's official paper of the managing unit, by who wrote the last item."""
    submission = walk.standing()
    form = next(each for each in catalogue().forms if each.route == submission.route)
    with walk.after(30) as now:
        _sheet, refusals = archive(form, submission.manager, timezone.localdate(now), walk.editor)
        must(refusals)
