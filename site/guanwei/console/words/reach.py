"""Whose word lists a person sees: those that count where one writes, audits or administers."""

from django.db.models import OuterRef, QuerySet, Subquery

from guanwei.api import Duty
from guanwei.organisations.models import Person
from guanwei.organisations.rights.holdings import holdings_of, known_units, line_of
from guanwei.screening.models import Edition, WordList

OVERLOOKING = (Duty.ADMINISTER, Duty.AUDIT)


def lists_for(person: Person) -> QuerySet[WordList]:
    """Lists of the own units and those above; who administers or audits sees those below, too.

    Each with ``edition_number`` and ``word_count`` of its newest edition, None before the first.
    """
    held = holdings_of(person)
    overlooked = {pk for duty in OVERLOOKING for pk in held.where(duty)}
    seen: set[int] = set()
    for pk in known_units(person):
        line = {each.pk for each in line_of(person, pk)}
        if pk in held.where(Duty.WRITE) or line & overlooked:
            seen |= line
    newest = Edition.objects.filter(word_list=OuterRef("pk")).order_by("-number")
    rows = WordList.objects.filter(unit__in=seen).select_related("unit")
    return rows.annotate(
        edition_number=Subquery(newest.values("number")[:1]), word_count=Subquery(newest.values("count")[:1])
    )


def sees_lists(person: Person) -> bool:
    """Whether the screens concern the person at all."""
    held = holdings_of(person)
    return any(held.where(duty) for duty in (Duty.WRITE, *OVERLOOKING))
