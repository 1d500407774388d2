"""Whether the tables in which a plugin keeps its registers are there, as its migrations make them."""

from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.organisations.migration_names import names_in
from guanwei.registry import catalogue

# Applications of which every migration ran when this process looked last.
_made: set[str] = set()


def plugins_without_tables() -> dict[str, str]:
    """Plugins with migrations that haven't run, each with a sentence. One query; none once all have run.

    Their rules may speak of tables that aren't there: whoever lives by them is held (law L6).
    """
    wanted = {each.plugin: each for each in _plugin_apps() if each.label not in _made}
    if not wanted:
        return {}
    labels = [each.label for each in wanted.values()]
    applied = set(MigrationRecorder.Migration.objects.filter(app__in=labels).values_list("app", "name"))
    found = {}
    for plugin, config in wanted.items():
        missing = [name for name in _migrations_of(config) if (config.label, name) not in applied]
        if not missing:
            _made.add(config.label)
            continue
        said = _(
            "规则包“%(plugin)s”的数据表还没有建好（%(migration)s）；"
            "请系统管理员运行 guanwei migrate，仍不成功的请规则包提供者修复。"
        )
        found[plugin] = said % {"plugin": plugin, "migration": missing[0]}
    return found


def _plugin_apps() -> list[Any]:
    return [each for each in apps.get_app_configs() if getattr(each, "plugin", "")]


def _migrations_of(config: AppConfig) -> list[str]:
    """Names of the files. Those that can't be read are the plugin's own error, said where it is loaded."""
    module, _explicit = MigrationLoader.migrations_module(config.label)
    try:
        folder = import_module(module) if module else None
    except ModuleNotFoundError:
        return []
    return names_in(folder) if folder else []


def refusals_of_tables(plugin: str) -> list[Refusal]:
    """Why the plugin can't be switched on yet: a register without its model, or migrations still to run.

    Reads the migrations' files where the plugin declares registers; nothing where it doesn't.
    """
    registers = catalogue().of(plugin).registers
    missing = [each for each in registers if not _is_installed(each.model)]
    if missing:
        said = _(
            "规则包“%(plugin)s”的%(register)s没有数据表模型（%(model)s）；请安装者检查它的安装是否完整。"
        )
        return [_refusal(said, plugin, each.label, each.model) for each in missing]
    labels = {each.model.partition(".")[0] for each in registers}
    waiting = _waiting(labels) if labels else []
    said = _("规则包“%(plugin)s”的数据表还没有建好；请系统管理员在服务器上运行 guanwei migrate 后再启用。")
    return [_refusal(said, plugin)] if waiting else []


def _is_installed(model: str) -> bool:
    try:
        return bool(apps.get_model(model))
    except LookupError:
        return False


def _waiting(labels: set[str]) -> list[tuple[str, str]]:
    """Migrations of the applications that didn't run; an application without any has no tables."""
    loader = MigrationLoader(connection)
    known = {label: [key for key in loader.graph.nodes if key[0] == label] for label in labels}
    waiting = [key for keys in known.values() for key in keys if key not in loader.applied_migrations]
    return waiting + [(label, "") for label, keys in known.items() if not keys]


def _refusal(sentence: str, plugin: str, register: str = "", model: str = "") -> Refusal:
    return Refusal(sentence % {"plugin": plugin, "register": register, "model": model}, plugin=plugin)
