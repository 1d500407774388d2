"""机构、单位、科室: a tree with a plain parent key, so that every move is one recorded write."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from guanwei.api import Structure
from guanwei.audit.records import RecordedModel


class UnitKind(models.TextChoices):
    """Kinds of unit. 乡镇, 街道, 部门 and 直属机构 are agencies: bodies with rules of their own."""

    COUNTY = Structure.COUNTY.value, _("县人民政府")
    TOWNSHIP = Structure.TOWNSHIP.value, _("乡镇人民政府")
    SUBDISTRICT = Structure.SUBDISTRICT.value, _("街道办事处")
    DEPARTMENT = Structure.DEPARTMENT.value, _("政府部门")
    AFFILIATED_INSTITUTION = Structure.AFFILIATED_INSTITUTION.value, _("直属机构")
    SECTION = Structure.SECTION.value, _("内设科室")
    AFFILIATED_UNIT = Structure.AFFILIATED_UNIT.value, _("直属事业单位")


class Unit(RecordedModel):
    """A county, agency, section or affiliated unit. A closed unit stays in the record.

    ``kind`` is its place in the tree, ``declared_kind`` what a rule book in force there calls it, by the id of
    the declaration; empty where none does.
    """

    name = models.CharField(_("名称"), max_length=120)
    short_name = models.CharField(_("简称"), max_length=60, blank=True)
    slug = models.SlugField(_("代号"), max_length=60, unique=True)
    kind = models.CharField(_("类别"), max_length=30, choices=UnitKind.choices)
    declared_kind = models.CharField(_("规定类别"), max_length=120, blank=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("上级"),
    )
    closed_on = models.DateField(_("撤销日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("单位")
        verbose_name_plural = _("单位")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.short_name or self.name
