"""Any two snapshots of one manuscript, part by part."""

from dataclasses import dataclass

from guanwei.audit.models import Snapshot
from guanwei.console.review.changes import PartChange, changes
from guanwei.console.review.naming import names_for
from guanwei.publishing.models import Picture


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture by its bytes; ``image`` is None where the file is gone."""

    sha256: str
    image: Picture | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides: the parts with their changes, and the pictures of each side by hash."""

    parts: list[PartChange]
    before: list[Shown]
    after: list[Shown]


def compared(before: Snapshot, after: Snapshot) -> Comparison:
    """``before`` against ``after``; they must be of one manuscript."""
    names = names_for([before.content, after.content])
    wanted = {*before.files, *after.files}
    found = {each.sha256: each for each in Picture.objects.filter(sha256__in=wanted)} if wanted else {}
    return Comparison(
        changes(before.content, after.content, names),
        [Shown(each, found.get(each)) for each in before.files],
        [Shown(each, found.get(each)) for each in after.files],
    )
