"""分管事项: which subjects rules ask a leader to oversee, and what a post oversees in words."""

from django.utils.translation import gettext as _

from guanwei.api import Whose
from guanwei.approvals.naming import subject_label
from guanwei.organisations.models import Appointment
from guanwei.registry import catalogue

CATEGORY = "category"


def overseen_subjects() -> list[tuple[str, str]]:
    """Ids and names: the categories, or the choices of a field, where a route looks for the leader by them."""
    known, asked = catalogue(), _asked()
    found = {each.id: each.label for each in known.categories} if CATEGORY in asked else {}
    for field in known.fields:
        if field.id in asked:
            found = dict(field.choices) | found
    return list(found.items())


def subjects_typed() -> bool:
    """Whether a route looks for the leader by what editors type: a fact without choices."""
    chosen = {field.id for field in catalogue().fields if field.choices}
    return bool(_asked() - chosen - {CATEGORY})


def _asked() -> set[str]:
    steps = [step for route in catalogue().routes for step in route.steps]
    return {step.subject for step in steps if step.whose is Whose.OVERSEER_OF_SUBJECT}


def overseen_in_words(appointment: Appointment) -> str:
    """Units and subjects of a leader's post, which the caller has prefetched; empty where it has none."""
    names = [*map(str, appointment.oversees.all()), *map(subject_label, appointment.subjects)]
    return _("分管：%(what)s") % {"what": _("、").join(names)} if names else ""
