"""The approvals room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApprovalsConfig(AppConfig):
    """The gate and what leads to it."""

    name = "guanwei.approvals"
    label = "approvals"
    verbose_name = _("审批")

    def ready(self) -> None:
        """Set the gate before any live row, and the triggers around every migration."""
        from guanwei.approvals.gate import connect

        connect()
