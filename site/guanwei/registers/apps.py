"""The base of a plugin's Django application. Read at settings time: imports no models.

What goes wrong in a plugin's models is that plugin's error: the site starts without them (law L6).
"""

from collections.abc import Iterator
from contextlib import suppress

from django.apps import AppConfig
from django.conf import settings
from django.core import checks

from guanwei import registry
from guanwei.registers.migrations_read import fault_of_migrations


class PluginConfig(AppConfig):
    """Named by an entry point in the group ``guanwei.apps`` under the plugin's own name.

    ``name`` is the plugin's package, which is the application's label too: no two plugins can take the same.
    """

    default_auto_field = "django.db.models.BigAutoField"
    plugin = ""

    def import_models(self) -> None:
        """Whatever the module of the models raises stops here."""
        try:
            super().import_models()
        except BaseException as error:  # a module's sys.exit must not end the site
            self._give_up(f"{type(error).__name__}: {error}")

    def ready(self) -> None:
        """Models that Django itself finds fault with would keep every command from running."""
        faults = [fault for model in self.get_models() for fault in model.check(databases=None)]
        serious = [fault for fault in faults if fault.level >= checks.ERROR]
        if serious:
            self._give_up(serious[0].msg)
        if problem := fault_of_migrations(self.name):
            registry.note_broken_migrations(self.plugin, problem)
            # Django reads all migrations before it runs one, or before it says which ran: it passes these by.
            settings.MIGRATION_MODULES = {**settings.MIGRATION_MODULES, self.label: None}

    def _give_up(self, problem: str) -> None:
        """The site goes on without these models, the plugin isn't loaded and says why."""
        registry.note_broken_models(self.plugin, problem)
        own = self.apps.all_models[self.label]
        for waiting in self.apps._pending_operations.values():
            waiting[:] = [each for each in waiting if not set(own.values()) & set(_models_behind(each))]
        own.clear()
        self.models, self.models_module = own, None
        self.apps.clear_cache()


def _models_behind(operation: object) -> Iterator[object]:
    """The models for which an operation waits until another one exists (Django's own bookkeeping)."""
    while operation is not None:
        with suppress(AttributeError):
            yield from operation.args  # type: ignore[attr-defined]
        operation = getattr(operation, "func", None)
