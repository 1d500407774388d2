"""``guanwei health``: exit 1 when something needs a person."""

from typing import Any

from django.utils.translation import gettext as _

from guanwei.console.reporting.health import health
from guanwei.console.reporting.printing import ReportCommand


class Command(ReportCommand):
    """Measures database, triggers, worker, queue, plugins."""

    help = "check database, triggers, worker, queue and plugins"

    def report(self, **options: Any) -> tuple[Any, bool]:
        document, self.problems = health()
        return document, not self.problems

    def lines(self, document: Any) -> list[str]:
        found = [_("数据库：%(vendor)s %(state)s") % _database(document["database"])]
        if "triggers" in document:
            triggers, worker, queue = document["triggers"], document["worker"], document["queue"]
            found += [
                _("触发器：%(standing)s/%(expected)s") % triggers,
                _("后台进程：%(beat)s") % {"beat": worker["last_beat"] or _("没有运行过")},
                *(_("　%(name)s：%(age)d秒前") % each for each in worker["processes"]),
                _("后台任务：最早等待%(age)d秒") % document["jobs"],
                _("队列：最早等待%(age)d秒，卡住%(stuck)d件") % queue,
                _("规则包：%(count)d个") % {"count": len(document["plugins"])},
                *(_("注意：%(warning)s") % {"warning": each} for each in document["warnings"]),
            ]
        return found

    def sentence(self, document: Any) -> str:
        return "\n".join(self.problems)


def _database(measured: dict[str, str]) -> dict[str, str]:
    return {"vendor": measured["vendor"], "state": measured["error"] or _("正常")}
