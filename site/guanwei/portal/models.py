"""The site's structure: home and columns. Governed like articles, by a one-signature route."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
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


@register_setting(icon="site")
class FooterSettings(BaseSiteSetting):
    """What the foot of every page must carry."""

    copyright_holder = models.CharField(_("版权所有"), max_length=120, blank=True)
    operator = models.CharField(_("建设和运行"), max_length=120, blank=True)
    telephone = models.CharField(_("联系电话"), max_length=40, blank=True)
    email = models.EmailField(_("电子邮箱"), blank=True)
    icp_number = models.CharField(_("ICP备案号"), max_length=60, blank=True)
    police_number = models.CharField(_("公网安备号"), max_length=60, blank=True)
    site_code = models.CharField(_("网站标识码"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("页脚")
