"""Which unit of the tree a regulation means by a name that it prints."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import RecordedModel


class PrintedUnit(RecordedModel):
    """An agency says which of its units a printed name means. Without an entry, the unit of that name is meant."""

    agency = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="printed_names", verbose_name=_("机构")
    )
    name = models.CharField(_("规定中的名称"), max_length=120)
    unit = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("所指单位")
    )

    class Meta:
        verbose_name = _("规定中的单位名称")
        verbose_name_plural = _("规定中的单位名称")
        constraints = [models.UniqueConstraint(fields=["agency", "name"], name="one_unit_a_printed_name")]

    def __str__(self) -> str:
        return f"{self.name} → {self.unit}"
