"""Small forms of the administrator: appoint, end, delegate, revoke."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guanwei.audit import clock
from guanwei.console.registers.subjects import overseen_subjects
from guanwei.organisations.models import Person, Unit
from guanwei.organisations.queries.posts import appointments_on
from guanwei.registry import catalogue

DAY = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class AppointForm(forms.Form):
    """Who holds which post, where, from when, by which document."""

    person = forms.ModelChoiceField(Person.objects.none(), label=_("人员"))
    role = forms.ChoiceField(label=_("职务"))
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("单位"))
    oversees = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label=_("分管单位（领导填）"), required=False
    )
    subjects = forms.MultipleChoiceField(label=_("分管事项（领导填）"), required=False)
    starts_on = forms.DateField(label=_("起"), **DAY)
    ends_on = forms.DateField(label=_("止（可空）"), required=False, **DAY)
    basis = forms.CharField(label=_("任职依据"), max_length=200)

    def __init__(self, units: dict[int, Unit], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = Unit.objects.filter(pk__in=units, closed_on__isnull=True)
        self.fields["unit"].queryset = mine  # type: ignore[attr-defined]
        self.fields["oversees"].queryset = mine  # type: ignore[attr-defined]
        people = Person.objects.filter(is_active=True).order_by("display_name")
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["role"].choices = [(each.id, each.label) for each in catalogue().roles]  # type: ignore[attr-defined]
        self.fields["starts_on"].initial = clock.today
        subjects = overseen_subjects()
        if subjects:
            self.fields["subjects"].choices = subjects  # type: ignore[attr-defined]
        else:
            # No rule looks for a leader by a subject.
            del self.fields["subjects"]


class EndForm(forms.Form):
    """The last day of a post, and why."""

    last_day = forms.DateField(label=_("最后一天"), **DAY)
    reason = forms.CharField(label=_("理由"), max_length=200)


class DelegateForm(forms.Form):
    """Who signs for the holder, for how long, by which document."""

    appointment = forms.ModelChoiceField(None, label=_("职务"))
    to = forms.ModelChoiceField(Person.objects.none(), label=_("受托人"))
    starts_on = forms.DateField(label=_("起"), **DAY)
    ends_on = forms.DateField(label=_("止"), **DAY)
    document = forms.CharField(label=_("授权文件（名称、文号）"), max_length=200)

    def __init__(self, units: dict[int, Unit], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = appointments_on(clock.today()).filter(unit__in=units).select_related("person", "unit")
        self.fields["appointment"].queryset = held  # type: ignore[attr-defined]
        people = Person.objects.filter(is_active=True).order_by("display_name")
        self.fields["to"].queryset = people  # type: ignore[attr-defined]
