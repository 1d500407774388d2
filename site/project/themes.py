"""Finds the portal theme's folders. A theme is a distribution with an entry point in ``guanwei.themes``."""

from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path


def theme_folders(name: str) -> tuple[list[Path], list[Path]]:
    """Template and static folders of the installed theme ``name``; empty where it isn't installed.

    The package is located, never imported: settings must not run a theme's code.
    """
    for point in entry_points(group="guanwei.themes"):
        if point.name != name:
            continue
        spec = find_spec(point.module)
        if spec and spec.submodule_search_locations:
            folder = Path(next(iter(spec.submodule_search_locations)))
            return [folder / "templates"], [folder / "static"]
    return [], []
