"""What a timeline tells of emergencies and of a release's turns."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from guanwei.approvals.models import Escalation, Finding, SecondReview, TelephoneCall
from guanwei.approvals.models.emergencies import Remedy
from guanwei.approvals.services.telephone_numbers import masked
from guanwei.console.timeline.entries import Entry, citations
from guanwei.console.timeline.sources import Subject
from guanwei.organisations.queries.roles import role_label
from guanwei.publishing.models import ReleaseTurn
from guanwei.publishing.services.moments import shown


def calls(subject: Subject) -> Iterator[Entry]:
    """Consents by telephone. The number stays masked here for everybody (law L10)."""
    rows = TelephoneCall.objects.filter(
        sign_off__submission__family=subject.family, sign_off__submission__object_id=subject.object_id
    ).select_related("sign_off__person", "sign_off__step", "recorder", "appointment__unit")
    for each in rows:
        said = _("%(person)s在电话里同意“%(step)s”，%(time)s，%(number)s") % {
            "person": each.sign_off.person,
            "step": each.sign_off.step.label,
            "time": shown(each.consented_at),
            "number": masked(each.number),
        }
        post = f"{each.appointment.unit}{role_label(each.appointment.role)}"
        yield Entry(
            each.at,
            "sign",
            _("记录电话同意"),
            str(each.recorder),
            post,
            citations(each.cites),
            (said,),
            subject.titles(each.read_out),
        )


def second_reviews(subject: Subject) -> Iterator[Entry]:
    """Opened, signed, reported as late, remedied, done. Three queries."""
    reviews = SecondReview.objects.filter(**subject.key)
    for each in reviews:
        due = _("应在 %(due)s 前办结") % {"due": shown(each.due_at)}
        yield Entry(
            each.opened_at, "submit", each.label, _("系统"), cites=citations(each.cites), notes=(due,)
        )
        if each.remedy and each.remedy_at:
            yield Entry(
                each.remedy_at, "stop", _("补审内容%(remedy)s") % {"remedy": _remedy(each)}, _("系统")
            )
        if each.closed_at:
            yield Entry(each.closed_at, "sign", _("补审办结"), _("系统"))
    yield from _findings(subject)
    late = Escalation.objects.filter(review__family=subject.family, review__object_id=subject.object_id)
    for one in late.select_related("review"):
        said = _("逾期第 %(days)d 天") % {"days": one.number}
        yield Entry(one.at, "return", _("补审逾期报告"), _("系统"), notes=(said,))


def _remedy(review: SecondReview) -> str:
    return str(Remedy(review.remedy).label)


def _findings(subject: Subject) -> Iterator[Entry]:
    rows = Finding.objects.filter(
        step__review__family=subject.family, step__review__object_id=subject.object_id
    ).select_related("step", "person", "appointment__unit")
    for each in rows:
        what = _("%(step)s：补审同意") if each.approved else _("%(step)s：补审不同意")
        yield Entry(
            each.at,
            "sign" if each.approved else "return",
            what % {"step": each.step.label},
            str(each.person),
            f"{each.appointment.unit}{role_label(each.appointment.role)}",
            citations(each.step.cites),
            (each.opinion,),
            subject.titles(each.parts),
            each.snapshot_id,
        )


def turns(subject: Subject) -> Iterator[Entry]:
    """What was changed about releases after they were decided."""
    rows = ReleaseTurn.objects.filter(
        release__family=subject.family, release__object_id=subject.object_id
    ).select_related("person")
    for each in rows:
        times = tuple(
            _("%(name)s %(time)s") % {"name": name, "time": shown(moment)}
            for name, moment in ((_("原定"), each.before), (_("改定"), each.after))
            if moment is not None
        )
        notes = (*times, *((each.reason,) if each.reason else ()))
        person = str(each.person or _("系统"))
        yield Entry(
            each.at, "release", each.get_turn_display(), person, cites=citations(each.cites), notes=notes
        )
