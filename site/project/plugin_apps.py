"""Finds the Django applications that plugins bring: entry points in the group ``guanwei.apps``.

Each names a ``guanwei.registers.apps.PluginConfig`` under its plugin's name. One that can't be used doesn't keep
the site from starting: it is that plugin's error, and the plugin isn't loaded (law L6).
"""

from collections import defaultdict
from importlib.metadata import EntryPoint, entry_points

from guanwei import registry
from guanwei.registers.apps import PluginConfig

GROUP = "guanwei.apps"


def plugin_apps() -> list[str]:
    """Paths for ``INSTALLED_APPS``, by the plugins' names. Their packages are imported, their models aren't."""
    named: dict[str, set[EntryPoint]] = defaultdict(set)
    for point in entry_points(group=GROUP):
        named[point.name].add(point)
    found = []
    for name, points in sorted(named.items()):
        problem = _problem(name, sorted(points, key=lambda point: point.value))
        if problem:
            registry.note_broken_app(name, problem)
        else:
            found.append(points.pop().value.replace(":", "."))
    return found


def _problem(name: str, points: list[EntryPoint]) -> str:
    """Why the application can't be used, as a clause; empty when it can."""
    if len(points) > 1:
        return "、".join(point.value for point in points) + " 同名，只能有一个"
    point = points[0]
    try:
        config = point.load()
    except BaseException as error:  # a module's sys.exit must not end the site
        return f"{type(error).__name__}: {error}"
    if not (isinstance(config, type) and issubclass(config, PluginConfig)):
        return f"{point.value} 不是 guanwei.registers.apps.PluginConfig 的子类"
    # Of a package below another Django would take the last part alone for the label, which may be anybody's.
    package = point.module.partition(".")[0]
    if point.module != f"{package}.apps":
        return f"{point.value} 应在 {package}.apps 中"
    if config.name != package or getattr(config, "label", package) != package:
        return f"{point.value} 的 name 应是它所在的包 {package}，且不另设 label"
    config.plugin = name
    return ""
