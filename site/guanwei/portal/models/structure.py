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


class ColumnPage(Page):
    """A column (栏目) and the unit that keeps it."""

    unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("责任单位")
    )
    introduction = models.CharField(_("栏目主旨"), max_length=300, blank=True)

    parent_page_types = ["portal.HomePage", "portal.ColumnPage"]
    subpage_types = ["portal.ColumnPage", "publishing.ArticlePage"]
    template = "portal/column_page.html"

    class Meta:
        verbose_name = _("栏目")
        verbose_name_plural = _("栏目")

    def permissions_for_user(self, user: Any) -> Any:
        """By posts held."""
        return StructureTester(user, self)
