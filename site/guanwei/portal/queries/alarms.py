"""Columns that lead nowhere: what they link to is gone."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from guanwei.api import Citation
from guanwei.portal.models import ColumnPage
from guanwei.portal.queries.declared import declared_among


@dataclass(frozen=True, slots=True)
class DeadLink:
    """A column in use whose account isn't, and what can be done."""

    column: ColumnPage
    sentence: str
    cites: tuple[Citation, ...]


def dead_links() -> list[DeadLink]:
    """Every live column that should lead to an account and leads nowhere. Three queries."""
    live = ColumnPage.objects.live().filter(closed=False).order_by("path")
    columns = list(live.select_related("unit", "account"))
    declared = declared_among(columns)
    found = []
    for column in columns:
        said = declared.get(column.pk)
        linking = column.account_id is not None or (said is not None and bool(said.column.platform))
        if linking and (why := _why(column)):
            found.append(DeadLink(column, why, said.column.cites if said else ()))
    return found


def _why(column: ColumnPage) -> str:
    account = column.account
    if account is None:
        said = _("栏目“%(title)s”还没有选定链接的账号；请网站管理员在栏目里选定并送审，不再使用的请停用。")
    elif account.closed_on is not None:
        said = _("栏目“%(title)s”链接的账号“%(account)s”已经注销；请网站管理员改选账号，或停用栏目。")
    elif not account.address:
        said = _("栏目“%(title)s”链接的账号“%(account)s”没有主页地址；请账号管理员补登。")
    else:
        return ""
    return said % {"title": column.title, "account": account}
