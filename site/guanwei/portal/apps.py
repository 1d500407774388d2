"""The portal room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """Public pages."""

    name = "guanwei.portal"
    label = "portal"
    verbose_name = _("门户")

    def ready(self) -> None:
        """Put the site's structure and settings under the gate, and say who keeps them."""
        from guanwei.portal.governing import connect
        from guanwei.portal.rights import connect as register_rights

        connect()
        register_rights()
