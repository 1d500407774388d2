"""Who may change or take down a manuscript or a page of the site's structure, without a query a row."""

from typing import Any

from guanwei.api import Duty
from guanwei.approvals.governed import governed_of
from guanwei.organisations.rights.holdings import holdings_of, line_of


def may_change(person: Any, manuscript: Any) -> bool:
    """Writers of the supplying and of the managing unit; an administrator's account to mend a draft."""
    if person.is_superuser:
        return bool(person.is_active)
    units = {manuscript.supplier_id, manuscript.manager_id}
    return bool(person.is_active and units & holdings_of(person).where(Duty.WRITE))


def may_withdraw(person: Any, obj: Any) -> bool:
    """Those with the duty in the managing unit or above it: a withdrawal must not wait. By post alone."""
    holding = holdings_of(person).where(Duty.TAKE_DOWN)
    return bool(person.is_active and holding and holding & _above(person, obj))


def may_keep(person: Any, page: Any) -> bool:
    """Whoever keeps the site for the page's unit or above it."""
    if person.is_superuser:
        return bool(person.is_active)
    keeping = holdings_of(person).keeping
    return bool(person.is_active and keeping and keeping & _above(person, page))


def _above(person: Any, obj: Any) -> set[int]:
    manager_id = getattr(obj, "manager_id", None) or getattr(obj, "unit_id", None)
    if manager_id is None:
        governed = governed_of(obj)
        manager_id = governed.units(obj)[1].pk if governed else 0
    return {each.pk for each in line_of(person, manager_id)}
