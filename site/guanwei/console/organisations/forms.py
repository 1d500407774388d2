"""The form of a unit. Its kind is judged by the service, which names the kinds that may be, with their articles."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guanwei.organisations.models import Unit
from guanwei.organisations.queries.kinds import KindChoice


class UnitForm(forms.Form):
    """A new unit below a known one."""

    name = forms.CharField(label=_("名称"), max_length=120)
    short_name = forms.CharField(label=_("简称（可空）"), max_length=60, required=False)
    slug = forms.CharField(label=_("代号（英文）"), max_length=60)
    kind = forms.CharField(label=_("类别"), widget=forms.Select)
    reason = forms.CharField(label=_("依据"), max_length=200)

    def __init__(self, kinds: Iterable[KindChoice], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].widget.choices = [(each.value, each.label) for each in kinds]  # type: ignore[attr-defined]


class ChangeForm(UnitForm):
    """A unit that stands: its code stays, it may be put below another."""

    parent = forms.ModelChoiceField(Unit.objects.none(), label=_("上级"), required=False)
    field_order = ("name", "short_name", "parent", "kind", "reason")

    def __init__(self, kinds: Iterable[KindChoice], units: Iterable[int], *args: Any, **kwargs: Any) -> None:
        super().__init__(kinds, *args, **kwargs)
        del self.fields["slug"]
        above = Unit.objects.filter(pk__in=units, closed_on__isnull=True)
        self.fields["parent"].queryset = above  # type: ignore[attr-defined]
