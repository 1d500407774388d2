"""The migrations in a package of migrations, by the names of their files. Imports no models."""

from pkgutil import iter_modules
from types import ModuleType


def names_in(folder: ModuleType) -> list[str]:
    """As Django finds them, in order."""
    return [
        each.name for each in iter_modules(folder.__path__) if not each.ispkg and each.name[0] not in "_~"
    ]
