"""Whether a plugin's migrations can be read: one that can't would keep everybody's from running (law L6)."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps
from django.db.migrations import Migration

from guanwei.organisations.migration_names import names_in
from guanwei.registry import sentences

# Names that Django gives to whatever migration of an application comes first or last.
ANY = frozenset({"__first__", "__latest__"})


def fault_of_migrations(package: str) -> str:
    """What is wrong, as a clause; empty where all can be read, or there are none. Imports them."""
    try:
        folder = import_module(f"{package}.migrations")
        modules = [import_module(f"{folder.__name__}.{name}") for name in names_in(folder)]
    except ModuleNotFoundError as error:
        return "" if error.name == f"{package}.migrations" else f"{error}"
    except BaseException as error:  # a module's sys.exit must not end the site
        return f"{type(error).__name__}: {error}"
    return next((fault for each in modules if (fault := _fault(each))), "")


def _fault(module: ModuleType) -> str:
    name, migration = module.__name__.rpartition(".")[2], getattr(module, "Migration", None)
    if not (isinstance(migration, type) and issubclass(migration, Migration)):
        return sentences.no_migration(name)
    for label, wanted in migration.dependencies:
        if wanted not in ANY and not _exists(label, wanted):
            return sentences.dependency_missing(name, label, wanted)
    return ""


def _exists(label: str, migration: str) -> bool:
    config = apps.app_configs.get(label)
    try:
        return config is not None and find_spec(f"{config.name}.migrations.{migration}") is not None
    except ModuleNotFoundError:
        return False
