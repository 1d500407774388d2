"""The delivery room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    """Outbox and channels."""

    name = "guanwei.delivery"
    label = "delivery"
    verbose_name = _("投放")

    def ready(self) -> None:
        """Listen for releases, and let the database keep deliveries to their steps."""
        from guanwei.approvals.governed import Steps, step_rows
        from guanwei.delivery import receivers, states

        receivers.connect()
        step_rows(Steps("delivery_delivery", "state", tuple(states.steps())))
