"""How often a check was right, by what became of its findings; one that cries wolf only informs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q

from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.screening.models import Became, Outcome

PERIOD_DAYS = 90
ENOUGH = 20
"""Decided findings, before which nothing is said about a rule."""
LEAST_PRECISION = 0.2


@dataclass(frozen=True, slots=True)
class Use:
    """How a rule fared at a unit within the period. ``precision`` is None while little was decided."""

    rule: str
    shown: int
    mended: int
    dismissed: int

    @property
    def precision(self) -> float | None:
        decided = self.mended + self.dismissed
        return self.mended / decided if decided >= ENOUGH else None

    @property
    def quiet(self) -> bool:
        """Whether a look of this rule has dropped to information."""
        return self.precision is not None and self.precision < LEAST_PRECISION


def uses_of(units: Iterable[Unit]) -> list[Use]:
    """Each rule's use at the units. One query."""
    since = clock.now() - timedelta(days=PERIOD_DAYS)
    rows = (
        Outcome.objects.filter(unit__in=[each.pk for each in units], at__gte=since)
        .values("rule")
        .annotate(**{each: Count("pk", filter=Q(became=each)) for each in Became.values})
        .order_by("rule")
    )
    return [Use(**row) for row in rows]


def quiet_rules(units: Iterable[Unit]) -> frozenset[str]:
    """Ids of the rules whose looks only inform at these units. One query."""
    return frozenset(each.rule for each in uses_of(units) if each.quiet)
