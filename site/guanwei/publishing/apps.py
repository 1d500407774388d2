"""The publishing room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    """Manuscripts and their release."""

    name = "guanwei.publishing"
    label = "publishing"
    verbose_name = _("稿件")

    def ready(self) -> None:
        """Put the manuscripts under the gate and listen to their saves."""
        from guanwei.publishing.governing import connect

        connect()
