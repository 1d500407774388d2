"""Which plugin is switched on or off at which unit, by whom and why."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import RecordedModel


class Activation(RecordedModel):
    """What one unit says of one plugin. Inherited down the tree; a mandatory one can't be switched off below."""

    unit = models.ForeignKey(
        "Unit", on_delete=models.PROTECT, related_name="activations", verbose_name=_("单位")
    )
    plugin = models.CharField(_("规则包"), max_length=100)
    on = models.BooleanField(_("启用"), default=True)
    mandatory = models.BooleanField(_("下级不得停用"), default=False)
    reason = models.CharField(_("理由"), max_length=200)

    class Meta:
        verbose_name = _("规则启用")
        verbose_name_plural = _("规则启用")
        constraints = [models.UniqueConstraint(fields=["unit", "plugin"], name="one_say_per_unit_and_plugin")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.plugin}"
