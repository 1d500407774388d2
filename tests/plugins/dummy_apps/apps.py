"""As ``guanwei.apps`` entry points name them."""

from django.apps import AppConfig
from guanwei.registers.apps import PluginConfig


class Sound(PluginConfig):
    """Can be used."""

    name = "dummy_apps"


class Foreign(AppConfig):
    """Guards against nothing."""

    name = "dummy_apps"


class Elsewhere(PluginConfig):
    """Would take another package's tables."""

    name = "guanwei.publishing"


class Relabelled(PluginConfig):
    """Would take another application's label."""

    name = "dummy_apps"
    label = "publishing"


not_a_class = "text"
