"""What a regulation's columns may not undergo, with the article that prints them."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from guanwei.api import Refusal, Role
from guanwei.audit import clock
from guanwei.organisations.queries.posts import appointments_on
from guanwei.organisations.queries.tree import lineages
from guanwei.portal.models import ColumnPage, DisplayChoices
from guanwei.portal.queries.contributing import closed_to, suppliers_of
from guanwei.portal.queries.declared import Declared, column_at, declared_among, declared_of
from guanwei.portal.queries.printed import owners_of, units_by_name
from guanwei.publishing.models import ArticlePage
from guanwei.registry import catalogue

_CLOSED = gettext_lazy("栏目“%(title)s”已停用，不再收稿；请改放其他栏目。")
_ONLY_LINKS = gettext_lazy("“%(label)s”只链接到政务新媒体账号，不收稿件；请改放其他栏目。")


def stays(page: Page) -> list[Refusal]:
    """Why a declared column is neither deleted nor moved nor taken down."""
    declared = declared_of(page)
    if declared is None:
        return []
    if declared.column.may_close:
        said = _(
            "“%(title)s”是规定设置的栏目，不能删除、移动或撤下；不再使用的，可在栏目里改为停用并送审，记录照留。"
        )
    else:
        said = _("“%(title)s”是规定设置的栏目，不能删除、移动或撤下；确需调整的，请先由制定机关修改规定。")
    return [declared.refusal(said % {"title": declared.page.title})]


def closed_tree_refusals(parent: Page | None) -> list[Refusal]:
    """Why no further column is put below ``parent``: its article counts those that there are."""
    declared = declared_of(parent)
    if declared is None or not declared.column.closed_tree:
        return []
    said = _("“%(title)s”下面的栏目由规定列明，不能增加；稿件请放进已有的栏目。")
    return [declared.refusal(said % {"title": declared.page.title})]


def supply_refusals(parent: Page, person: Any) -> list[Refusal]:
    """Why the person puts no item into the column. Seven queries at most."""
    column = column_at(parent)
    if column is None or column.pk not in closed_to(person):
        return []
    declared = declared_of(column)
    if column.closed or declared is None:
        said = _CLOSED % {"title": column.title}
        return [declared.refusal(said) if declared else Refusal(said)]
    if declared.column.platform:
        return [declared.refusal(_ONLY_LINKS % {"label": declared.column.label})]
    said = _("您任职的单位不是“%(label)s”的责任单位或供稿单位，不能向它投稿；可以投稿的有%(units)s。")
    words = {"label": declared.column.label, "units": suppliers_of(declared).words}
    return [declared.refusal(said % words)]


def column_refusals(draft: ColumnPage) -> list[Refusal]:
    """What stands against the draft of a column. Seven queries at most."""
    declared = declared_of(draft)
    if declared is None:
        return [] if draft.declared else closed_tree_refusals(draft.get_parent())
    found = [refusal for _field, refusal in field_refusals(draft)]
    return [*found, *_out_of_place(declared), *_not_opened(declared)]


def field_refusals(draft: ColumnPage) -> Iterator[tuple[str, Refusal]]:
    """What a declared column says otherwise than its article, by field."""
    declared = declared_of(draft)
    if declared is None:
        return
    column = declared.column
    if draft.title != column.label:
        said = _("规定中这个栏目叫“%(label)s”，名称不能改。")
        yield "title", declared.refusal(said % {"label": column.label})
    if column.display_fixed and draft.display != column.display:
        said = _("规定“%(label)s”%(display)s，显示方式不能改。")
        shown = DisplayChoices(column.display.value).label
        yield "display", declared.refusal(said % {"label": column.label, "display": shown})
    if draft.closed and not column.may_close:
        said = _("规定没有说“%(label)s”可以停用；请继续维护。")
        yield "closed", declared.refusal(said % {"label": column.label})
    owners = owners_of(column, units_by_name(declared.agency)) if column.lead else []
    if column.lead and draft.unit_id not in {each.pk for each in owners}:
        said = _(
            "“%(label)s”只有一个责任单位，规定由%(units)s负责；请改选，或在“规定中的单位”里指明所指单位。"
        )
        names = _("、").join(dict.fromkeys(filter(None, (column.lead, *column.co_owners))))
        yield "unit", declared.refusal(said % {"label": column.label, "units": names})


def _out_of_place(declared: Declared) -> Iterator[Refusal]:
    page, column = declared.page, declared.column
    parent = column_at(page.get_parent())
    if (parent.declared if parent else "") != column.parent:
        said = _("“%(label)s”不在规定的上级栏目下；请系统管理员核对后重新建立。")
        yield declared.refusal(said % {"label": column.label})
    twins = ColumnPage.objects.filter(declared=page.declared).exclude(pk=page.pk).select_related("unit")
    if declared.agency in [each.agency for each in declared_among(twins).values()]:
        said = _("%(agency)s已有“%(label)s”，不能再建一个。")
        yield declared.refusal(said % {"label": column.label, "agency": declared.agency})


def _not_opened(declared: Declared) -> Iterator[Refusal]:
    """A column that isn't in use yet, or again, waits for the posts that its lead must have."""
    page = declared.page
    stored = ColumnPage.objects.filter(pk=page.pk).first()
    in_use = stored is not None and stored.live and not stored.closed
    if page.closed or in_use:
        return
    for role in unstaffed(declared):
        said = _("%(unit)s还没有%(role)s，“%(label)s”不能开通；请管理员先任命。")
        words = {"unit": page.unit, "role": role.label, "label": declared.column.label}
        yield declared.refusal(said % words, role.cites)


def unstaffed(declared: Declared) -> list[Role]:
    """Posts that the column asks its lead to have, and that nobody holds there today. One query."""
    asked = [role for each in declared.column.staffed_by if (role := catalogue().role(each)) is not None]
    if not asked:
        return []
    held = appointments_on(clock.today()).filter(
        unit=declared.page.unit, role__in=[each.id for each in asked]
    )
    known = set(held.values_list("role", flat=True))
    return [each for each in asked if each.id not in known]


def article_refusals(article: ArticlePage) -> list[Refusal]:
    """What stands against an article where it stands. One query; seven more in a declared column."""
    column = column_at(article.get_parent())
    declared = declared_of(column)
    if column is not None and column.closed:
        said = _CLOSED % {"title": column.title}
        return [declared.refusal(said) if declared else Refusal(said)]
    return list(_against(article, declared)) if declared is not None else []


def _against(article: ArticlePage, declared: Declared) -> Iterator[Refusal]:
    label = declared.column.label
    if declared.column.platform:
        yield declared.refusal(_ONLY_LINKS % {"label": label})
        return
    suppliers = suppliers_of(declared)
    units = {each.pk: each for each in (article.supplier, article.manager)}
    lines = lineages(units.values())
    for unit in units.values():
        if not suppliers.take(lines[unit.pk]):
            said = _("%(unit)s不是“%(label)s”的责任单位或供稿单位，不能向它投稿；可以投稿的有%(units)s。")
            yield declared.refusal(said % {"unit": unit, "label": label, "units": suppliers.words})
    for role in unstaffed(declared):
        said = _("“%(label)s”的责任单位%(unit)s还没有%(role)s，暂不收稿；请管理员先任命。")
        words = {"label": label, "unit": declared.page.unit, "role": role.label}
        yield declared.refusal(said % words, role.cites)
    offered = {each.id for each in declared.column.services if not each.consultation}
    if article.service and article.service not in offered:
        said = _("“%(label)s”没有这种服务材料；请在稿件里改选，或留空。")
        yield declared.refusal(said % {"label": label})
