"""Channel variants: what one account will say. Keyed by account and number, never by row id."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Orderable

from guanwei.publishing.models.blocks import PictureListBlocks


class VariantBase(Orderable):
    """The text for one account. ``number`` counts corrections: a sent variant is closed, 2 corrects 1.

    Both keys are form fields and stay fixed once saved: a default that the form doesn't carry would be
    minted anew at every autosave.
    """

    account = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, related_name="+", verbose_name=_("账号")
    )
    number = models.PositiveSmallIntegerField(_("序号"), default=1, validators=[MinValueValidator(1)])
    title = models.CharField(_("标题"), max_length=200, blank=True)
    digest = models.CharField(_("摘要"), max_length=300, blank=True)
    text = models.TextField(_("正文"), blank=True)
    from_page = models.BooleanField(_("正文取自页面"), default=False)
    with_link = models.BooleanField(_("附页面链接"), default=True)
    cover = models.ForeignKey(
        "publishing.Picture",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("封面"),
    )
    pictures = StreamField(PictureListBlocks(), blank=True, verbose_name=_("配图"))

    class Meta(Orderable.Meta):
        abstract = True

    @property
    def key(self) -> str:
        """What digests, plans and deliveries name the variant by."""
        return f"{self.account_id}:{self.number}"

    def __str__(self) -> str:
        return f"{self.account}"
