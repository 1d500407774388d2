"""``guanwei migrate``: Django's, but a plugin whose migration fails keeps nobody else's tables from being made."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.commands import migrate
from django.db import connections
from django.utils.translation import gettext as _

from guanwei.approvals.gate import make_triggers
from guanwei.registers.apps import PluginConfig


class Command(migrate.Command):
    """Where the whole fails, the core's own migrations run alone, then each plugin's by itself."""

    def handle(self, *args: Any, **options: Any) -> None:
        plugins = _with_migrations()
        if options["app_label"] or options["plan"] or options["check_unapplied"] or not plugins:
            super().handle(*args, **options)
            return
        try:
            super().handle(*args, **options)
        except Exception:
            with _hidden([each.label for each in plugins]):
                super().handle(*args, **{**options, "run_syncdb": False})
            for each in plugins:
                self._make(each, options)

    def _make(self, config: PluginConfig, options: dict[str, Any]) -> None:
        """Run the plugin's migrations; where that fails, say so in a sentence and put the gate up again."""
        try:
            super().handle(**{**options, "app_label": config.label, "run_syncdb": False})
        except Exception as error:
            make_triggers(connections[options["database"]])
            said = _(
                "规则包“%(plugin)s”的数据表没有建好（%(error)s）；启用它的单位暂停送审、签署和发布，其他单位不受影响。"
                "请规则包提供者修复后再运行 guanwei migrate。"
            )
            words = " ".join(f"{type(error).__name__}: {error}".split())
            self.stderr.write(said % {"plugin": config.plugin, "error": words})


def _with_migrations() -> list[PluginConfig]:
    """Applications of plugins whose migrations can be read."""
    configs = [each for each in apps.get_app_configs() if isinstance(each, PluginConfig)]
    return [each for each in configs if settings.MIGRATION_MODULES.get(each.label, "") is not None]


@contextmanager
def _hidden(labels: list[str]) -> Iterator[None]:
    """Django takes these applications for such as have no migrations."""
    before = settings.MIGRATION_MODULES
    settings.MIGRATION_MODULES = {**before, **dict.fromkeys(labels)}
    try:
        yield
    finally:
        settings.MIGRATION_MODULES = before
