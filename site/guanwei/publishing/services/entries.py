"""An entry of a register was changed or closed: what was signed with its former words is signed no longer."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy

from guanwei.api import Field, FieldType
from guanwei.approvals.models import Submission, SubmissionState
from guanwei.approvals.services.closing import STANDING, stop
from guanwei.audit.acting import acting, current
from guanwei.audit.wording import on_record
from guanwei.organisations.queries.tree import agencies
from guanwei.registers.models import Entry
from guanwei.registers.queries import declared, facts_of
from guanwei.registry import catalogue

CHANGED = gettext_lazy("稿件所选的登记条目在送审后有变动或已注销，流程须重新判定；请编辑核对后重新提交。")


def void_signed(entry: Entry) -> None:
    """Submissions that wait for a signature or for their release and name the entry lapse, a permit with them,
    where the entry is closed or says something else by now.

    What is out already, or planned, isn't touched: the gate asks again before it goes live. Part of the entry's
    own transaction. One query where no field chooses from its register.
    """
    found = declared(type(entry))
    fields = _fields(found[0].id) if found else []
    if found is None or not fields:
        return
    said = sorted(facts_of(found[0], entry).items()) if entry.is_open else None
    units = [pk for pk, agency in agencies().items() if agency.pk == entry.organisation_id]
    theirs = Q(manager__in=units) | Q(supplier__in=units)
    on_their_way = Submission.objects.filter(theirs, state__in=STANDING)
    for key, facts in on_their_way.values_list("pk", "facts"):
        if _names_former(facts, fields, entry.pk, said):
            _lapse(key)


def _fields(register: str) -> list[Field]:
    return [each for each in catalogue().fields if each.type is FieldType.ENTRY and each.register == register]


def _names_former(facts: dict, fields: list[Field], key: int, said: list[tuple[str, str]] | None) -> bool:
    """Whether the facts as they were submitted name the entry and tell other things of it."""
    stated, told = dict(facts["fields"]), dict(facts.get("entries", ()))
    return any(
        stated.get(each.id) == str(key)
        and (said is None or [tuple(pair) for pair in told.get(each.id, ())] != said)
        for each in fields
    )


def _lapse(key: int) -> None:
    reason = on_record(CHANGED)
    with transaction.atomic(), acting(current().person, reason):
        submission = Submission.objects.select_for_update().get(pk=key)
        if submission.state in STANDING:
            stop(submission, SubmissionState.LAPSED, current().person, reason)
