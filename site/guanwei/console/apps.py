"""The console as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsoleConfig(AppConfig):
    """Screens of the admin."""

    name = "guanwei.console"
    label = "console"
    verbose_name = _("工作台")
