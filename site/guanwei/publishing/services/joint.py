"""联动发布: what one account has published is offered to others, each of which decides by its own course."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.api import Kind, Refusal
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.publishing.models import Post, PostVariant, Release, ReleasePart
from guanwei.publishing.models.releases import PartState
from guanwei.publishing.queries.rights import may_write
from guanwei.publishing.services.error_reports import units_of_release
from guanwei.publishing.services.writing import add_post


def offer_reposts(
    release: Release, accounts: Iterable[Account], by: Person
) -> tuple[list[Post], list[Refusal]]:
    """A repost draft for each of ``accounts``, in the unit that manages it. All or none.

    The draft names what it reposts; nothing of it is signed, and its own unit may change or drop it.
    """
    wanted = list(accounts)
    part = _first_address(release)
    refusals = _refusals(release, part, wanted, by)
    if refusals or part is None:
        return [], refusals
    with transaction.atomic(), acting(by):
        return [_draft(release, part, each, by) for each in wanted], []


def _first_address(release: Release) -> ReleasePart | None:
    """The first post of the release that stands in public, with its account."""
    rows = ReleasePart.objects.filter(release=release, state=PartState.DONE, account__isnull=False)
    return rows.exclude(address="").select_related("account__unit").order_by("pk").first()


def _refusals(
    release: Release, part: ReleasePart | None, accounts: list[Account], by: Person
) -> list[Refusal]:
    supplier, manager = units_of_release(release)
    if not may_write(by, supplier, manager):
        return [Refusal(_("联动由发布单位%(unit)s的采编人员发起。") % {"unit": manager})]
    if part is None:
        return [
            Refusal(_("这篇稿件在账号上还没有公开的地址，不能请其他账号联动；请发布并登记地址之后再发起。"))
        ]
    if not accounts:
        return [Refusal(_("请选择至少一个联动账号。"))]
    own = [each for each in accounts if each.unit_id == manager.pk]
    closed = [each for each in accounts if each.closed_on]
    said = [_("%(account)s是本单位自己的账号，不必联动。") % {"account": each} for each in own]
    said += [_("%(account)s已经注销，不能联动；请另选账号。") % {"account": each} for each in closed]
    return [Refusal(each) for each in said]


def _draft(release: Release, part: ReleasePart, account: Account, by: Person) -> Post:
    source = part.account
    variant = PostVariant(account=account, text=release.title, with_link=True)
    return add_post(
        by,
        [variant],
        title=release.title,
        supplier=account.unit,
        manager=account.unit,
        kind=Kind.REPOST.value,
        source_name=source.name if source else "",
        source_url=part.address,
        original_title=release.title,
    )
