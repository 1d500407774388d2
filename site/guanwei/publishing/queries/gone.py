"""Variants that are out: no push may carry them again."""

from collections.abc import Iterable

from guanwei.publishing.models import ReleasePart
from guanwei.publishing.models.releases import PartState

# Not begun, taken back unsent, waiting for a push, or due: of the last, delivery says at submission whether
# it can still be had.
MAYBE_HERE = frozenset({PartState.WAITING, PartState.HELD, PartState.IN_PUSH, PartState.DUE})
Named = tuple[str, int, str]


def gone(wanted: Iterable[Named]) -> set[Named]:
    """Of ``wanted`` (family, object, variant), those that are out. One query."""
    names = set(wanted)
    rows = ReleasePart.objects.filter(
        release__object_id__in={object_id for _family, object_id, _variant in names},
        variant__in={variant for _family, _object_id, variant in names},
    ).exclude(state__in=MAYBE_HERE)
    return names & set(rows.values_list("release__family", "release__object_id", "variant"))
