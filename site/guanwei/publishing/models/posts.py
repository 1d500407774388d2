"""Posts without a page: a snippet with drafts, revisions, locks and previews."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from guanwei.publishing.models.manuscripts import Manuscript
from guanwei.publishing.models.previews import PREVIEW_TEMPLATES, PREVIEWS
from guanwei.publishing.models.variants import VariantBase


class Post(
    Manuscript,
    PreviewableMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    index.Indexed,
    ClusterableModel,
):
    """A manuscript that has variants and no page (微博、微信单发)."""

    title = models.CharField(_("题目"), max_length=255)
    linked_page = models.ForeignKey(
        "publishing.ArticlePage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("链接到的文章"),
        help_text=_("渠道稿勾选“附页面链接”的，发出时附这篇文章的地址。"),
    )
    live = models.BooleanField(verbose_name=_("已发布"), default=False, editable=False)

    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.FilterField("live")]
    preview_modes = PREVIEWS

    class Meta:
        verbose_name = _("独立稿")
        verbose_name_plural = _("独立稿")

    def __str__(self) -> str:
        return self.title

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return PREVIEW_TEMPLATES[mode_name]


class PostVariant(VariantBase):
    """A variant that goes alone."""

    post = ParentalKey(Post, on_delete=models.CASCADE, related_name="variants")

    class Meta(VariantBase.Meta):
        verbose_name = _("渠道稿")
        verbose_name_plural = _("渠道稿")
        constraints = [
            models.UniqueConstraint(fields=["post", "account", "number"], name="one_post_variant_a_key")
        ]
