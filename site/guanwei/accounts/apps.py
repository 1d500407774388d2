"""The accounts room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Official accounts."""

    name = "guanwei.accounts"
    label = "accounts"
    verbose_name = _("政务新媒体账号")
