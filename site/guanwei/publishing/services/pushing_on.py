"""网站内容推到账号: a post drafted from a public page, which then takes its own course."""

from django.utils.translation import gettext as _

from guanwei.accounts.models import Account
from guanwei.api import Refusal
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage, Post, PostVariant
from guanwei.publishing.queries.rights import may_write
from guanwei.publishing.services.writing import add_post


def post_from_page(page: ArticlePage, account: Account, by: Person) -> tuple[Post | None, list[Refusal]]:
    """A draft with the page's title, its key points and its address. Nothing of it is signed."""
    if not page.live:
        return None, [Refusal(_("网页还没有公开，推送的链接打不开；请在网页发布之后再推送。"))]
    if account.closed_on:
        return None, [Refusal(_("%(account)s已经注销；请另选账号。") % {"account": account})]
    if not may_write(by, account.unit, account.unit):
        said = _("%(account)s由%(unit)s管理，由该单位的采编人员推送。")
        return None, [Refusal(said % {"account": account, "unit": account.unit})]
    text = page.summary or page.title
    variant = PostVariant(account=account, title=page.title[:64], text=text, with_link=True)
    made = add_post(
        by,
        [variant],
        title=page.title,
        supplier=page.supplier,
        manager=account.unit,
        category=page.category,
        linked_page=page,
    )
    return made, []
