"""What every entry of a plugin's register has: whose it is, whether it is closed, and its history."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import RecordedModel


class Entry(RecordedModel):
    """An entry of one organisation. It changes with history and a reason, and is closed, never deleted.

    A plugin's model says what else stands in it, what makes it complete (``clean``) and how it is called
    (``__str__``).
    """

    organisation = models.ForeignKey(
        "organisations.Unit", on_delete=models.PROTECT, related_name="+", verbose_name=_("机构")
    )
    closed_on = models.DateField(_("注销日期"), null=True, blank=True, editable=False)

    class Meta(RecordedModel.Meta):
        abstract = True

    @property
    def is_open(self) -> bool:
        """Whether it may still be chosen."""
        return self.closed_on is None
