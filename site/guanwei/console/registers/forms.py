"""Small forms of the administrator: appoint, end, delegate, revoke."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guanwei.audit import clock
from guanwei.console.registers.subjects import overseen_subjects, subjects_typed
from guanwei.organisations.models import Appointment, Person, Unit
from guanwei.organisations.queries.posts import appointments_on
from guanwei.registry import catalogue

DAY = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


Choices = list[tuple[str, list[tuple[str, str]]]]


def posts_by_book() -> Choices:
    """Posts under the name of the rule book that declares them; last the seats, which follow from posts.

    A seat can be chosen: the answer says who sits there, by which article, and what to change instead.
    """
    known = catalogue()
    groups = [
        (each.label, [(role.id, role.label) for role in known.of(each.name).roles]) for each in known.plugins
    ]
    seats = [(seat.id, _seated(body.label, seat.label)) for body in known.bodies for seat in body.seats]
    return [group for group in (*groups, (str(_("兼任的席位")), seats)) if group[1]]


def _seated(body: str, seat: str) -> str:
    return gettext("%(body)s：%(seat)s") % {"body": body, "seat": seat}


def _held_in(units: Iterable[int]) -> QuerySet[Appointment]:
    held = appointments_on(clock.today()).filter(unit__in=units)
    return held.select_related("person", "unit").order_by("unit", "role", "pk")


# Enumeration comma, full-width comma and semicolon, by their numbers: they are marks, no words to translate.
SEPARATORS = re.compile("[{},;\n]".format("".join(map(chr, (0x3001, 0xFF0C, 0xFF1B)))))


class TypedSubjects(forms.CharField):
    """Several in one line, written as in the manuscripts."""

    def clean(self, value: Any) -> list[str]:
        said = super().clean(value)
        found = (each.strip() for each in SEPARATORS.split(said))
        return list(dict.fromkeys(each for each in found if each))


class AppointForm(forms.Form):
    """Who holds which post, where, from when, by which document."""

    person = forms.ModelChoiceField(Person.objects.none(), label=_("人员"))
    role = forms.ChoiceField(label=_("职务"))
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("单位"))
    oversees = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label=_("分管单位（领导填）"), required=False
    )
    subjects = forms.MultipleChoiceField(label=_("分管事项（领导填）"), required=False)
    typed_subjects = TypedSubjects(
        label=_("自填的分管事项（领导填，与稿件里所写一致，用顿号隔开）"), max_length=300, required=False
    )
    starts_on = forms.DateField(label=_("起"), **DAY)
    ends_on = forms.DateField(label=_("止（可空）"), required=False, **DAY)
    in_place_of = forms.ModelChoiceField(
        Appointment.objects.none(), label=_("接替（前任止于前一天，可空）"), required=False
    )
    basis = forms.CharField(label=_("任职依据"), max_length=200)
    qualification = forms.CharField(label=_("适任情况（可空）"), max_length=200, required=False)

    def __init__(self, units: dict[int, Unit], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = Unit.objects.filter(pk__in=units, closed_on__isnull=True)
        self.fields["unit"].queryset = mine  # type: ignore[attr-defined]
        self.fields["oversees"].queryset = mine  # type: ignore[attr-defined]
        people = Person.objects.filter(is_active=True).order_by("display_name")
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["role"].choices = [("", "---------"), *posts_by_book()]  # type: ignore[attr-defined]
        self.fields["in_place_of"].queryset = _held_in(units)  # type: ignore[attr-defined]
        self.fields["starts_on"].initial = clock.today
        subjects = overseen_subjects()
        if subjects:
            self.fields["subjects"].choices = subjects  # type: ignore[attr-defined]
        else:
            # No rule looks for a leader by a subject that can be chosen.
            del self.fields["subjects"]
        if not subjects_typed():
            del self.fields["typed_subjects"]


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
        self.fields["appointment"].queryset = _held_in(units)  # type: ignore[attr-defined]
        people = Person.objects.filter(is_active=True).order_by("display_name")
        self.fields["to"].queryset = people  # type: ignore[attr-defined]
