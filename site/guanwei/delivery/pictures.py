"""The bytes of the pictures that go out, compared with what was signed before anything leaves (law L1)."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.publishing.models.files import Picture

Entry = dict[str, Any]


class NotPermittedError(Exception):
    """The content may not leave (law L1). ``refusals`` say why, for the person who asked."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__("; ".join(map(str, refusals)))
        self.refusals = refusals


def files_of(message: dict[str, Any]) -> dict[str, bytes]:
    """The bytes of every picture and cover in ``message``, by SHA-256. Raises NotPermittedError."""
    return {entry["sha256"]: content for entry, content in read(list(entries_of(message)))}


def read(entries: list[Entry]) -> list[tuple[Entry, bytes]]:
    """Each entry with its bytes, in one query. Raises NotPermittedError."""
    rows = Picture.objects.in_bulk([entry["picture"] for entry in entries])
    return [(entry, _bytes(rows.get(entry["picture"]), entry)) for entry in entries]


def entries_of(said: Any) -> Iterator[Entry]:
    """Every entry of a picture, however deep: a payload may hold several articles."""
    if isinstance(said, dict) and {"picture", "sha256", "name"} <= said.keys():
        yield said
    elif isinstance(said, dict | list):
        for each in said.values() if isinstance(said, dict) else said:
            yield from entries_of(each)


def _bytes(picture: Picture | None, entry: Entry) -> bytes:
    try:
        if picture is None:
            raise FileNotFoundError
        with picture.file.storage.open(picture.file.name) as file:
            content: bytes = file.read()
    except OSError:
        raise NotPermittedError(
            [Refusal(_("图片 %(name)s 的文件找不到；请系统管理员恢复文件。") % entry)]
        ) from None
    if hashlib.sha256(content).hexdigest() != entry["sha256"]:
        raise NotPermittedError(
            [Refusal(_("图片 %(name)s 的文件与签发时不同；请系统管理员恢复原文件。") % entry)]
        )
    return content
