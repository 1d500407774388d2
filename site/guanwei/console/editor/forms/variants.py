"""One channel variant. Account and number are its key: chosen once, fixed once saved."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from guanwei.accounts.models import Account
from guanwei.console.editor.forms.choosing import KnownField
from guanwei.console.editor.reach import reach_of

NUMBER = "number"


class VariantForm(WagtailAdminModelForm):
    """Text for one account. ``number`` travels with the form: a default minted at a save moves the key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        saved = self.instance.pk is not None
        self.fields["account"] = KnownField(
            self._accounts(saved),
            label=_("账号"),
            required=True,
            disabled=saved,
            help_text=_("保存后不能改选；换账号请删去这一篇，另加一篇。"),
            widget=forms.Select(attrs={"data-gw-account": ""}),
        )
        self.fields[NUMBER].widget = forms.HiddenInput()
        self.fields[NUMBER].disabled = saved
        self.fields[NUMBER].required = False
        for name in ("title", "digest", "text"):
            self.fields[name].widget.attrs["data-gw-counted"] = name

    def _accounts(self, saved: bool) -> dict[int, Account]:
        """Open accounts within the person's reach, and the variant's own whatever became of it."""
        known = reach_of(self.for_user).accounts if self.for_user is not None else {}
        found = {pk: each for pk, each in known.items() if each.closed_on is None}
        if saved:
            own = known.get(self.instance.account_id) or self.instance.account
            found = {own.pk: own, **found}
        return found

    def clean_number(self) -> int:
        return self.cleaned_data[NUMBER] or 1

    def clean_text(self) -> str:
        # Browsers post CR LF, which a platform would count twice.
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")
