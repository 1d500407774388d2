"""谁发布谁负责: who supplied, wrote, reviewed and released an item, and who runs and opened the accounts."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from guanwei.api import StepKind
from guanwei.approvals.models import Contribution, SignOff, Submission
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.roles import role_label
from guanwei.organisations.queries.tree import agency_of
from guanwei.publishing.models import Release, ReleasePart


@dataclass(frozen=True, slots=True)
class Answerable:
    """One line of the panel: for what, who, and in which post."""

    what: str
    who: str
    post: str = ""


def answerable_for(release: Release) -> list[Answerable]:
    """The units, then the people in the order in which they acted. Eight queries at any length."""
    submission = release.permit.submission
    if submission is None:
        return []
    found = [
        Answerable(_("供稿单位（对内容真实负责）"), str(submission.supplier)),
        Answerable(_("发布单位（对发布负责）"), str(_publishing_unit(submission))),
    ]
    parts = ReleasePart.objects.filter(release=release, account__isnull=False)
    for part in parts.select_related("account__unit"):
        account = part.account
        opened = _("%(unit)s开设，%(section)s运行") % {
            "unit": agency_of(account.unit),
            "section": account.unit,
        }
        found.append(Answerable(str(account), opened))
    found += _writers(release)
    found += _signers(release)
    by, post = release.by, release.appointment
    who = str(by) if by is not None else _("按流程自动")
    held = f"{post.unit}{role_label(post.role)}" if post is not None else ""
    return [*found, Answerable(_("发布人"), who, held)]


def _publishing_unit(submission: Submission) -> Unit:
    """The unit whose post puts it online: in another unit's column that is whoever leads the column."""
    step = submission.steps.filter(kind=StepKind.RELEASE.value).select_related("unit").first()
    return step.unit if step is not None else submission.manager


def _writers(release: Release) -> list[Answerable]:
    rows = Contribution.objects.filter(
        family=release.family, object_id=release.object_id, person__isnull=False
    ).select_related("person")
    names = dict.fromkeys(str(each.person) for each in rows.order_by("pk"))
    return [Answerable(_("撰写、修改"), _("、").join(names))] if names else []


def _signers(release: Release) -> list[Answerable]:
    rows = SignOff.objects.filter(submission=release.permit.submission, step__kind=StepKind.REVIEW.value)
    last: dict[int, Answerable] = {}
    for each in rows.select_related("person", "appointment__unit", "step").order_by("pk"):
        held = f"{each.appointment.unit}{role_label(each.appointment.role)}"
        last[each.step.position] = Answerable(each.step.label, str(each.person), held)
    return [last[position] for position in sorted(last)]
