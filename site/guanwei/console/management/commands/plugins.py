"""``guanwei plugins``: what is installed, and where it is on."""

from typing import Any

from django.utils.translation import gettext as _

from guanwei.console.reporting.plugins import plugins
from guanwei.console.reporting.printing import ReportCommand


class Command(ReportCommand):
    """Lists plugins. Ends with 1 when one isn't loaded."""

    help = "list the installed plugins, and where each is on"

    def report(self, **options: Any) -> tuple[Any, bool]:
        found = plugins()
        return found, not any(each["error"] for each in found)

    def lines(self, document: Any) -> list[str]:
        found = []
        for each in document:
            units = _("、").join(each["active_for"]) or "-"
            found.append(
                f"{each['name']} {each['version']} {each['label']}  {units}  {each['error']}".rstrip()
            )
        return found

    def sentence(self, document: Any) -> str:
        names = _("、").join(each["name"] for each in document if each["error"])
        return _("规则包没有装载：%(names)s；原因见上，请系统管理员处理。") % {"names": names}
