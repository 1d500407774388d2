"""Everything the public sees of a portal that is no page: name, address, first page, foot, moved addresses."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, Orderable, Page, RevisionMixin, Site

from guanwei.portal.addresses import normal, valid_host, valid_old_path, valid_target
from guanwei.regulations.models import Original


class Arrangement(DraftStateMixin, RevisionMixin, ClusterableModel):
    """The settings of one portal (门户设置), governed like its pages and signed by the same route.

    Wagtail reads name, host, port and first page from the ``Site``: that row follows when this goes live, and
    the database refuses any other change of it. The rest is read from here.
    """

    site = models.OneToOneField(
        Site, on_delete=models.PROTECT, primary_key=True, editable=False, related_name="arrangement"
    )
    live = models.BooleanField(verbose_name=_("已生效"), default=False, editable=False)
    site_name = models.CharField(_("网站名称"), max_length=120)
    hostname = models.CharField(
        _("域名"),
        max_length=255,
        validators=[valid_host],
        help_text=_("不带 http 和斜线，如 www.example.gov.cn。"),
    )
    port = models.PositiveIntegerField(
        _("端口"), default=80, validators=[MinValueValidator(1), MaxValueValidator(65535)]
    )
    root_page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="+", verbose_name=_("首页"))
    copyright_holder = models.CharField(_("版权所有"), max_length=120, blank=True)
    operator = models.CharField(_("建设和运行"), max_length=120, blank=True)
    telephone = models.CharField(_("联系电话"), max_length=40, blank=True)
    email = models.EmailField(_("电子邮箱"), blank=True)
    icp_number = models.CharField(_("ICP备案号"), max_length=60, blank=True)
    police_number = models.CharField(_("公网安备号"), max_length=60, blank=True)
    site_code = models.CharField(_("网站标识码"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("门户设置")
        verbose_name_plural = _("门户设置")

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What lists and the record call it."""
        return gettext("门户设置（%(name)s）") % {"name": self.site_name}


class Redirection(Orderable):
    """An address of an older portal, and where its readers find the text now."""

    arrangement = ParentalKey(Arrangement, on_delete=models.CASCADE, related_name="redirections")
    old_path = models.CharField(
        _("原地址"),
        max_length=500,
        validators=[valid_old_path],
        help_text=_("从斜线起，不带域名，如 /info/1024.htm。"),
    )
    # The old address as it is looked up: derived, and written with it.
    path_key = models.CharField(max_length=500, editable=False, db_index=True)
    target = models.CharField(
        _("转到"),
        max_length=500,
        validators=[valid_target],
        help_text=_("本站地址从斜线起，如 /news/；外站写完整网址。"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("地址转接")
        verbose_name_plural = _("地址转接")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.path_key = normal(self.old_path)
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return f"{self.old_path} → {self.target}"


class ShownOriginal(Orderable):
    """A regulation's original wording that the public may read: loading one shows it to nobody outside (law L1)."""

    arrangement = ParentalKey(Arrangement, on_delete=models.CASCADE, related_name="originals")
    original = models.ForeignKey(
        Original,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("规定原文"),
        help_text=_("原文在“规则启用”里载入；这里选的一版签发后显示在规章制度页。"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("公开的规定原文")
        verbose_name_plural = _("公开的规定原文")

    def __str__(self) -> str:
        return str(self.original)
