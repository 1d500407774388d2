"""Word lists (词表) that agencies keep. A list's words are loaded whole: each edition is written once."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.api import FindingType
from guanwei.audit.records import LedgerModel, RecordedModel


class Finds(models.TextChoices):
    """What the words of a list are."""

    DICTIONARY_TERM = FindingType.DICTIONARY_TERM.value, _("不宜使用的词")
    WORDING = FindingType.WORDING.value, _("规范用语（错误写法和正确写法）")
    EMPTY_TALK = FindingType.EMPTY_TALK.value, _("官话套话")


class WordList(RecordedModel):
    """A unit's own list; it counts for the unit and everything below it, from the first to before the last day.

    ``dictionary`` is the id of the declared dictionary that it fills, empty for one of the unit's own.
    ``allows``: its words are never found (放行词), also inside longer terms.
    """

    unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="word_lists", verbose_name=_("单位")
    )
    name = models.CharField(_("名称"), max_length=60)
    dictionary = models.CharField(_("规则书的词表"), max_length=120, blank=True)
    finds = models.CharField(_("内容"), max_length=30, choices=Finds.choices, default=Finds.DICTIONARY_TERM)
    allows = models.BooleanField(_("放行词表"), default=False)
    source = models.CharField(_("来源"), max_length=200)
    in_force_from = models.DateField(_("启用日期"))
    in_force_until = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("词表")
        verbose_name_plural = _("词表")
        ordering = ["unit_id", "name", "pk"]
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="one_word_list_a_name")]

    def __str__(self) -> str:
        return self.name


class Edition(LedgerModel):
    """The words of a list as they were loaded, one a line; the right form stands after a tab.

    ``remarks`` are the sentences about lines that were left out.
    """

    word_list = models.ForeignKey(
        WordList, on_delete=models.PROTECT, related_name="editions", verbose_name=_("词表")
    )
    number = models.PositiveIntegerField(_("版次"))
    words = models.TextField(_("词"))
    count = models.PositiveIntegerField(_("词数"))
    sha256 = models.CharField(_("摘要"), max_length=64)
    remarks = models.JSONField(_("提示"), default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("载入人"),
    )

    class Meta:
        verbose_name = _("词表版次")
        verbose_name_plural = _("词表版次")
        ordering = ["word_list_id", "-number"]
        constraints = [models.UniqueConstraint(fields=["word_list", "number"], name="one_edition_a_number")]

    def __str__(self) -> str:
        return f"{self.word_list} {self.number}"
