"""Whether the installation is well, measured now."""

from datetime import timedelta
from typing import Any

from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.translation import gettext as _

from guanwei import registry
from guanwei.approvals.gate import triggers_expected, triggers_standing
from guanwei.approvals.gate.ownership import owner_warnings
from guanwei.delivery.queries import last_beat, oldest_job, queue_age, stuck, workers
from guanwei.organisations.models import Activation
from guanwei.organisations.queries.tables import plugins_without_tables

# The worker goes round every second; a minute without a beat means that none runs.
WORKER_SILENT = timedelta(minutes=1)
QUEUE_LATE = timedelta(minutes=5)


def health() -> tuple[dict[str, Any], list[str]]:
    """The figures, and a sentence for each that isn't well. Ages in seconds."""
    try:
        connection.ensure_connection()
        return _measured()
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        return {"well": False, "database": {"vendor": connection.vendor, "error": reason}}, [
            _("数据库不可用：%(reason)s；请检查数据库服务，或先运行 guanwei migrate。") % {"reason": reason}
        ]


def _measured() -> tuple[dict[str, Any], list[str]]:
    expected, standing = triggers_expected(), triggers_standing()
    beat, age, jobs = last_beat(), queue_age(), oldest_job()
    silent = (timezone.now() - beat) if beat else None
    waiting = [
        f"{each.pk} {each} · {each.get_state_display()}" for each in stuck().select_related("account")[:20]
    ]
    plugins = _plugins()
    found = {
        "database": {"vendor": connection.vendor, "error": ""},
        "triggers": {"expected": expected, "standing": standing},
        "worker": {
            "last_beat": beat.isoformat() if beat else None,
            "age": silent.total_seconds() if silent else None,
            "processes": [
                {"name": name, "age": (timezone.now() - at).total_seconds()} for name, at in workers()
            ],
        },
        "jobs": {"age": jobs.total_seconds()},
        "queue": {"age": age.total_seconds(), "stuck": stuck().count()},
        "plugins": plugins,
        "warnings": owner_warnings(),
    }
    problems = []
    if expected != standing:
        counted = {"expected": expected, "standing": standing}
        problems.append(
            _("触发器应有%(expected)d个，实有%(standing)d个；请运行 guanwei migrate 重建。") % counted
        )
    if silent is None or silent > WORKER_SILENT:
        problems.append(_("后台进程没有在运行；请运行 guanwei work。"))
    if age > QUEUE_LATE:
        problems.append(_("最早到时的投放已等了%(age)d秒；请检查后台进程。") % {"age": age.total_seconds()})
    if jobs > QUEUE_LATE:
        problems.append(_("最早的后台任务已等了%(age)d秒；请检查后台进程。") % {"age": jobs.total_seconds()})
    problems += [_("投放卡住：%(delivery)s；请在“等我处理”里办理。") % {"delivery": each} for each in waiting]
    problems += [_("规则包 %(name)s：%(error)s") % each for each in plugins if each["error"]]
    return {"well": not problems, **found, "problems": problems}, problems


def _plugins() -> list[dict[str, Any]]:
    held, unmade = set(registry.held()), plugins_without_tables()
    too_slow = _("多次超时，已停住；请系统管理员处理。")
    found = [
        {
            "name": each.name,
            "version": each.version,
            "held": each.name in held,
            "error": each.error or unmade.get(each.name, "") or (too_slow if each.name in held else ""),
        }
        for each in registry.plugins()
    ]
    installed = {each["name"] for each in found}
    named = set(Activation.objects.filter(on=True).values_list("plugin", flat=True))
    gone = [
        {"name": name, "version": "", "held": False, "error": _("已启用但没有安装；有关单位的送审会停住。")}
        for name in sorted(named - installed)
    ]
    return found + gone
