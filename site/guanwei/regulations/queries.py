"""What can be asked of originals: the one that stands, its versions, who may load one."""

from collections.abc import Iterable
from typing import Any

from guanwei.api import Duty
from guanwei.organisations.queries.rules import where_switched_on
from guanwei.organisations.rights.holdings import holdings_of, line_of
from guanwei.regulations.models import Original


def standing_original(book_id: str) -> Original | None:
    """The newest version, with its text. One query."""
    return Original.objects.filter(rule_book=book_id).select_related("by").order_by("-version").first()


def versions_of(book_id: str) -> Iterable[Original]:
    """All versions, newest first, without their text. One query."""
    rows = Original.objects.filter(rule_book=book_id).select_related("by")
    return rows.defer("passages").order_by("-version")


def may_load(person: Any, plugin: str) -> bool:
    """Whether the person administers the rules of a unit at which the plugin was switched on. Three queries."""
    own = holdings_of(person).where(Duty.ADMINISTER)
    if not own:
        return False
    units = where_switched_on(plugin)
    return any(own & {above.pk for above in line_of(person, each.pk)} for each in units)
