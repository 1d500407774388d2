"""Forms of the keeper: found a list, load its words, end it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guanwei.api import Dictionary
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.registry import catalogue
from guanwei.screening.models import Finds

DAY = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


def declared_dictionaries() -> dict[str, Dictionary]:
    """Those that the rule books name, by id."""
    known = catalogue()
    return {each.id: each for one in known.plugins for each in known.of(one.name).dictionaries}


class FoundForm(forms.Form):
    """A new list of one of the units that the person administers."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("单位"))
    name = forms.CharField(label=_("名称"), max_length=60)
    dictionary = forms.ChoiceField(label=_("规则书的词表（可空）"), required=False)
    finds = forms.ChoiceField(label=_("内容"), choices=Finds.choices)
    allows = forms.BooleanField(label=_("放行词表"), required=False)
    source = forms.CharField(label=_("来源"), max_length=200)
    in_force_from = forms.DateField(label=_("启用日期"), initial=clock.today, **DAY)

    def __init__(self, units: Iterable[int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_units = Unit.objects.filter(pk__in=units, closed_on__isnull=True)
        self.fields["unit"].queryset = open_units  # type: ignore[attr-defined]
        declared = [(each.id, each.label) for each in declared_dictionaries().values()]
        self.fields["dictionary"].choices = [("", _("本单位自定")), *declared]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """What the words of a declared list are, its rule book says."""
        said = super().clean() or {}
        declared = declared_dictionaries().get(said.get("dictionary", ""))
        if declared is not None:
            said["finds"] = declared.finds.value
        return said


class EndForm(forms.Form):
    """停用."""

    until = forms.DateField(label=_("停用日期"), **DAY)
    reason = forms.CharField(label=_("原因"), max_length=100)
