"""Every text that the sources hand to gettext."""

import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.extract import extract
from django.utils.translation.template import templatize

from guanwei.testing.catalogues.sources import named, sources

KEYWORDS = {
    name + lazy: places
    for name, places in {
        "_": None,
        "gettext": None,
        "gettext_noop": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }.items()
    for lazy in ("", "_lazy")
}
COMMENT = re.compile(r"\{#.*?#\}")


class Key(NamedTuple):
    """What a catalogue is asked for."""

    context: str | None
    singular: str
    plural: str | None


def extracted() -> dict[Key, list[str]]:
    """Each text with the files that use it."""
    found: dict[Key, list[str]] = {}
    for path in sources():
        for key in of_file(path):
            found.setdefault(key, []).append(named(path))
    return found


def of_file(path: Path) -> list[Key]:
    """The texts of a Python file or a template."""
    source = path.read_text(encoding="utf-8")
    return of_python(source if path.suffix == ".py" else _as_python(source))


def of_python(source: str) -> list[Key]:
    """The texts of Python source."""
    stream = BytesIO(source.encode())
    found = extract("python", stream, KEYWORDS, options={"encoding": "utf-8"})
    return [_key(messages, context) for _line, messages, _comments, context in found]


def of_template(source: str) -> list[Key]:
    """The texts of a Django template."""
    return of_python(_as_python(source))


def _as_python(source: str) -> str:
    # Brackets keep the template's indentation from being read as Python's.
    return f"(\n{templatize(COMMENT.sub('', source))}\n)"


def _key(messages: str | tuple[str, ...], context: str | None) -> Key:
    if isinstance(messages, str):
        return Key(context, messages, None)
    return Key(context, messages[0], messages[1] if len(messages) > 1 else None)
