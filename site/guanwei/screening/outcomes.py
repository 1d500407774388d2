"""Write down what became of the engine's findings, so that each rule's use can be judged."""

from collections.abc import Iterable

from django.db import transaction

from guanwei.api import Finding, Severity
from guanwei.organisations.models import Unit
from guanwei.screening.models import Became, Outcome


def note_shown(found: Iterable[Finding], family: str, object_id: int, unit: Unit) -> None:
    """A submission was stopped with these before the writer. Each is counted once an object."""
    known = _latest(family, object_id)
    _write([each for each in _counted(found) if each.key not in known], Became.SHOWN, family, object_id, unit)


def note_mended(found: Iterable[Finding], family: str, object_id: int, unit: Unit) -> None:
    """The item was submitted: what was shown before and isn't found any more was worth showing."""
    standing = {each.key for each in found}
    with transaction.atomic():
        for key, last in _latest(family, object_id).items():
            if last.became == Became.SHOWN and key not in standing:
                _one(last.rule, key, Became.MENDED, family, object_id, unit)


def note_dismissed(finding: Finding, family: str, object_id: int, unit: Unit) -> None:
    """Somebody said why it may stay."""
    _write(_counted([finding]), Became.DISMISSED, family, object_id, unit)


def _counted(found: Iterable[Finding]) -> list[Finding]:
    """What was found in texts and asks for something: checks of facts have no use to be judged by."""
    return [each for each in found if each.finds and each.severity is not Severity.INFO]


def _latest(family: str, object_id: int) -> dict[str, Outcome]:
    rows = Outcome.objects.filter(family=family, object_id=object_id).order_by("pk")
    return {each.finding: each for each in rows}


def _write(found: list[Finding], became: Became, family: str, object_id: int, unit: Unit) -> None:
    with transaction.atomic():
        for each in found:
            _one(each.check, each.key, became, family, object_id, unit)


def _one(rule: str, key: str, became: Became, family: str, object_id: int, unit: Unit) -> None:
    Outcome.objects.create(
        unit=unit, family=family, object_id=object_id, rule=rule, finding=key, became=became
    )
