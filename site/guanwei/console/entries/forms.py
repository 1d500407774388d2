"""The form of an entry: what its model holds, whose it is, and why it changes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from guanwei.approvals.gate import GateRefused
from guanwei.console.editor.forms.choosing import KnownField
from guanwei.console.entries.rights import kept_by
from guanwei.registers.services import add_entry, change_entry

WITHOUT = {"required": _("请写明理由：登记事项的变更和注销都要留下依据。")}


class EntryForm(WagtailAdminModelForm):
    """An entry stays with its organisation. A new one needs no reason, a change does."""

    reason = forms.CharField(label=_("变更理由"), max_length=100, error_messages=WITHOUT)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_new = self.instance.pk is None
        if self.is_new:
            del self.fields["reason"]
            self._choose_organisation()
        else:
            del self.fields["organisation"]

    def _choose_organisation(self) -> None:
        mine = {each.pk: each for each in kept_by(type(self.instance), self.for_user)}
        if len(mine) == 1:
            self.instance.organisation = next(iter(mine.values()))
            del self.fields["organisation"]
        else:
            self.fields["organisation"] = KnownField(mine, label=_("机构"))

    def _get_validation_exclusions(self) -> set[str]:
        """What the form doesn't show still counts: one open entry of a name in one organisation, say."""
        found: set[str] = super()._get_validation_exclusions()
        return found - {"organisation", "closed_on"}

    def save(self, commit: bool = True) -> Any:
        entry = super().save(commit=False)
        said = {} if self.is_new else {"reason": self.cleaned_data["reason"]}
        refusals = (add_entry if self.is_new else change_entry)(entry, self.for_user, **said)
        if refusals:
            raise GateRefused(*refusals)
        return entry


class ClosingForm(forms.Form):
    """Why an entry leaves the register."""

    reason = forms.CharField(
        label=_("注销理由"),
        max_length=100,
        error_messages=WITHOUT,
        help_text=_("注销后不能再选用，记录保留；不能撤销，需要时另行登记。"),
    )
