"""The articles of a push, read from the permits that they rest on."""

from dataclasses import dataclass
from typing import Any

from guanwei.approvals.models import Permit
from guanwei.publishing.models import Push
from guanwei.publishing.models.pushes import PushItem
from guanwei.publishing.queries.sent import VARIANT


@dataclass(frozen=True, slots=True)
class PushedArticle:
    """An item with its permit; None where no permit has the key. ``place`` counts from 1: 头条."""

    item: PushItem
    place: int
    variant: str
    permit: Permit | None

    @property
    def said(self) -> dict[str, Any]:
        """What the permit's snapshot keeps of the variant; empty where it knows no such variant."""
        content = self.permit.snapshot.content if self.permit is not None else {}
        found: dict[str, Any] = content.get(f"{VARIANT}{self.variant}") or {}
        return found

    @property
    def text(self) -> str:
        return str(self.said.get("text", ""))

    @property
    def digest_text(self) -> str:
        return str(self.said.get("digest", ""))

    @property
    def agrees(self) -> bool:
        """The permit names exactly this variant of this object, in this whole, under this title."""
        permit = self.permit
        return permit is not None and (
            (permit.family, permit.object_id, permit.digest) == self._named
            and permit.parts.get(f"{VARIANT}{self.variant}") == self.item.digest
            and title_of(permit, self.variant) == self.item.title
        )

    @property
    def _named(self) -> tuple[str, int, str]:
        return self.item.family, self.item.object_id, self.item.whole


def title_of(permit: Permit, variant: str) -> str:
    """The title under which the variant goes out: its own, else the manuscript's."""
    content = permit.snapshot.content
    own = str((content.get(f"{VARIANT}{variant}") or {}).get("title", "")).strip()
    return (own or str(permit.snapshot.source.get("title", "")))[:255]


def articles_of(push: Push) -> list[PushedArticle]:
    """The articles in order. One query."""
    items = push.in_order()
    rows = Permit.objects.select_related("snapshot", "submission__supplier")
    permits = rows.in_bulk({each.permit for each in items})
    return [
        PushedArticle(each, place, f"{push.account_id}:{each.number}", permits.get(each.permit))
        for place, each in enumerate(items, 1)
    ]
