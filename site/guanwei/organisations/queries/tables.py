"""Whether the tables in which a plugin keeps its registers are there."""

from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.registry import catalogue


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
