"""The site's structure: home and columns. Governed like articles, by a one-signature route."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from guanwei.publishing.rights.testers import StructureTester


class HomePage(Page):
    """The portal's first page."""

    welcome = models.CharField(_("欢迎语"), max_length=120, blank=True)

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["portal.ColumnPage"]
    template = "portal/home_page.html"
    max_count = 1

    class Meta:
        verbose_name = _("首页")

    def permissions_for_user(self, user: Any) -> Any:
        """By posts held."""
        return StructureTester(user, self)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find articles and columns at once instead of level by level; other pages the stock way."""
        from guanwei.portal.queries.pages import live_page_at

        page = live_page_at(self, path_components) if path_components else None
        return RouteResult(page) if page else super().route(request, path_components)


class DisplayChoices(models.TextChoices):
    """Values of ``guanwei.api.Display``."""

    PAGE = "page", _("在页面显示")
    LINK = "link", _("只显示链接")


class ColumnPage(Page):
    """A column (栏目) and the unit that keeps it.

    ``declared`` is the id of the ``Column`` that a rule book declares, empty for the portal's own. What such a
    page may be is read from the declaration (``portal.queries.declared``), so it ends with the rule book.
    """

    unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("责任单位")
    )
    introduction = models.CharField(_("栏目主旨"), max_length=300, blank=True)
    declared = models.CharField(_("规定的栏目"), max_length=160, blank=True, db_index=True, editable=False)
    display = models.CharField(
        _("显示方式"), max_length=20, choices=DisplayChoices.choices, default=DisplayChoices.PAGE
    )
    closed = models.BooleanField(
        _("停用"),
        default=False,
        help_text=_("停用的栏目不再收稿，也不在列表中显示；已公开的内容和全部记录留在原地址。"),
    )
    account = models.ForeignKey(
        "accounts.Account",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("链接的账号"),
        help_text=_("只有链接到政务新媒体账号的栏目才选。"),
    )

    parent_page_types = ["portal.HomePage", "portal.ColumnPage"]
    # Articles first: whether a column may be added is asked of the database.
    subpage_types = ["publishing.ArticlePage", "portal.ColumnPage"]
    template = "portal/column_page.html"

    class Meta:
        verbose_name = _("栏目")
        verbose_name_plural = _("栏目")

    def permissions_for_user(self, user: Any) -> Any:
        """By posts held, and by who contributes to the column. Imported here: the rights read these models."""
        from guanwei.portal.rights import ColumnTester

        return ColumnTester(user, self)

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Not where a regulation counts the columns below."""
        from guanwei.portal.keeping import closed_tree_refusals

        return super().can_create_at(parent) and not closed_tree_refusals(parent)
