"""A plugin's register in the admin: its screens, each closed with a sentence to those whom it doesn't concern."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import re_path
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, ObjectList, extract_panel_definitions_from_model_class

from guanwei.api import Refusal
from guanwei.console.entries.buttons import EntryButtons
from guanwei.console.entries.forms import ClosingForm, EntryForm
from guanwei.console.entries.history import steps_of
from guanwei.console.entries.listing import EntryList, computed_columns
from guanwei.console.entries.rights import ByPost, closed_to
from guanwei.console.review.answers import crumbs, person_of, refused
from guanwei.registers.models import Entry
from guanwei.registers.queries import declared
from guanwei.registers.services import close_entry, kept_by_others, refusals_to_keep

ACTS = ("index", "create", "edit", "inspect", "history", "close")


class EntryAdmin(EntryList):
    """What the register's declaration doesn't say is the same for every register."""

    permission_helper_class = ByPost
    button_helper_class = EntryButtons
    inspect_view_enabled = True
    menu_icon = "clipboard-list"

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

    attributes = {
        **computed_columns(model),
        "model": model,
        "menu_label": lazy(label, str)(),
        "base_url_path": f"console/entries/{model._meta.app_label}/{model._meta.model_name}",
        "__doc__": f"Entries of {model._meta.label}.",
    }
    return type(f"{model.__name__}Entries", (EntryAdmin,), attributes)
