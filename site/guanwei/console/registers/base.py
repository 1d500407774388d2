"""What every register has: reading, filters, search, export, inspection; no form."""

from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdmin

from guanwei.console.registers.duties import ReadOnly

HISTORY_FIELDS = ("history_date", "history_user", "history_change_reason", "history_type")


class Register(ModelAdmin):
    """A read-only list. Rows hold keys of many tables, hence ``list_select_related``."""

    permission_helper_class = ReadOnly
    inspect_view_enabled = True
    history_view_enabled = False
    list_per_page = 50
    list_select_related = True
    add_to_admin_menu = True
    menu_icon = "list-ul"

    def get_list_export(self, request: HttpRequest) -> Any:
        return self.list_export or self.get_list_display(request)

    def get_inspect_view_fields(self) -> list[str]:
        """Everything that the record holds, keys and all."""
        return [field.name for field in self.model._meta.concrete_fields]


class HistoryRegister(Register):
    """Every state that rows of a record model had: who changed what, when, why."""

    menu_icon = "history"
    list_filter = ("history_type", "history_date", "history_user")
    search_fields = ("history_change_reason", "id")
    ordering = ("-history_date", "-history_id")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Model]:
        rows: QuerySet[Model] = super().get_queryset(request)
        return rows.select_related("history_user")


def history_of(model: type[Model], label: Any, columns: tuple[str, ...]) -> type[HistoryRegister]:
    """The register of a record model's history, with ``columns`` of the model before the history's own."""
    history: Any = model.history.model  # type: ignore[attr-defined]
    return type(
        f"{history.__name__}Register",
        (HistoryRegister,),
        {
            "model": history,
            "menu_label": label,
            "list_display": (*columns, *HISTORY_FIELDS),
            "list_export": (*columns, *HISTORY_FIELDS),
            "base_url_path": f"console/registers/{history._meta.model_name}",
            "__doc__": f"History of {model._meta.label}.",
        },
    )


GROUP_LABEL = _("台账")
