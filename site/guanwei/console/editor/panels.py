"""Panels of our own: the chain, declared facts, variants with their channels' limits."""

from dataclasses import asdict
from typing import Any

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel, TabbedInterface
from wagtail.admin.panels.base import get_form_for_model

from guanwei.accounts.queries import limits_of
from guanwei.approvals.subjects import family_of
from guanwei.console.editor.forms.variants import VariantForm
from guanwei.console.editor.reach import reach_of
from guanwei.console.editor.standing import warning_of
from guanwei.portal.queries.contributing import suppliers_of
from guanwei.portal.queries.declared import column_at, declared_of

# What the counters say; {have}, {most}, {over} and {warn} are numbers that the script fills in.
WORDS = {
    "plain": _("{have} / {most} 字"),
    "open": _("{have} 字"),
    "warn": _("{have} / {most} 字，超过 {warn} 字的部分平台会折叠或截断"),
    "over": _("{have} / {most} 字，超出 {over} 字"),
}


class ChainPanel(Panel):
    """审批流程: loaded as a fragment after the editor, so that opening and saving stay fast."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "console/editor/chain_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            if self.instance.pk:
                family = family_of(self.instance)
                context["chain_url"] = reverse("editor:chain", args=[family, self.instance.pk])
                context["warning"] = warning_of(self.instance)
            return context


class ColumnPanel(Panel):
    """Where the article stands: what the column is for, who answers for it, who may hand in."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "console/editor/column_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            parent = self.form.parent_page if self.form is not None else None
            column = column_at(parent) if parent is not None else None
            declared = declared_of(column)
            context |= {"column": column, "declared": declared}
            if declared is not None:
                context["suppliers"] = suppliers_of(declared).words
            return context

        def is_shown(self) -> bool:
            return getattr(self.form, "parent_page", None) is not None


class DeclaredPanel(Panel):
    """One form field for each fact that the rule books in force declare."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "console/editor/declared_panel.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            names = getattr(self.form, "declared_names", [])
            bound = (FieldPanel(name).bind_to_model(self.panel.model) for name in names)
            self.children = [
                each.get_bound_panel(
                    self.instance, self.request, self.form, f"{self.prefix}-{each.field_name}"
                )
                for each in bound
            ]

        def is_shown(self) -> bool:
            return bool(self.children)


class Editor(TabbedInterface):
    """The whole editor. Wagtail adds the fields that no panel names once more at the form's end: a declared
    fact would be sent twice, and the empty second one would win.
    """

    class BoundPanel(TabbedInterface.BoundPanel):
        def render_missing_fields(self) -> SafeString:
            shown = {*self.panel.get_form_options()["fields"], *getattr(self.form, "declared_names", ())}
            return format_html_join(
                "", "{}", ((self.form[name],) for name in self.form.fields if name not in shown)
            )


class VariantsPanel(InlinePanel):
    """渠道稿, each counted against its channel's limits."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        formset = options["formsets"][self.relation_name]
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        formset["form"] = get_form_for_model(
            self.db_field.related_model, form_class=VariantForm, defer_required_on_fields=deferred
        )
        formset["inherit_kwargs"] = ["for_user"]
        return options

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "console/editor/variants_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["limits"] = {
                str(pk): {"platform": account.platform, **asdict(limits_of(account))}
                for pk, account in self._accounts().items()
            }
            context["words"] = {key: str(each) for key, each in WORDS.items()}
            return context

        def _accounts(self) -> dict[int, Any]:
            found = dict(reach_of(self.request.user).accounts)
            for form in self.formset.forms:
                if form.instance.account_id and form.instance.account_id not in found:
                    found[form.instance.account_id] = form.instance.account
            return found
