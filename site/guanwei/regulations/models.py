"""The original wording of a rule book, as an agency loaded it. Written once: loading again is a new version."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import LedgerModel
from guanwei.registry import catalogue
from guanwei.regulations.passages import Block, Passage


class Original(LedgerModel):
    """One loading of one file. ``sha256`` is the file's digest; ``at`` and ``by`` say when and by whom.

    ``by`` is empty for a loading on the server's command line that names nobody.
    """

    rule_book = models.CharField(_("规则书"), max_length=120)
    version = models.PositiveIntegerField(_("版次"))
    file_name = models.CharField(_("文件名"), max_length=200)
    sha256 = models.CharField(_("文件摘要"), max_length=64)
    passages = models.JSONField(_("条文"))
    remarks = models.JSONField(_("提示"), default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("载入人"),
    )

    class Meta:
        verbose_name = _("规定原文")
        verbose_name_plural = _("规定原文")
        ordering = ["rule_book", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["rule_book", "version"], name="one_original_a_version")
        ]

    def __str__(self) -> str:
        book = catalogue().rule_book(self.rule_book)
        return gettext("《%(document)s》第%(version)d版") % {
            "document": book.document if book else self.rule_book,
            "version": self.version,
        }

    def split(self) -> list[Passage]:
        """The passages as they were split when the file was loaded."""
        return [
            Passage(**{**each, "blocks": tuple(Block(**block) for block in each["blocks"])})
            for each in self.passages
        ]
