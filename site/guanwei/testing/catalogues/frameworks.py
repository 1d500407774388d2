"""What Django, Wagtail and their packages ask a catalogue for: their own English texts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django.conf
from babel.messages.pofile import read_po
from django.apps import apps
from django.utils.translation.trans_real import DjangoTranslation

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


def untranslated_scripts(language: str) -> set[str]:
    """What the admin's own scripts would say in English in ``language``."""
    admin = Path(apps.get_app_config("wagtailadmin").path) / "locale"
    catalogue = DjangoTranslation(language, domain="djangojs", localedirs=[str(admin)])._catalog
    asked = _keys(admin / "en" / "LC_MESSAGES" / "djangojs.po")
    return {key.singular for key in asked if not _holds(catalogue, key)}


def _holds(catalogue: Any, key: Key) -> bool:
    text = f"{key.context}\x04{key.singular}" if key.context else key.singular
    return text in catalogue or (text, 0) in catalogue
