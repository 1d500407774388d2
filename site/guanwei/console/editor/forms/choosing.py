"""A choice among objects that are already in memory: no query a field, whatever the number of variants."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import models


class KnownField(forms.TypedChoiceField):
    """Chooses one of ``known`` (objects by id). Its clean value is the object."""

    def __init__(
        self, known: Mapping[int, models.Model], labels: Mapping[int, str] | None = None, **kwargs: Any
    ) -> None:
        self.known = known
        said = labels or {}
        options = [(pk, said.get(pk, str(each))) for pk, each in known.items()]
        super().__init__(
            choices=[("", "---------"), *options],
            coerce=lambda pk: known[int(pk)],
            empty_value=None,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return value.pk if isinstance(value, models.Model) else value

    def clean(self, value: Any) -> Any:
        # A disabled field hands back the row's own key.
        return super().clean(self.prepare_value(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        if self.disabled:
            return False
        return str(self.prepare_value(initial) or "") != str(data or "")
