"""Notes every text that a screen asked the catalogues for and did not get."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.utils.translation.trans_real import DjangoTranslation

SEPARATOR = "\x04"


@contextmanager
def missing_lookups(language: str, wanted: Callable[[str], bool]) -> Iterator[set[str]]:
    """Texts asked for in ``language`` that pass ``wanted`` and have no translation."""
    missing: set[str] = set()
    asked, asked_plural = DjangoTranslation.gettext, DjangoTranslation.ngettext

    def note(translation: Any, text: str, known: bool) -> None:
        plain = text.rpartition(SEPARATOR)[2]
        if not known and translation.language() == language and wanted(plain):
            missing.add(plain)

    def gettext(self: Any, message: str) -> str:
        note(self, message, message in self._catalog or (message, 0) in self._catalog)
        return asked(self, message)

    def ngettext(self: Any, singular: str, plural: str, number: int) -> str:
        note(self, singular, (singular, 0) in self._catalog)
        return asked_plural(self, singular, plural, number)

    with (
        mock.patch.object(DjangoTranslation, "gettext", gettext),
        mock.patch.object(DjangoTranslation, "ngettext", ngettext),
    ):
        yield missing
