"""What was answered to the findings of an object, and what is still open."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from guanwei.api import Finding, Refusal, Severity
from guanwei.audit import clock
from guanwei.audit.canonical import whole
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.roles import role_label
from guanwei.organisations.queries.seats import AskedPost, Seat, seats_of
from guanwei.screening.findings import Answered
from guanwei.screening.models import Answer, AnswerKind


def answers_to(family: str, object_id: int) -> dict[str, Answer]:
    """The latest answer to each finding, by its key. One query."""
    rows = Answer.objects.filter(family=family, object_id=object_id).select_related("person").order_by("pk")
    return {each.rule: each for each in rows}


def answered(
    findings: Sequence[Finding], family: str, object_id: int | None, parts: Mapping[str, str]
) -> list[Answered]:
    """Each finding with what counts for exactly this text. One query, none where nothing asks for an answer."""
    asking = [each for each in findings if each.severity is not Severity.INFO]
    given = answers_to(family, object_id) if asking and object_id is not None else {}
    digest = whole(dict(parts)) if given else ""
    return [Answered(each, _counting(each, given.get(each.key), digest)) for each in findings]


def _counting(finding: Finding, answer: Answer | None, digest: str) -> Answer | None:
    """A reason is given to what asks for a look; a block is let pass in one text, and by a role that it names."""
    if answer is None or answer.kind == AnswerKind.GONE:
        return None
    if finding.severity is Severity.LOOK:
        return answer if answer.kind == AnswerKind.REASON and not _expired(answer) else None
    let_pass = answer.kind == AnswerKind.CLEARED and answer.digest == digest and finding.cleared_by
    return answer if let_pass else None


def _expired(answer: Answer) -> bool:
    return answer.until is not None and answer.until <= clock.today()


def refusals_of(found: Iterable[Answered], manager: Unit) -> list[Refusal]:
    """What is open, in each rule's words, with who can do what about it. Two queries for each that may be cleared."""
    return [refusal_of(each.finding, manager) for each in found if each.open]


def refusal_of(finding: Finding, manager: Unit) -> Refusal:
    """The sentence against going on with it."""
    return Refusal(
        _where(finding) + finding.sentence + _way_on(finding, manager),
        finding.cites,
        finding.check,
        finding.plugin,
        finding.version,
    )


def _where(finding: Finding) -> str:
    """The words that were found, with the text in which they stand first."""
    if not finding.places or not finding.places[0].words:
        return ""
    first = finding.places[0]
    return _("%(part)s“%(words)s”：") % {"part": first.part, "words": first.words}


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
    return seats_for(finding.cleared_by, manager)


def seats_for(roles: Iterable[str], manager: Unit) -> list[Seat]:
    """Who holds one of the posts today, in the managing unit or overseeing it. Two queries."""
    posts = [AskedPost(role, manager, overseer) for role in roles for overseer in (False, True)]
    return [seat for found in seats_of(posts, clock.today()) for seat in found]
