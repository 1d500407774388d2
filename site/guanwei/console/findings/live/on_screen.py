"""What the editor's screen sends: read strictly, since anybody with an account may send anything."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from guanwei.api import Kind

FAMILIES = ("page", "post")
MOST_TEXTS, MOST_CHARS, MOST_FACTS = 60, 200_000, 60
KEY = re.compile(r"title|apology|body:\d{1,3}|variant:\d{1,3}:(?:title|text)")
MOST_ID = 2**63 - 1
Row = TypeVar("Row")


class UnreadableError(Exception):
    """What was sent is no screen; its text is the sentence that says so."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One text as it stands on the screen. ``key`` is the screen's name for it, ``part`` what people call it.

    A variant's says for which account it is, and its number.
    """

    key: str
    part: str
    text: str
    account: int | None
    number: int


@dataclass(frozen=True, slots=True)
class OnScreen:
    """An item as its editor shows it. ``object_id`` is None for one that was never saved.

    ``fields`` are declared facts by the name of their form field.
    """

    family: str
    object_id: int | None
    kind: Kind
    supplier: int | None
    manager: int | None
    source_name: str
    source_url: str
    original_title: str
    fields: tuple[tuple[str, str], ...]
    texts: tuple[Typed, ...]

    @property
    def chars(self) -> int:
        """How much there is to read."""
        return sum(len(each.text) for each in self.texts)


def on_screen(data: bytes) -> OnScreen:
    """The screen in a request's body. Raises ``UnreadableError``."""
    try:
        said = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _junk() from error
    return OnScreen(
        family=_choice(said, "family", FAMILIES),
        object_id=_id(said, "object_id"),
        kind=Kind(_choice(said, "kind", tuple(Kind))),
        supplier=_id(said, "supplier"),
        manager=_id(said, "manager"),
        source_name=_words(said, "source_name", 1000),
        source_url=_words(said, "source_url", 1000),
        original_title=_words(said, "original_title", 1000),
        fields=_fields(_named(said, "fields")),
        texts=_texts(_named(said, "texts")),
    )


def _texts(said: Any) -> tuple[Typed, ...]:
    rows = _list(said, MOST_TEXTS, _typed)
    if len({each.key for each in rows}) < len(rows):
        raise _junk()
    return tuple(rows)


def _typed(said: Any) -> Typed:
    key = _words(said, "key", 100)
    if KEY.fullmatch(key) is None:
        raise _junk()
    number = _id(said, "number")
    return Typed(
        key, _words(said, "part", 200), _words(said, "text", MOST_CHARS), _id(said, "account"), number or 1
    )


def _fields(said: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(said, dict):
        raise _junk()
    return tuple(_list(list(said), MOST_FACTS, lambda name: (name, _words(said, name, 5000))))


def _list(said: Any, most: int, read: Callable[[Any], Row]) -> list[Row]:
    if not isinstance(said, list):
        raise _junk()
    if len(said) > most:
        raise _too_much()
    return [read(each) for each in said]


def _named(said: Any, name: str) -> Any:
    if not isinstance(said, dict) or name not in said:
        raise _junk()
    return said[name]


def _words(said: Any, name: str, most: int) -> str:
    value = _named(said, name)
    if not isinstance(value, str):
        raise _junk()
    if len(value) > most:
        raise _too_much()
    return value


def _choice(said: Any, name: str, choices: tuple[str, ...]) -> str:
    value = _words(said, name, 100)
    if value not in choices:
        raise _junk()
    return value


def _id(said: Any, name: str) -> int | None:
    value = _named(said, name)
    if value is None:
        return None
    if type(value) is not int or not 0 < value <= MOST_ID:
        raise _junk()
    return value


def _junk() -> UnreadableError:
    return UnreadableError(_("检查不了：页面送来的内容读不懂，请刷新页面再试。"))


def _too_much() -> UnreadableError:
    return UnreadableError(_("文字太多，不能边写边查；提交审核时照常检查全文。"))
