"""Answer a finding. Who may give a reason, and whether the rule still finds it, is asked by the rooms above."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Finding, Refusal, Severity
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.audit.canonical import whole
from guanwei.organisations.models import Person, Unit
from guanwei.screening.findings import Answered, frozen
from guanwei.screening.models import Answer, AnswerKind
from guanwei.screening.queries import answers_to, refusal_of, seats_to_clear

REASON_CHARS = 500
REASON_DAYS = 90
"""How long a reason counts: what is still there after that is looked at anew."""


def explain_away(
    finding: Finding, family: str, object_id: int, parts: Mapping[str, str], by: Person, reason: str
) -> list[Refusal]:
    """说明理由: why an item goes on although a check asks for a look."""
    refusals = refusals_of_words(reason)
    if refusals or finding.severity is not Severity.LOOK:
        return refusals or [Refusal(_("这项提示不用说明理由。"), finding.cites)]
    _write(finding, AnswerKind.REASON, family, object_id, parts, by, reason)
    return []


def let_pass(
    finding: Finding,
    family: str,
    object_id: int,
    parts: Mapping[str, str],
    manager: Unit,
    by: Person,
    reason: str,
) -> list[Refusal]:
    """放行: by a holder of a post that the check names, for exactly this text."""
    refusals = refusals_of_words(reason)
    if refusals:
        return refusals
    mine = next((each for each in seats_to_clear(finding, manager) if each.person.pk == by.pk), None)
    if mine is None:
        return [refusal_of(finding, manager)]
    posts = {"appointment": mine.appointment, "delegation": mine.delegation}
    _write(finding, AnswerKind.CLEARED, family, object_id, parts, by, reason, **posts)
    return []


def forget_reasons(found: Iterable[Finding], family: str, object_id: int, parts: Mapping[str, str]) -> None:
    """A check that finds nothing any more takes the reason with it: the next time it asks anew."""
    standing = {each.key for each in found}
    for rule, answer in answers_to(family, object_id).items():
        if answer.kind != AnswerKind.GONE and rule not in standing:
            Answer.objects.create(
                family=family,
                object_id=object_id,
                rule=rule,
                kind=AnswerKind.GONE,
                finding=answer.finding,
                digest=whole(dict(parts)),
            )


def refusals_of_words(reason: str) -> list[Refusal]:
    """Why these words are no reason."""
    if not reason.strip():
        return [Refusal(_("请写明理由，每位签署人都会看到。"))]
    if len(reason) > REASON_CHARS:
        return [Refusal(_("理由请控制在%(limit)d字以内。") % {"limit": REASON_CHARS})]
    return []


def _write(
    finding: Finding,
    kind: AnswerKind,
    family: str,
    object_id: int,
    parts: Mapping[str, str],
    by: Person,
    reason: str,
    **posts: object,
) -> None:
    with transaction.atomic(), acting(by, reason.strip()):
        Answer.objects.create(
            family=family,
            object_id=object_id,
            rule=finding.key,
            until=clock.today() + timedelta(days=REASON_DAYS) if kind == AnswerKind.REASON else None,
            kind=kind,
            finding=frozen(Answered(finding)),
            digest=whole(dict(parts)),
            person=by,
            reason=reason.strip(),
            **posts,
        )
