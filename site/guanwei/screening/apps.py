"""The screening room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScreeningConfig(AppConfig):
    """Findings and their answers."""

    name = "guanwei.screening"
    label = "screening"
    verbose_name = _("内容检查")
