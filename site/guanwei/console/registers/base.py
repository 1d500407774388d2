"""What every register has: reading, filters, search, export, inspection; no form."""

from typing import Any

from django.contrib.admin.filters import DateFieldListFilter, RelatedFieldListFilter
from django.db.models import BinaryField, Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import ButtonHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView

from guanwei.console.registers.duties import ReadOnly
from guanwei.organisations.queries.roles import role_label

HISTORY_COLUMNS = ("when", "who", "why", "kind")
KINDS = {"+": _("新建"), "~": _("变更"), "-": _("删除")}


class DateFilter(DateFieldListFilter):
    """simple-history names its own fields in English; the register speaks the office's language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = _("记录时间")


class PersonFilter(RelatedFieldListFilter):
    """As above, for the person who wrote."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = _("经办人")


class RegisterIndex(IndexView):
    """Named as in the menu: a history's own name is half English."""

    def get_page_title(self) -> str:
        return str(self.model_admin.get_menu_label())


class RowButtons(ButtonHelper):
    """The package's Chinese word for "inspect" reads as examining somebody's work; here a row is looked at."""

    def inspect_button(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().inspect_button(*args, **kwargs), "label": _("查看"), "title": _("查看这一条")}


class Register(ModelAdmin):
    """A read-only list. Rows hold keys of many tables, hence ``list_select_related``."""

    permission_helper_class = ReadOnly
    button_helper_class = RowButtons
    index_view_class = RegisterIndex
    inspect_view_enabled = True
    history_view_enabled = False
    list_per_page = 50
    list_select_related = True
    add_to_admin_menu = True
    menu_icon = "list-ul"

    def register_indexing(self) -> None:
        """A record names people and units: where those are "used" is no question, and each write would queue a job."""

    def manuscript(self, row: Any) -> str:
        """The title; the plain key names nothing to a reader."""
        # Only the first structure of the site was permitted without a submission, while nobody existed.
        return str(row.submission or _("网站结构"))

    manuscript.short_description = _("稿件")  # type: ignore[attr-defined]
    manuscript.admin_order_field = "submission__title"  # type: ignore[attr-defined]

    def step_name(self, row: Any) -> str:
        return str(row.step)

    step_name.short_description = _("环节")  # type: ignore[attr-defined]

    def digest_start(self, row: Any) -> str:
        """Enough of the digest to tell two apart; the whole one stands in the opened row."""
        return f"{row.digest[:12]}…"

    digest_start.short_description = _("内容摘要")  # type: ignore[attr-defined]

    def role_name(self, row: Any) -> str:
        return role_label(row.role)

    role_name.short_description = _("职务")  # type: ignore[attr-defined]
    role_name.admin_order_field = "role"  # type: ignore[attr-defined]

    def get_list_export(self, request: HttpRequest) -> Any:
        return self.list_export or self.get_list_display(request)

    def get_inspect_view_fields(self) -> list[str]:
        """Everything that the record holds, keys and all; a file's bytes are downloaded, not read."""
        return [
            field.name for field in self.model._meta.concrete_fields if not isinstance(field, BinaryField)
        ]


class HistoryRegister(Register):
    """Every state that rows of a record model had: who changed what, when, why."""

    menu_icon = "history"
    list_filter = (("history_date", DateFilter), ("history_user", PersonFilter))
    search_fields = ("history_change_reason", "id")
    ordering = ("-history_date", "-history_id")

    def when(self, row: Any) -> str:
        return timezone.localtime(row.history_date).strftime("%Y-%m-%d %H:%M")

    when.short_description = _("记录时间")  # type: ignore[attr-defined]
    when.admin_order_field = "history_date"  # type: ignore[attr-defined]

    def who(self, row: Any) -> str:
        return str(row.history_user or _("系统"))

    who.short_description = _("经办人")  # type: ignore[attr-defined]

    def why(self, row: Any) -> str:
        return row.history_change_reason or ""

    why.short_description = _("事由")  # type: ignore[attr-defined]

    def kind(self, row: Any) -> str:
        return str(KINDS.get(row.history_type, row.history_type))

    kind.short_description = _("变动")  # type: ignore[attr-defined]

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
            "list_display": (*columns, *HISTORY_COLUMNS),
            "list_export": (*columns, *HISTORY_COLUMNS),
            "base_url_path": f"console/registers/{history._meta.model_name}",
            "__doc__": f"History of {model._meta.label}.",
        },
    )


GROUP_LABEL = _("台账")
