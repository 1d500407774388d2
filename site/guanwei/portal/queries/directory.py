"""The directory of official accounts (盐池办法第二十三条: one place that leads to all of them)."""

from dataclasses import dataclass, field

from guanwei.accounts.models import Account
from guanwei.accounts.queries import open_accounts
from guanwei.organisations.models import Unit
from guanwei.portal.queries.posts import SentPost, latest_posts_by_unit

POSTS_A_UNIT = 5


@dataclass(frozen=True, slots=True)
class UnitDesk:
    """A unit with its open accounts and its newest posts."""

    unit: Unit
    accounts: list[Account] = field(default_factory=list)
    posts: list[SentPost] = field(default_factory=list)


def directory() -> list[UnitDesk]:
    """Every unit that has an open account. Four queries at any size."""
    posts = latest_posts_by_unit(POSTS_A_UNIT)
    desks: dict[int, UnitDesk] = {}
    for account in open_accounts().order_by("unit_id", "platform", "pk"):
        desk = desks.setdefault(
            account.unit_id, UnitDesk(account.unit, posts=posts.get(account.unit_id, []))
        )
        desk.accounts.append(account)
    return list(desks.values())
