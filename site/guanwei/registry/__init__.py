"""Finds, loads and checks plugins, and asks their rules. No models, no Django."""

from guanwei.registry.catalogue import Catalogue
from guanwei.registry.deciding import decide_manuscript, decide_screenings
from guanwei.registry.elements import Element
from guanwei.registry.engine import (
    Configuration,
    catalogue,
    configuration,
    configure,
    held,
    plugins,
    release_hold,
    reset,
)
from guanwei.registry.loaded import LoadedPlugin
from guanwei.registry.sources import note_broken_app, note_broken_migrations, note_broken_models
from guanwei.registry.standing import Active
from guanwei.registry.suppression import suppress

__all__ = [
    "Active",
    "Catalogue",
    "Configuration",
    "Element",
    "LoadedPlugin",
    "catalogue",
    "configuration",
    "configure",
    "decide_manuscript",
    "decide_screenings",
    "held",
    "note_broken_app",
    "note_broken_migrations",
    "note_broken_models",
    "plugins",
    "release_hold",
    "reset",
    "suppress",
]
