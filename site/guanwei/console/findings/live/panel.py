"""The panel 检查提示 of the editors: three shelves that a script fills with what stands on the screen."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from guanwei.approvals.subjects import family_of
from guanwei.console.findings.views import SHELVES

# What the script says; names in braces are filled in by it. The first ones are what people call the texts.
WORDS = {
    "heading": _("标题"),
    "block": _("正文第{number}块（{type}）"),
    "row": _("渠道稿{number}"),
    "title": _("{account}标题"),
    "text": _("{account}文字"),
    "apology": _("致歉语"),
    "found": _("必须处理 {block} 条，请核实 {look} 条，供参考 {info} 条。未保存的内容也检查了。"),
    "chip": _("检查提示：必须处理 {block}，请核实 {look}"),
    "looks": _("检查提示：请核实 {look}"),
    "nothing": _("检查没有提示。未保存的内容也检查了。"),
    "often": _("共 {count} 处"),
    "more": _("另有 {more} 处，不一一列出。"),
    "mend": _("改为“{right}”"),
    "answered": _("{person} {at} 已说明理由：{reason}"),
    "failed": _("检查没有完成；提交审核时照常检查全文。"),
    "offline": _("没有连上服务器，现在不能边写边查；提交审核时照常检查全文。"),
    "away": _("登录已经失效，现在不能边写边查；请在另一个窗口重新登录，再继续写。"),
}


class FindingsPanel(Panel):
    """Asks nothing of the database: what was found is loaded after the editor."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "console/findings/live.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            family = family_of(self.instance)
            return context | {
                "family": family,
                "object_id": self.instance.pk or "",
                "shelves": SHELVES,
                "words": {key: str(each) for key, each in WORDS.items()},
                "findings_url": reverse("findings:findings", args=[family, self.instance.pk])
                if self.instance.pk
                else "",
            }
