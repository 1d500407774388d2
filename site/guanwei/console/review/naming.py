"""Names for the keys that a manuscript's parts hold, looked up together: five queries at any length."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page

from guanwei.accounts.models import Account
from guanwei.organisations.models import Unit
from guanwei.publishing.models import Attachment, Picture

Content = dict[str, Any]
VARIANT = "variant:"


@dataclass(frozen=True, slots=True)
class Names:
    """What each key stands for; a key that is gone reads as its number."""

    units: dict[int, str] = field(default_factory=dict)
    accounts: dict[int, str] = field(default_factory=dict)
    pages: dict[int, str] = field(default_factory=dict)
    pictures: dict[int, str] = field(default_factory=dict)
    attachments: dict[int, str] = field(default_factory=dict)

    def of(self, kind: str, key: Any) -> str:
        """The name of ``key`` among ``kind`` (the name of one of the fields here)."""
        if key in (None, ""):
            return ""
        return str(getattr(self, kind).get(int(key), f"#{key}"))


def account_of(part: str) -> int | None:
    """The account that a part is written for; None for facts and page."""
    return int(part.removeprefix(VARIANT).split(":")[0]) if part.startswith(VARIANT) else None


def names_for(contents: Iterable[Content]) -> Names:
    """Names of everything that the parts of ``contents`` refer to."""
    units: set[int] = set()
    accounts: set[int] = set()
    pages: set[int] = set()
    pictures: set[int] = set()
    attachments: set[int] = set()
    for content in contents:
        for part, said in content.items():
            accounts |= {account_of(part)} - {None}  # type: ignore[arg-type]
            units |= _keys(said, "supplier", "manager", "unit")
            pages |= _keys(said, "column", "parent", "root_page", "linked_page")
            pictures |= _keys(said, "cover") | set(_blocks(said, "picture"))
            attachments |= set(_blocks(said, "attachment"))
    return Names(
        _named(Unit.objects.filter(pk__in=units)),
        _named(Account.objects.filter(pk__in=accounts)),
        _named(Page.objects.filter(pk__in=pages)),
        _named(Picture.objects.filter(pk__in=pictures)) if pictures else {},
        _named(Attachment.objects.filter(pk__in=attachments)) if attachments else {},
    )


def _named(rows: Any) -> dict[int, str]:
    return {row.pk: str(row) for row in rows}


def _keys(said: Any, *names: str) -> set[int]:
    return {int(said[name]) for name in names if isinstance(said, dict) and said.get(name)}


def _blocks(said: Any, kind: str) -> list[int]:
    """Keys named by the stream blocks of ``kind``, in body and picture lists."""
    streams = [said.get("body"), said.get("pictures")] if isinstance(said, dict) else []
    found = []
    for block in (each for stream in streams for each in stream or []):
        if block["type"] == kind:
            value = block["value"]
            key = value.get("picture") if isinstance(value, dict) else value
            found += [int(key)] if key else []
    return found
