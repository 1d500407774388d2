"""The delivery room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    """Outbox and channels."""

    name = "guanwei.delivery"
    label = "delivery"
    verbose_name = _("投放")

    def ready(self) -> None:
        """Listen for releases."""
        from guanwei.delivery import receivers

        receivers.connect()
