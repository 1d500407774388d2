"""The directory of official accounts: one place that leads to all of them."""

from dataclasses import dataclass, field

from guanwei.accounts.models import Account
from guanwei.accounts.queries import open_accounts
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.tree import agencies
from guanwei.portal.queries.posts import SentPost, latest_posts_by_unit

POSTS_A_DESK = 5


@dataclass(frozen=True, slots=True)
class UnitDesk:
    """An agency with the open accounts that it or its sections manage, and their newest posts."""

    unit: Unit
    accounts: list[Account] = field(default_factory=list)
    posts: list[SentPost] = field(default_factory=list)


def directory() -> list[UnitDesk]:
    """Every agency that has an open account, in the order of the register. Five queries at any size.

    Citizens know the agency, not the section that keeps its accounts.
    """
    agency_by_unit = agencies()
    posts_by_unit = latest_posts_by_unit(POSTS_A_DESK)
    desks: dict[int, UnitDesk] = {}
    for account in open_accounts().order_by("unit_id", "platform", "pk"):
        agency = agency_by_unit[account.unit_id]
        desk = desks.setdefault(agency.pk, UnitDesk(agency))
        desk.accounts.append(account)
        desk.posts.extend(posts_by_unit.pop(account.unit_id, []))
    for desk in desks.values():
        desk.posts.sort(key=lambda post: post.sent_at, reverse=True)
        del desk.posts[POSTS_A_DESK:]
    return [desks[pk] for pk in sorted(desks)]
