"""Posts that people hold, from a day to a day, and written delegation of them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.audit.records import RecordedModel
from guanwei.organisations.notices import Notice, read


class Appointment(RecordedModel):
    """A person holds a post: a declared role, in a unit, from a day up to and including a day.

    A leader's appointment names the units and subjects that the leader oversees (分管). ``qualification`` notes
    what fits the person for the post; ``warnings`` keeps what was told when it was given, with the articles.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="appointments",
        verbose_name=_("人员"),
    )
    role = models.CharField(_("职务"), max_length=120, db_index=True)
    unit = models.ForeignKey(
        "Unit", on_delete=models.PROTECT, related_name="appointments", verbose_name=_("单位")
    )
    starts_on = models.DateField(_("起"))
    ends_on = models.DateField(_("止"), null=True, blank=True)
    oversees = models.ManyToManyField(
        "Unit", related_name="overseen_by", blank=True, verbose_name=_("分管单位")
    )
    subjects = models.JSONField(_("分管事项"), default=list, blank=True)
    basis = models.CharField(_("任职依据"), max_length=200, blank=True)
    qualification = models.CharField(_("适任情况"), max_length=200, blank=True)
    warnings = models.JSONField(_("提示"), default=list, blank=True)

    _history_m2m_fields = (oversees,)

    class Meta:
        verbose_name = _("任职")
        verbose_name_plural = _("任职")
        ordering = ["pk"]

    def __str__(self) -> str:
        from guanwei.organisations.queries.roles import role_label

        return f"{self.unit}{role_label(self.role)} {self.person}"

    @property
    def notices(self) -> list[Notice]:
        """What was told when the post was given."""
        return read(self.warnings)


class Delegation(RecordedModel):
    """A holder lets another person sign for a post, in writing and for a time (代签授权)."""

    appointment = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, related_name="delegations", verbose_name=_("职务")
    )
    delegate = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="delegations",
        verbose_name=_("受托人"),
    )
    starts_on = models.DateField(_("起"))
    ends_on = models.DateField(_("止"))
    document = models.CharField(_("书面依据"), max_length=200)
    revoked_on = models.DateField(_("撤回日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("代签授权")
        verbose_name_plural = _("代签授权")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.appointment} → {self.delegate}"
