"""The tables of the police bureau's registers, as a Django application."""

from django.utils.translation import gettext_lazy as _
from guanwei.registers.apps import PluginConfig


class AnkangPoliceConfig(PluginConfig):
    """Its label is the package's name."""

    name = "guanwei_ankang_police"
    verbose_name = _("安康公安的台账")
