"""What Django, Wagtail and their packages ask a catalogue for: their own English texts."""

from collections.abc import Iterator
from pathlib import Path

import django.conf
from babel.messages.pofile import read_po
from django.apps import apps

from guanwei.testing.catalogues.catalogue import entries
from guanwei.testing.catalogues.extracting import Key
from guanwei.testing.catalogues.sources import ROOT


def framework_texts(domain: str = "django") -> set[Key]:
    """The texts of every installed app that isn't ours, and of Django itself."""
    return {key for path in _catalogues(domain) for key in _keys(path)}


def _catalogues(domain: str) -> Iterator[Path]:
    folders = [Path(django.conf.__file__).parent, *(Path(each.path) for each in apps.get_app_configs())]
    for folder in folders:
        path = folder / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
        if path.exists() and not folder.is_relative_to(ROOT / "site"):
            yield path


def _keys(path: Path) -> set[Key]:
    with path.open("rb") as stream:
        return set(entries(read_po(stream, locale="en")))
