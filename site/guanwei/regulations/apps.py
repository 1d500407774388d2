"""The regulations room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegulationsConfig(AppConfig):
    """Original wording of rule books."""

    name = "guanwei.regulations"
    label = "regulations"
    verbose_name = _("规定原文")
