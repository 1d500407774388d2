"""What was answered to the findings of an object, and what is still open."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from guanwei.api import Finding, Refusal, Severity
from guanwei.audit import clock
from guanwei.audit.canonical import whole
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.roles import role_label
from guanwei.organisations.queries.seats import Seat, seats
from guanwei.screening.findings import Answered
from guanwei.screening.models import Answer, AnswerKind


def answers_to(family: str, object_id: int) -> dict[str, Answer]:
    """The latest answer to each rule. One query."""
    rows = Answer.objects.filter(family=family, object_id=object_id).select_related("person").order_by("pk")
    return {each.rule: each for each in rows}


def answered(
    findings: Sequence[Finding], family: str, object_id: int | None, parts: Mapping[str, str]
) -> list[Answered]:
    """Each finding with what counts for exactly this text. One query, none where nothing asks for an answer."""
    asking = [each for each in findings if each.severity is not Severity.INFO]
    given = answers_to(family, object_id) if asking and object_id is not None else {}
    digest = whole(dict(parts)) if given else ""
    return [Answered(each, _counting(each, given.get(each.check), digest)) for each in findings]


def _counting(finding: Finding, answer: Answer | None, digest: str) -> Answer | None:
    """A reason is given to what asks for a look; a block is let pass in one text, and by a role that it names."""
    if answer is None or answer.kind == AnswerKind.GONE:
        return None
    if finding.severity is Severity.LOOK:
        return answer if answer.kind == AnswerKind.REASON else None
    let_pass = answer.kind == AnswerKind.CLEARED and answer.digest == digest and finding.cleared_by
    return answer if let_pass else None


def refusals_of(found: Iterable[Answered], manager: Unit) -> list[Refusal]:
    """What is open, in each rule's words, with who can do what about it. Two queries for each that may be cleared."""
    return [refusal_of(each.finding, manager) for each in found if each.open]


def refusal_of(finding: Finding, manager: Unit) -> Refusal:
    """The sentence against going on with it."""
    return Refusal(
        finding.sentence + _way_on(finding, manager),
        finding.cites,
        finding.check,
        finding.plugin,
        finding.version,
    )


def _way_on(finding: Finding, manager: Unit) -> str:
    if finding.severity is Severity.LOOK:
        return _("确认无误仍要送审的，请在“检查提示”里说明理由。")
    if not finding.cleared_by:
        return ""
    posts = _("、").join(f"{manager}{role_label(role)}" for role in finding.cleared_by)
    names = _("、").join(dict.fromkeys(str(each.person) for each in seats_to_clear(finding, manager)))
    return _("确需送审的，由%(posts)s在“检查提示”里说明理由后放行；现在可放行的是：%(names)s。") % {
        "posts": posts,
        "names": names or _("无人，请管理员任命"),
    }


def seats_to_clear(finding: Finding, manager: Unit) -> list[Seat]:
    """Everybody who may let it pass today."""
    today = clock.today()
    return [seat for role in finding.cleared_by for seat in seats(role, manager, False, today)]
