"""The tables of the emergency bureau's register, as a Django application."""

from django.utils.translation import gettext_lazy as _
from guanwei.registers.apps import PluginConfig


class LuanEmergencyConfig(PluginConfig):
    """Its label is the package's name."""

    name = "guanwei_luan_emergency"
    verbose_name = _("六安应急的台账")
