"""What can be done with one row: read it, change it, read its past, close it."""

from typing import Any

from django.contrib.admin.utils import quote
from django.utils.translation import gettext as _

from guanwei.console.registers.base import RowButtons


class EntryButtons(RowButtons):
    """The package's buttons, and two of our own."""

    def get_buttons_for_obj(self, obj: Any, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        buttons: list[dict[str, Any]] = super().get_buttons_for_obj(obj, *args, **kwargs)
        buttons.append(self._button("history", obj, _("沿革"), _("这一条的历次变更")))
        if self.permission_helper.user_can_edit_obj(self.request.user, obj):
            buttons.append(self._button("close", obj, _("注销"), _("不再选用这一条")))
        return buttons

    def _button(self, act: str, obj: Any, label: str, title: str) -> dict[str, Any]:
        classname = self.finalise_classname(["button-secondary", "button-small"])
        url = self.url_helper.get_action_url(act, quote(obj.pk))
        return {"url": url, "label": label, "title": title, "classname": classname}
