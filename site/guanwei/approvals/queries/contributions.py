"""Who holds a contribution in the content that would go out now."""

from django.db.models import Min

from guanwei.approvals.models import Contribution, Permit


def released_upto(family: str, object_id: int) -> int:
    """The last contribution that the content last made public may hold; 0 when nothing was.

    A release that was decided but isn't live yet published nothing.
    """
    permit = (
        Permit.objects.filter(family=family, object_id=object_id, went_live_at__isnull=False)
        .order_by("-contributions_upto")
        .first()
    )
    return permit.contributions_upto if permit else 0


def contributors(family: str, object_id: int, after: int) -> set[int]:
    """Ids of the people who changed the content after contribution ``after``."""
    return set(
        Contribution.objects.filter(
            family=family, object_id=object_id, pk__gt=after, person__isnull=False
        ).values_list("person_id", flat=True)
    )


def first_contributions(family: str, object_id: int, after: int) -> dict[int, int]:
    """The same people with the number of the first change that each made. One query."""
    rows = Contribution.objects.filter(family=family, object_id=object_id, pk__gt=after, person__isnull=False)
    return dict(rows.values_list("person_id").annotate(Min("pk")))


def last_contribution(family: str, object_id: int) -> int:
    """The number of the latest contribution; 0 when there is none."""
    last = Contribution.objects.filter(family=family, object_id=object_id).order_by("-pk").first()
    return last.pk if last else 0
