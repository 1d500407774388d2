"""Forms of the doors."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import SetPasswordForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guanwei.api import Duty

DUTIES = {
    Duty.WRITE: gettext_lazy("采编"),
    Duty.REVIEW: gettext_lazy("审核"),
    Duty.RELEASE: gettext_lazy("发布"),
    Duty.TAKE_DOWN: gettext_lazy("撤稿"),
    Duty.ADMINISTER: gettext_lazy("系统管理"),
    Duty.AUDIT: gettext_lazy("督查"),
}


class CodeForm(forms.Form):
    """A code from the app, or one from paper."""

    code = forms.CharField(
        label=gettext_lazy("验证码"),
        max_length=40,
        help_text=gettext_lazy("手机身份验证器里的六位数；手机不在身边时填一个备用码。"),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "text",
                "autofocus": "",
                "spellcheck": "false",
            }
        ),
    )


class PasswordConfirmForm(forms.Form):
    """Whoever sits at the keyboard must be the person: asked before a key of the account is changed."""

    password = forms.CharField(
        label=gettext_lazy("当前密码"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, request: Any, *args: Any, **kwargs: Any) -> None:
        self.request = request
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        """Counts like a sign-in: guessing is locked out here too."""
        said: str = self.cleaned_data["password"]
        name = self.request.user.get_username()
        if authenticate(self.request, username=name, password=said) != self.request.user:
            raise ValidationError(_("密码不对，请重新填写。"))
        return said


class NewPasswordForm(PasswordConfirmForm, SetPasswordForm):
    """The present password and a new one, twice."""

    field_order = ("password", "new_password1", "new_password2")

    def __init__(self, request: Any, *args: Any, **kwargs: Any) -> None:
        self.request = request
        forms.Form.__init__(self, *args, **kwargs)
        self.user = request.user
        self.fields["new_password1"].label = _("新密码")
        self.fields["new_password2"].label = _("再填一次新密码")
        self.fields["new_password1"].help_text = ""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("password") and cleaned.get("password") == cleaned.get("new_password1"):
            self.add_error("new_password1", _("新密码不能和当前密码相同。"))
        return cleaned


class ReasonForm(forms.Form):
    """Why, for the record."""

    reason = forms.CharField(label=gettext_lazy("理由"), max_length=200)
    key = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**53)


class DemandForm(forms.Form):
    """Of which duty the second factor is demanded."""

    duty = forms.ChoiceField(
        label=gettext_lazy("职责"), choices=[(str(key), label) for key, label in DUTIES.items()]
    )
    demanded = forms.ChoiceField(
        label=gettext_lazy("双重验证"),
        choices=[("yes", gettext_lazy("必须启用")), ("no", gettext_lazy("自愿启用"))],
    )
    reason = forms.CharField(label=gettext_lazy("理由"), max_length=200)
