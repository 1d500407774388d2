"""The login page's form. Wagtail writes the password's label in English and mixes scripts in its hints."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm as StockForm


class LoginForm(StockForm):
    """Name and password, each with a label and nothing else."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("密码")
        for name in ("username", "password"):
            self.fields[name].widget.attrs.pop("placeholder", None)
