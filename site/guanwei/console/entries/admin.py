"""A plugin's register as the core shows it: list, filters, search, export, forms, inspection, history, closing."""

from typing import Any

from django.contrib import messages
from django.db.models import BooleanField, DateField, ForeignKey, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import re_path
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList, extract_panel_definitions_from_model_class
from wagtail_modeladmin.options import ModelAdmin

from guanwei.api import Refusal
from guanwei.console.entries.buttons import EntryButtons
from guanwei.console.entries.filters import OrganisationFilter, StateFilter
from guanwei.console.entries.forms import ClosingForm, EntryForm
from guanwei.console.entries.history import steps_of
from guanwei.console.entries.rights import ByPost, closed_to, reach_in
from guanwei.console.registers.base import RegisterIndex
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.registers.models import Entry
from guanwei.registers.queries import declared, field_of, text_columns
from guanwei.registers.services import close_entry, kept_by_others, refusals_to_keep

ACTS = ("index", "create", "edit", "inspect", "history", "close")


class EntryAdmin(ModelAdmin):
    """What the register's declaration doesn't say is the same for every register."""

    permission_helper_class = ByPost
    button_helper_class = EntryButtons
    index_view_class = RegisterIndex
    inspect_view_enabled = True
    list_per_page = 50
    menu_icon = "clipboard-list"

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

    def get_edit_handler(self) -> ObjectList:
        panels = extract_panel_definitions_from_model_class(self.model)
        return ObjectList([*panels, FieldPanel("reason")], base_form_class=EntryForm)

    def get_inspect_view_fields(self) -> list[str]:
        return [each.name for each in self.model._meta.concrete_fields if not each.primary_key]

    def index_view(self, request: HttpRequest) -> HttpResponse:
        return self._closed(request) or super().index_view(request)

    def create_view(self, request: HttpRequest) -> HttpResponse:
        refusal, found = self._closed(request), declared(self.model)
        if refusal is None and found and not self.permission_helper.user_can_create(request.user):
            refusal = refused(request, [kept_by_others(found[0])])
        return refusal or super().create_view(request)

    def edit_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        return self._not_kept(request, instance_pk) or super().edit_view(request, instance_pk)

    def inspect_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        refusal = self._closed(request)
        if refusal is None:
            self._entry(request, instance_pk)
        return refusal or super().inspect_view(request, instance_pk)

    def history_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        refusal = self._closed(request)
        if refusal is not None:
            return refusal
        entry = self._entry(request, instance_pk)
        context = {"steps": steps_of(entry), **self._frame(entry, _("%(entry)s的沿革") % {"entry": entry})}
        return render(request, "console/entries/history.html", context)

    def close_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        """注销: with a reason, once."""
        refusal = self._not_kept(request, instance_pk)
        if refusal is not None:
            return refusal
        entry = self._entry(request, instance_pk)
        form = ClosingForm(request.POST or None)
        refusals: list[Refusal] = []
        if request.method == "POST" and form.is_valid():
            refusals = close_entry(entry, person_of(request), form.cleaned_data["reason"])
            if not refusals:
                messages.success(request, _("“%(entry)s”已注销。") % {"entry": entry})
                return redirect(self.url_helper.index_url)
        context = {"form": form, "refusals": refusals}
        title = _("注销“%(entry)s”") % {"entry": entry}
        return render(request, "console/entries/close.html", {**context, **self._frame(entry, title)})

    def get_admin_urls_for_registration(self) -> tuple[Any, ...]:
        """Nothing is deleted, so there is no address for it."""
        name, pattern = self.url_helper.get_action_url_name, self.url_helper.get_action_url_pattern
        return tuple(re_path(pattern(act), getattr(self, f"{act}_view"), name=name(act)) for act in ACTS)

    def register_indexing(self) -> None:
        """Where an entry is used is told by the manuscripts, not by Wagtail's index of references."""

    def _frame(self, entry: Entry, title: str) -> dict[str, Any]:
        trail = crumbs((self.get_menu_label(), self.url_helper.index_url), (title, ""))
        return {
            "entry": entry,
            "header_title": title,
            "breadcrumbs_items": trail,
            "header_icon": self.menu_icon,
        }

    def _closed(self, request: HttpRequest) -> HttpResponse | None:
        if self.permission_helper.user_can_list(request.user):
            return None
        return refused(request, [closed_to(self.model)])

    def _entry(self, request: HttpRequest, key: str) -> Entry:
        if not key.isdecimal():
            raise Http404
        found: Entry = get_object_or_404(self.get_queryset(request), pk=int(key))
        return found

    def _not_kept(self, request: HttpRequest, key: str) -> HttpResponse | None:
        refusal = self._closed(request)
        if refusal is None:
            refusals = refusals_to_keep(self._entry(request, key), person_of(request))
            refusal = refused(request, refusals) if refusals else None
        return refusal


def admin_of(model: type[Entry]) -> type[EntryAdmin]:
    """The register of one model. Its label is looked up when it is shown: plugins load at the first question."""

    def label() -> str:
        found = declared(model)
        return found[0].label if found else str(model._meta.verbose_name_plural)

    shown = {
        name: _column(name, each)
        for name, each in vars(model).items()
        if isinstance(each, property) and each.fget is not None
    }
    attributes = {
        **shown,
        "model": model,
        "menu_label": lazy(label, str)(),
        "base_url_path": f"console/entries/{model._meta.app_label}/{model._meta.model_name}",
        "__doc__": f"Entries of {model._meta.label}.",
    }
    return type(f"{model.__name__}Entries", (EntryAdmin,), attributes)


def _column(name: str, computed: property) -> Any:
    """A property of the model as a column."""

    def shown(_admin: EntryAdmin, row: Entry) -> Any:
        value = getattr(row, name)
        return (_("是") if value else _("否")) if isinstance(value, bool) else value

    shown.short_description = getattr(computed.fget, "short_description", name)  # type: ignore[attr-defined]
    return shown
