"""The organisations room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    """Units, posts, delegation, activation of plugins."""

    name = "guanwei.organisations"
    label = "organisations"
    verbose_name = _("机构与职务")

    def ready(self) -> None:
        """Tell the registry how rules run; nothing is started yet."""
        from django.conf import settings

        from guanwei import registry

        registry.configure(**settings.GUANWEI_RULES)
