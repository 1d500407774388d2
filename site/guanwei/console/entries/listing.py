"""What a register's list shows and finds: as its declaration says, and no other organisation's rows."""

from typing import Any

from django.db.models import BooleanField, DateField, ForeignKey, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail_modeladmin.options import ModelAdmin

from guanwei.console.entries.filters import OrganisationFilter, StateFilter
from guanwei.console.entries.rights import reach_in
from guanwei.console.registers.base import RegisterIndex
from guanwei.registers.models import Entry
from guanwei.registers.queries import declared, field_of, text_columns


class EntryList(ModelAdmin):
    """The declared columns, whose it is where several are read, and whether it stands."""

    index_view_class = RegisterIndex
    list_per_page = 50

    def _columns(self) -> tuple[str, ...]:
        found = declared(self.model)
        return found[0].columns if found else ()

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        several = len(reach_in(self.model, request.user).reads) > 1
        return (*self._columns(), *(("organisation",) if several else ()), "state")

    def get_list_export(self, request: HttpRequest) -> tuple[str, ...]:
        return (*self._columns(), "organisation", "state")

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        fields = [(name, field_of(self.model, name)) for name in self._columns()]
        plain = [
            name
            for name, field in fields
            if isinstance(field, BooleanField | DateField) or getattr(field, "choices", None)
        ]
        return [StateFilter, OrganisationFilter, *plain]

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        return text_columns(self.model, self._columns())

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """No other organisation's rows, whatever is asked."""
        keys = [each.name for each in self.model._meta.fields if isinstance(each, ForeignKey)]
        rows: QuerySet[Any] = super().get_queryset(request).select_related(*keys)
        return rows.filter(organisation__in=reach_in(self.model, request.user).reads).order_by("-pk")

    def state(self, row: Entry) -> str:
        if row.is_open:
            return _("在册")
        return _("已注销（%(day)s）") % {"day": row.closed_on}

    state.short_description = gettext_lazy("状态")  # type: ignore[attr-defined]


def computed_columns(model: type[Entry]) -> dict[str, Any]:
    """The model's properties as columns: named by ``admin.display``, yes and no in words."""
    return {
        name: _column(name, each)
        for name, each in vars(model).items()
        if isinstance(each, property) and each.fget is not None
    }


def _column(name: str, computed: property) -> Any:
    def shown(_admin: EntryList, row: Entry) -> Any:
        value = getattr(row, name)
        return (_("是") if value else _("否")) if isinstance(value, bool) else value

    shown.short_description = getattr(computed.fget, "short_description", name)  # type: ignore[attr-defined]
    return shown
