"""Questions of citizens that a person's task is to answer."""

from typing import Any

from django.db.models import QuerySet

from guanwei.api import Duty
from guanwei.organisations.rights.holdings import holdings_of
from guanwei.portal.models import Consultation


def consultations_for(person: Any) -> QuerySet[Consultation]:
    """Those to units in which the person writes or reviews, newest first."""
    held = holdings_of(person)
    units = held.where(Duty.WRITE) | held.where(Duty.REVIEW)
    return Consultation.objects.filter(unit__in=units).select_related("column", "unit")
