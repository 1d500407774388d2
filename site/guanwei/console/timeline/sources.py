"""The records that a timeline is read from. Each source is a fixed number of queries at any length."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.api import Duty
from guanwei.approvals.models import Contribution, Permit, Return, SignOff, Submission, SubmissionState
from guanwei.console.review.chain import held_post
from guanwei.console.review.naming import Names, account_of
from guanwei.console.review.readable import part_title
from guanwei.console.timeline.entries import Entry, citations
from guanwei.delivery.models import Attempt, Event
from guanwei.organisations.models import Appointment
from guanwei.organisations.queries.posts import roles_with
from guanwei.organisations.queries.roles import role_label
from guanwei.publishing.models import Release
from guanwei.publishing.models.releases import OVER, ReleaseState

# The editor saves by itself every half second: saves of one person this close are one sitting.
SITTING = timedelta(minutes=2)
# Inner workings of the outbox: in the delivery's own journal, not in the manuscript's story.
QUIET = (Event.PREPARED, Event.DUE, Event.RECEIPT)


@dataclass(frozen=True, slots=True)
class Subject:
    """The manuscript that the timeline is of, and the names of its parts."""

    family: str
    object_id: int
    names: Names

    @property
    def key(self) -> dict[str, Any]:
        return {"family": self.family, "object_id": self.object_id}

    def titles(self, parts: Any) -> tuple[str, ...]:
        return tuple(part_title(part, self.names) for part in sorted(parts))


def subject_of(family: str, object_id: int, submissions: list[Submission]) -> Subject:
    """Names of the accounts that any part was ever written for. Two queries."""
    parts = set(
        Contribution.objects.filter(family=family, object_id=object_id).values_list("part", flat=True)
    )
    keys = {account_of(part) for part in parts | {each for one in submissions for each in one.parts}}
    accounts = Account.objects.in_bulk(keys - {None})
    return Subject(family, object_id, Names(accounts={key: str(each) for key, each in accounts.items()}))


def saves(subject: Subject, between: list[datetime]) -> Iterator[Entry]:
    """Who changed which parts, by sittings. Whatever happened at a moment of ``between`` ends one."""
    rows = list(Contribution.objects.filter(**subject.key).select_related("person").order_by("pk"))
    posts = _writing_posts({each.person_id for each in rows})
    sitting: list[Contribution] = []
    for row in rows:
        if sitting and _ended(sitting[-1], row, between):
            yield _sitting(subject, sitting, posts)
            sitting = []
        sitting.append(row)
    if sitting:
        yield _sitting(subject, sitting, posts)


def _ended(last: Contribution, row: Contribution, between: list[datetime]) -> bool:
    if row.person_id != last.person_id or row.at - last.at > SITTING:
        return True
    return any(last.at <= moment <= row.at for moment in between)


def _sitting(subject: Subject, rows: list[Contribution], posts: list[Appointment]) -> Entry:
    last, first = rows[-1], rows[0]
    born = first.before == "" and first.part == "facts"
    day = last.at.date()
    held = next(
        (
            f"{each.unit}{role_label(each.role)}"
            for each in posts
            if each.person_id == last.person_id
            and each.starts_on <= day
            and (each.ends_on is None or day <= each.ends_on)
        ),
        "",
    )
    return Entry(
        last.at,
        "save",
        _("起草") if born else _("修改"),
        str(last.person or _("系统")),
        held,
        parts=subject.titles({each.part for each in rows}),
    )


def _writing_posts(people: set[int]) -> list[Appointment]:
    """Posts of those who wrote; posts with the duty to write first."""
    writing = set(roles_with(Duty.WRITE))
    found = Appointment.objects.filter(person__in=people - {None}).select_related("unit")
    return sorted(found, key=lambda each: (each.role not in writing, each.pk))


def tries(submissions: list[Submission]) -> Iterator[Entry]:
    """Each submission with its route and trace, and its end where that was nobody's signature."""
    for each in submissions:
        yield Entry(
            each.submitted_at,
            "submit",
            _("送审：%(route)s") % {"route": each.route_label},
            str(each.submitted_by),
            cites=citations(each.cites),
            notes=(
                _("规则包 %(plugin)s %(version)s") % {"plugin": each.plugin, "version": each.plugin_version},
                *(_("检查提示：%(sentence)s") % {"sentence": one["sentence"]} for one in each.findings),
            ),
            snapshot=each.snapshot_id,
            trace=tuple(each.trace),
        )
        if each.closed_at and each.state in (SubmissionState.WITHDRAWN, SubmissionState.LAPSED):
            who = str(each.submitted_by) if each.state == SubmissionState.WITHDRAWN else _("系统")
            yield Entry(each.closed_at, "stop", each.get_state_display(), who, notes=(each.closing_reason,))


