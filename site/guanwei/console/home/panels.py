"""Panels of the first screen."""

from typing import Any

from wagtail.admin.ui.components import Component
from wagtail.admin.views import home as stock

from guanwei.console.home.mine import manuscripts_of

# Wagtail's own: they ask about its workflows and about every page, query after query.
STOCK = (
    stock.WorkflowObjectsToModeratePanel,
    stock.UserObjectsInWorkflowModerationPanel,
    stock.RecentEditsPanel,
    stock.LockedPagesPanel,
)


class MinePanel(Component):
    """我的稿件, after what waits for me."""

    order = 20
    template_name = "console/home/mine.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"rows": manuscripts_of(parent_context["request"].user)}
