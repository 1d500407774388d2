"""三、4 and 三、5: press releases, and cases in which a classified document was opened to the public.

No field here takes a classified document: its title, number and text stay outside the system.
"""

from collections.abc import Iterator

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from guanwei.registers.models import Entry


class PressRelease(Entry):
    """新闻稿: the bureau's own words about a leader's activity, with which the item must agree."""

    title = models.CharField(_("标题"), max_length=200)
    issued_on = models.DateField(_("印发日期"))
    number = models.CharField(_("编号"), max_length=60, blank=True)
    text = models.TextField(_("全文"), help_text=_("照印发的新闻稿原样粘贴，审核时与稿件对照。"))

    class Meta(Entry.Meta):
        verbose_name = _("新闻稿")
        verbose_name_plural = _("新闻稿")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.issued_on} {self.title}"


class DeclassificationCase(Entry):
    """解密事项: how one classified document came to be open, step by step.

    The stated need comes first, then the decision, then the deletion of what stays secret; the leader approves
    last, by signing the item.
    """

    subject = models.CharField(
        _("事项名称"), max_length=200, help_text=_("用可以公开的名称；不要填写涉密文件的标题、文号和内容。")
    )
    public_need = models.TextField(
        _("公众需要"), blank=True, help_text=_("写明主要内容为什么需要公众广泛知晓或者参与。")
    )
    declassified_on = models.DateField(_("解密日期"), null=True, blank=True)
    decided_by = models.CharField(_("解密决定机关"), max_length=120, blank=True)
    decision_number = models.CharField(_("解密决定文号"), max_length=120, blank=True)
    deleted_on = models.DateField(_("删密日期"), null=True, blank=True)
    deletion_confirmed_by = models.CharField(
        _("删密核对人"), max_length=60, blank=True, help_text=_("涉密内容删除后由谁核对确认。")
    )

    class Meta(Entry.Meta):
        verbose_name = _("解密事项")
        verbose_name_plural = _("解密事项")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.subject

    def clean(self) -> None:
        """Each step after the one before it, and whole."""
        said = dict(self._gaps())
        if said:
            raise ValidationError(said)

    def _gaps(self) -> Iterator[tuple[str, object]]:
        if not self.public_need.strip():
            yield "public_need", _("标密文件一般不上网；申请公开须写明公众广泛知晓或者参与的需要。")
        decision = (self.declassified_on, self.decided_by.strip(), self.decision_number.strip())
        if any(decision) and not all(decision):
            yield "declassified_on", _("解密须经法定程序；请把解密日期、决定机关和决定文号填写完整。")
        deletion = (self.deleted_on, self.deletion_confirmed_by.strip())
        if any(deletion) and not all(deletion):
            yield "deleted_on", _("请把删密日期和核对人填写完整。")
        if self.deleted_on and not (self.declassified_on and self.declassified_on <= self.deleted_on):
            yield "deleted_on", _("先解密，再删除涉密内容：删密日期不能早于解密日期，也不能没有解密决定。")

    @property
    @admin.display(description=_("已依法解密"))
    def declassified(self) -> bool:
        """Decided by the lawful procedure."""
        return self.declassified_on is not None

    @property
    @admin.display(description=_("已确认删密"))
    def deletion_confirmed(self) -> bool:
        """What stays secret is taken out, and somebody says so."""
        return self.declassified and self.deleted_on is not None