def signatures(subject: Subject, submissions: list[Submission]) -> Iterator[Entry]:
    """Who signed what, in which post."""
    rows = SignOff.objects.filter(submission__in=submissions).select_related(
        "person", "appointment__unit", "delegation", "step"
    )
    for each in rows:
        labels = {item["id"]: item["label"] for item in each.step.checklist}
        ticked = [labels.get(key, key) for key, value in each.checklist.items() if value]
        notes = (_("已核对：%(items)s") % {"items": _("、").join(ticked)},) if ticked else ()
        if each.late:
            notes += (_("涉及单位逾期没有答复，代为决定"),)
        if each.unticked:
            notes += (_("未勾选：%(items)s") % {"items": each.unticked},)
        yield Entry(
            each.decided_at,
            "sign",
            _("%(step)s：%(opinion)s") % {"step": each.step.label, "opinion": each.opinion},
            str(each.person),
            held_post(each),
            citations([*each.step.cites, *(each.step.decider_cites if each.late else [])]),
            notes,
            subject.titles(each.parts),
            each.snapshot_id,
        )


def returns(submissions: list[Submission]) -> Iterator[Entry]:
    """Sent back, with the reason."""
    rows = Return.objects.filter(submission__in=submissions).select_related(
        "person", "appointment__unit", "delegation", "step"
    )
    for each in rows:
        yield Entry(
            each.decided_at,
            "return",
            _("%(step)s：退回修改") % {"step": each.step.label},
            str(each.person),
            held_post(each),
            citations(each.step.cites),
            (each.reason,),
            snapshot=each.snapshot_id,
        )


def permits(subject: Subject) -> Iterator[Entry]:
    """Issued and revoked. A revocation by taking down is told by the release."""
    rows = Permit.objects.filter(**subject.key).select_related("revoked_by").defer("parts")
    for each in rows:
        said = (_("内容摘要 %(digest)s") % {"digest": each.digest},)
        yield Entry(
            each.issued_at, "permit", _("签发发布许可"), _("系统"), notes=said, snapshot=each.snapshot_id
        )
        if each.revoked_at:
            yield Entry(
                each.revoked_at,
                "stop",
                _("撤销发布许可"),
                str(each.revoked_by or _("系统")),
                notes=(each.revoked_reason,) if each.revoked_reason else (),
            )


def releases(subject: Subject) -> Iterator[Entry]:
    """The decision, each part's receipt, and the taking down. Three queries."""
    rows = (
        Release.objects.filter(**subject.key)
        .select_related("by", "appointment__unit", "permit")
        .prefetch_related("parts__account")
    )
    for each in rows:
        yield _decision(each)
        for part in each.parts.all():
            if part.state in OVER and part.done_at:
                what = _("%(account)s已公开") % {"account": part.account} if part.account else _("页面已上线")
                yield Entry(part.done_at, "live", what, _("系统"), address=part.address)
    downs = Release.history.filter(**subject.key, state=ReleaseState.TAKEN_DOWN).select_related(
        "history_user"
    )
    for down in downs.order_by("history_date"):
        who = str(down.history_user or _("系统"))
        yield Entry(down.history_date, "stop", _("撤下"), who, notes=(down.reason,))


def _decision(each: Release) -> Entry:
    post = f"{each.appointment.unit}{role_label(each.appointment.role)}" if each.appointment else ""
    later = each.due_at > each.decided_at
    what = _("决定定时发布") if later else _("决定发布")
    return Entry(
        each.decided_at,
        "release",
        what,
        str(each.by or _("系统")),
        post,
        notes=(_("定于 %(time)s") % {"time": _minute(each.due_at)},) if later else (),
        snapshot=each.permit.snapshot_id,
    )


def _minute(moment: Any) -> str:
    from django.utils import timezone

    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


def deliveries(subject: Subject) -> Iterator[Entry]:
    """What the journals of its deliveries say."""
    rows = (
        Attempt.objects.filter(
            delivery__part__release__family=subject.family,
            delivery__part__release__object_id=subject.object_id,
        )
        .exclude(event__in=QUIET)
        .select_related("person", "delivery__account")
        .defer("delivery__payload")
    )
    for each in rows:
        what = _("%(account)s：%(event)s") % {
            "account": each.delivery.account,
            "event": each.get_event_display(),
        }
        notes = (str(each.detail["reason"]),) if each.detail.get("reason") else ()
        yield Entry(
            each.at,
            "deliver",
            what,
            str(each.person or _("系统")),
            notes=notes,
            address=str(each.detail.get("address", "")),
        )
