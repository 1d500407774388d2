"""For which accounts a person composes pushes: open WeChat accounts of the units in which one writes."""

from guanwei.accounts.models import Account, Platform
from guanwei.accounts.queries import open_accounts
from guanwei.api import Duty
from guanwei.organisations.models import Person
from guanwei.organisations.rights.holdings import holdings_of


def accounts_of(person: Person) -> list[Account]:
    """One query a request at most: the menu and the page share it; none for who writes nowhere."""
    kept: list[Account] | None = getattr(person, "_guanwei_push_accounts", None)
    if kept is None:
        units = holdings_of(person).where(Duty.WRITE)
        rows = open_accounts().filter(platform=Platform.WECHAT, unit__in=units)
        kept = list(rows) if units else []
        person._guanwei_push_accounts = kept  # type: ignore[attr-defined]
    return kept
