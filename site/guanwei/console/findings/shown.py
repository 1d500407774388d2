"""One finding before one person: what was found, what was answered, what this person may answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from guanwei.api import Refusal, Severity
from guanwei.console.editor.rights import may_edit
from guanwei.console.review.reading import refusals_to_read, submissions_of
from guanwei.organisations.models import Person
from guanwei.publishing.services.answering import Screened
from guanwei.screening.findings import Frozen, frozen
from guanwei.screening.queries import seats_to_clear


@dataclass(frozen=True, slots=True)
class Shown:
    """``may_explain``, ``may_pass``: the answer that is open to the person."""

    said: Frozen
    may_explain: bool
    may_pass: bool


def shown(now: Screened, person: Person) -> list[Shown]:
    """Every finding. Two queries for each that a post may let pass."""
    writes = may_edit(person, now.obj)
    return [
        Shown(
            frozen(each),
            writes and each.finding.severity is Severity.LOOK,
            each.open and person.pk in {seat.person.pk for seat in seats_to_clear(each.finding, now.manager)},
        )
        for each in now.found
    ]


def refusals_to_see(now: Screened, person: Person, rows: Sequence[Shown]) -> list[Refusal]:
    """Writers, those who may let something pass, and whoever has a part in the review."""
    if any(each.may_pass for each in rows) or may_edit(person, now.obj):
        return []
    return refusals_to_read(person, submissions_of(now.family, now.obj.pk))
