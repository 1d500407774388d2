"""Any two snapshots of one manuscript, part by part."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from guanwei.audit.models import Snapshot
from guanwei.console.review.changes import PartChange, changes
from guanwei.console.review.naming import names_for
from guanwei.publishing.models import Picture


@dataclass(frozen=True, slots=True)
class Shown:
    """A file by its bytes, under the title that was signed with it. ``image`` is None for an attachment, and
    where the file is gone.
    """

    sha256: str
    title: str
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
        changes(before.content, after.content, names), _shown(before, found), _shown(after, found)
    )


def _shown(side: Snapshot, found: dict[str, Picture]) -> list[Shown]:
    titles = _titles(side.content)
    return [Shown(each, _called(each, titles, found), found.get(each)) for each in side.files]


def _called(sha256: str, titles: dict[str, list[str]], found: dict[str, Picture]) -> str:
    """As it was signed; a push signs its articles by digest, so its pictures go by the title that they have."""
    if sha256 in titles:
        return _("、").join(titles[sha256])
    return found[sha256].title if sha256 in found else _("没有标题")


def _titles(content: dict[str, Any]) -> dict[str, list[str]]:
    """By hash, what a file was called when it was signed; the same bytes may have several names."""
    named: dict[str, dict[str, None]] = {}
    for part in content.values():
        for each in part.get("files") or ():
            named.setdefault(each["sha256"], {})[each["title"]] = None
    return {sha256: list(titles) for sha256, titles in named.items()}
