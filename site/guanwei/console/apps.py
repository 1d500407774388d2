"""The console as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsoleConfig(AppConfig):
    """Screens of the admin."""

    name = "guanwei.console"
    label = "console"
    verbose_name = _("工作台")

    def ready(self) -> None:
        """Rights before anybody asks about them; layouts before the first form; notices of what begins to wait."""
        from guanwei.console.editor.layout import connect as lay_out
        from guanwei.console.notices.receivers import connect as send_notices
        from guanwei.publishing.rights.registering import connect as register_rights

        register_rights()
        lay_out()
        send_notices()
