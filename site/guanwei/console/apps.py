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
        from guanwei.console.doors.choosers import connect as without_inline_scripts
        from guanwei.console.doors.receivers import connect as watch_doors
        from guanwei.console.editor.layout import connect as lay_out
        from guanwei.console.notices.receivers import connect as send_notices
        from guanwei.console.programs.fields import connect as show_to_programs
        from guanwei.console.programs.issuing import connect as issue_to_oneself
        from guanwei.publishing.rights.registering import connect as register_rights

        register_rights()
        watch_doors()
        without_inline_scripts()
        lay_out()
        show_to_programs()
        issue_to_oneself()
        send_notices()
