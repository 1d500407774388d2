"""What can be asked of accounts."""

from django.db.models import QuerySet

from guanwei.accounts.models import Account
from guanwei.api import Channel, Limits
from guanwei.organisations.models import Unit
from guanwei.registry import catalogue


def open_accounts() -> QuerySet[Account]:
    """Accounts that are not closed, with their unit."""
    return Account.objects.filter(closed_on__isnull=True).select_related("unit")


def accounts_of(unit: Unit) -> QuerySet[Account]:
    """Open accounts that the unit manages."""
    return open_accounts().filter(unit=unit)


def channel_of(account: Account) -> Channel | None:
    """The declared way out, or None where its plugin is gone."""
    return catalogue().channel(account.channel)


def limits_of(account: Account) -> Limits:
    """The channel's limits; without a channel nothing is known."""
    channel = channel_of(account)
    return channel.limits if channel else Limits()


def text_limit_of(account: Account) -> int:
    """How many characters of text its channel takes well, 0 where none is known."""
    limits = limits_of(account)
    return limits.text_warn or limits.text_chars or 0
