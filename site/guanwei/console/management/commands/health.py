"""``guanwei health``: exit 1 when something needs a person."""

from typing import Any

from guanwei.console.reporting.health import health
from guanwei.console.reporting.printing import ReportCommand


class Command(ReportCommand):
    """Measures database, triggers, worker, queue, plugins."""

    help = "检查运行状况"

    def report(self, **options: Any) -> tuple[Any, bool]:
        document, self.problems = health()
        return document, not self.problems

    def lines(self, document: Any) -> list[str]:
        found = [f"数据库：{document['database']['vendor']} {document['database']['error'] or '正常'}"]
        if "triggers" in document:
            triggers, worker, queue = document["triggers"], document["worker"], document["queue"]
            found += [
                f"触发器：{triggers['standing']}/{triggers['expected']}",
                f"后台进程：{worker['last_beat'] or '没有运行过'}",
                f"队列：最早等待{int(queue['age'])}秒，卡住{queue['stuck']}件",
                f"规则包：{len(document['plugins'])}个",
            ]
        return found

    def sentence(self, document: Any) -> str:
        return "\n".join(self.problems)
