"""A catalogue on the disk: read, checked, written without anything that changes by itself."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from guanwei.testing.catalogues.chinese import is_chinese, placeholders
from guanwei.testing.catalogues.extracting import Key
from guanwei.testing.catalogues.sources import LOCALES

HEADER = r"""msgid ""
msgstr ""
"Language: {locale}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plural};\n"

"""


def place(locale: str, domain: str = "django") -> Path:
    """The file of a catalogue: ``locale`` as gettext writes it (``en``, ``zh_Hans``)."""
    return LOCALES / locale / "LC_MESSAGES" / f"{domain}.po"


def read(path: Path, locale: str) -> Catalog:
    """The catalogue; empty where there is no file."""
    content = path.read_bytes() if path.exists() else b""
    return read_po(BytesIO(content), locale=locale)


def key_of(message: Message) -> Key:
    if isinstance(message.id, str):
        return Key(message.context, message.id, None)
    return Key(message.context, *message.id)


def entries(catalogue: Catalog) -> dict[Key, Message]:
    """The catalogue's messages without its header."""
    return {key_of(message): message for message in catalogue if message.id}


def merged(old: Catalog, keys: Iterable[Key], locale: str) -> Catalog:
    """A catalogue of ``keys`` alone, with the translations that ``old`` has."""
    known = entries(old)
    new = Catalog(locale=locale, fuzzy=False)
    for key in keys:
        text = key.singular if key.plural is None else (key.singular, key.plural)
        before = known.get(key)
        new.add(text, before.string if before else None, context=key.context)
    return new


def write(catalogue: Catalog, path: Path) -> None:
    """Sorted, unwrapped; no dates, places or tools, so that only words make a difference."""
    body = BytesIO()
    write_po(body, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    head = HEADER.format(locale=catalogue.locale_identifier, plural=catalogue.plural_forms.rstrip(";"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + body.getvalue().decode().strip() + "\n", encoding="utf-8")


def is_translated(message: Message) -> bool:
    strings = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    return all(strings) and not message.fuzzy


def faults_in_english(message: Message) -> list[str]:
    """What is wrong with an entry of the English catalogue, in words."""
    if message.fuzzy:
        return ["marked fuzzy"]
    if not is_translated(message):
        return ["not translated"]
    return [fault for original, string in _pairs(message) for fault in _faults(original, string)]


def _pairs(message: Message) -> list[tuple[str, str]]:
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    # "one article" may leave the number out; every later form may not.
    singular, *others = message.string
    return [(singular, singular), *((message.id[1], other) for other in others)]


def _faults(original: str, string: str) -> list[str]:
    found = []
    if is_chinese(string):
        found.append(f"Chinese in the English: {string}")
    if placeholders(original) != placeholders(string):
        found.append(f"blanks differ: {placeholders(original)} and {placeholders(string)}")
    return found
