"""A portal article and its channel variants: one revision holds page and posts."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from guanwei.publishing.models.blocks import BodyBlocks
from guanwei.publishing.models.manuscripts import Manuscript
from guanwei.publishing.models.previews import PREVIEW_TEMPLATES, PREVIEWS
from guanwei.publishing.models.variants import VariantBase


class ArticlePage(Manuscript, Page):
    """An article of the portal, written together with its posts."""

    summary = models.CharField(_("要点"), max_length=300, blank=True)
    body = StreamField(BodyBlocks(), blank=True, verbose_name=_("正文"))
    service = models.CharField(
        _("服务材料"),
        max_length=160,
        blank=True,
        help_text=_("这篇稿件是栏目提供的哪一种材料；一般稿件留空。"),
    )
    index_number = models.CharField(_("索引号"), max_length=60, blank=True)
    document_number = models.CharField(_("文号"), max_length=60, blank=True)
    issuing_body = models.CharField(_("发布机构"), max_length=120, blank=True)
    issued_on = models.DateField(_("成文日期"), null=True, blank=True)
    subject_terms = models.CharField(_("主题词"), max_length=120, blank=True)
    disclosure_catalogue = models.CharField(_("公开目录"), max_length=120, blank=True)
    disclosure_attribute = models.CharField(_("公开属性"), max_length=60, blank=True)

    parent_page_types = ["portal.ColumnPage"]
    subpage_types: list[str] = []
    template = "portal/article_page.html"
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]
    preview_modes = [("", _("门户网站")), *PREVIEWS]

    class Meta:
        verbose_name = _("文章")
        verbose_name_plural = _("文章")

    def permissions_for_user(self, user: Any) -> Any:
        """By posts held. Imported here: the rights read these models."""
        from guanwei.publishing.rights.testers import ArticleTester

        return ArticleTester(user, self)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return PREVIEW_TEMPLATES.get(mode_name) or super().get_preview_template(request, mode_name)


class ArticleVariant(VariantBase):
    """A variant that goes with a page."""

    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="variants")

    class Meta(VariantBase.Meta):
        verbose_name = _("渠道稿")
        verbose_name_plural = _("渠道稿")
        constraints = [
            models.UniqueConstraint(fields=["page", "account", "number"], name="one_article_variant_a_key")
        ]
