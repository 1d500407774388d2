"""台账: one register for each record, and the histories that auditors ask for."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdminGroup

from guanwei.approvals.models import Permit, Return, SignOff
from guanwei.console.registers.base import GROUP_LABEL, Register, history_of
from guanwei.delivery.models import Delivery
from guanwei.organisations.models import Activation, Appointment, Delegation, Unit
from guanwei.organisations.queries.kinds import kind_label
from guanwei.publishing.models import FormSheet, Release

PATH = "console/registers/"


class SignOffRegister(Register):
    """Who signed what, in which post."""

    model = SignOff
    base_url_path = f"{PATH}signoff"
    menu_label = _("签署")
    list_display = ("decided_at", "manuscript", "step_name", "person", "appointment", "opinion")
    list_filter = ("decided_at", "person", "submission__manager")
    list_select_related = ("submission", "step", "person", "appointment__person", "appointment__unit")
    list_export = (*list_display, "delegation", "parts", "checklist")
    search_fields = ("submission__title", "opinion", "person__display_name", "step__label")
    ordering = ("-decided_at", "-pk")


class ReturnRegister(Register):
    """What was sent back and why."""

    model = Return
    base_url_path = f"{PATH}return"
    menu_label = _("退回")
    list_display = ("decided_at", "manuscript", "step_name", "person", "appointment", "reason")
    list_filter = ("decided_at", "person", "submission__manager")
    list_select_related = ("submission", "step", "person", "appointment__person", "appointment__unit")
    search_fields = ("submission__title", "reason", "person__display_name")
    ordering = ("-decided_at", "-pk")


class PermitRegister(Register):
    """What was permitted to go public, and what was taken back."""

    model = Permit
    base_url_path = f"{PATH}permit"
    menu_label = _("许可")
    list_display = ("issued_at", "manuscript", "digest_start", "revoked_at", "revoked_reason")
    list_filter = ("issued_at", "revoked_at", "submission__manager")
    list_select_related = ("submission", "revoked_by")
    list_export = ("issued_at", "manuscript", "digest", "revoked_at", "revoked_by", "revoked_reason")
    search_fields = ("submission__title", "digest", "revoked_reason")
    ordering = ("-issued_at", "-pk")


class ReleaseRegister(Register):
    """Who released what, at once or for a time."""

    model = Release
    base_url_path = f"{PATH}release"
    menu_label = _("发布")
    list_display = ("decided_at", "title", "by", "appointment", "due_at", "order", "state", "reason")
    list_filter = ("state", "decided_at", "by")
    list_select_related = ("by", "appointment__person", "appointment__unit")
    search_fields = ("title", "reason", "by__display_name")
    ordering = ("-decided_at", "-pk")


class DeliveryRegister(Register):
    """What went out to which account, and where it is public."""

    model = Delivery
    base_url_path = f"{PATH}delivery"
    menu_label = _("投放")
    list_display = ("title", "account", "state", "address", "done_at", "done_by", "problem")
    list_filter = ("state", "account", "done_at")
    list_select_related = ("account", "done_by")
    list_export = (*list_display, "variant_digest", "payload_digest", "key")
    search_fields = ("title", "address", "account__name")
    ordering = ("-pk",)


class AppointmentRegister(Register):
    """Who held which post from when to when."""

    model = Appointment
    base_url_path = f"{PATH}appointment"
    menu_label = _("任职")
    list_display = ("person", "role_name", "unit", "starts_on", "ends_on", "basis", "qualification")
    list_filter = ("unit", "starts_on", "ends_on")
    list_select_related = ("person", "unit")
    search_fields = ("person__display_name", "unit__name", "role", "basis")
    ordering = ("-pk",)


class UnitRegister(Register):
    """Every unit that there is or was, of which kind, below which other."""

    model = Unit
    base_url_path = f"{PATH}unit"
    menu_label = _("单位")
    list_display = ("name", "kind_name", "parent", "slug", "closed_on")
    list_filter = ("kind", "closed_on")
    list_select_related = ("parent",)
    search_fields = ("name", "short_name", "slug")
    ordering = ("pk",)

    def kind_name(self, row: Unit) -> str:
        return kind_label(row)

    kind_name.short_description = _("类别")  # type: ignore[attr-defined]
    kind_name.admin_order_field = "kind"  # type: ignore[attr-defined]


class DelegationRegister(Register):
    """Who might sign for whom, by which document."""

    model = Delegation
    base_url_path = f"{PATH}delegation"
    menu_label = _("代签授权")
    list_display = ("appointment", "delegate", "starts_on", "ends_on", "document", "revoked_on")
    list_filter = ("delegate", "starts_on", "revoked_on")
    list_select_related = ("appointment__person", "appointment__unit", "delegate")
    search_fields = ("document", "delegate__display_name", "appointment__person__display_name")
    ordering = ("-pk",)


class ActivationRegister(Register):
    """Which rules are on where, and why."""

    model = Activation
    base_url_path = f"{PATH}activation"
    menu_label = _("规则启用")
    list_display = ("unit", "plugin", "on", "mandatory", "reason")
    list_filter = ("plugin", "on", "unit")
    list_select_related = ("unit",)
    search_fields = ("plugin", "reason", "unit__name")
    ordering = ("unit", "plugin")


class FormSheetRegister(Register):
    """Archived official forms, with the file as it was signed."""

    model = FormSheet
    base_url_path = f"{PATH}formsheet"
    menu_label = _("归档表格")
    list_display = ("day", "title", "unit", "number", "archived_by", "archived_at", "file_link")
    list_filter = ("day", "unit", "title")
    list_select_related = ("unit", "archived_by")
    list_export = ("day", "title", "unit", "number", "archived_by", "archived_at", "digest", "sha256")
    search_fields = ("title", "unit__name", "digest", "sha256")
    ordering = ("-day", "-pk")

    def get_queryset(self, request: HttpRequest) -> QuerySet[FormSheet]:
        """Without the bytes: a list of a year's sheets would carry every file."""
        rows: QuerySet[FormSheet] = super().get_queryset(request)
        return rows.defer("file", "lines")

    def file_link(self, row: FormSheet) -> SafeString:
        return format_html('<a href="{}">{}</a>', reverse("registers:form_sheet", args=[row.pk]), _("下载"))

    file_link.short_description = _("文件")  # type: ignore[attr-defined]


HISTORIES: tuple[Any, ...] = (
    history_of(SignOff, _("签署沿革"), ("manuscript", "step_name", "person", "opinion")),
    history_of(Permit, _("许可沿革"), ("manuscript", "digest_start", "revoked_at", "revoked_reason")),
    history_of(Delivery, _("投放沿革"), ("title", "account", "state", "address")),
    history_of(Appointment, _("任职沿革"), ("person", "role_name", "unit", "starts_on", "ends_on")),
    history_of(Unit, _("单位沿革"), ("name", "kind", "declared_kind", "parent", "closed_on")),
    history_of(Activation, _("规则启用沿革"), ("unit", "plugin", "on", "mandatory", "reason")),
)


class Registers(ModelAdminGroup):
    """The menu's 台账."""

    menu_label = GROUP_LABEL
    menu_icon = "clipboard-list"
    menu_order = 800
    items = (
        SignOffRegister,
        ReturnRegister,
        PermitRegister,
        ReleaseRegister,
        DeliveryRegister,
        UnitRegister,
        AppointmentRegister,
        DelegationRegister,
        ActivationRegister,
        FormSheetRegister,
        *HISTORIES,
    )
