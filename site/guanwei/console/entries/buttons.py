"""What can be done with one row: read it, change it, read its past, close it."""

from typing import Any

from django.contrib.admin.utils import quote
from django.utils.translation import gettext as _

from guanwei.console.registers.base import RowButtons

OUTLINED = ["button-secondary"]


class EntryButtons(RowButtons):
    """The package's buttons, and two of our own. On the dark foot of a row's own page they are filled."""

    def get_buttons_for_obj(
        self, obj: Any, exclude: Any = None, classnames_add: Any = None, **kwargs: Any
    ) -> list[dict[str, Any]]:
        on_its_page = "inspect" in (exclude or ())
        self.edit_button_classnames = [] if on_its_page else OUTLINED
        buttons: list[dict[str, Any]] = super().get_buttons_for_obj(obj, exclude, classnames_add, **kwargs)
        looks = [*self.edit_button_classnames, *(classnames_add or ())]
        buttons.append(self._button("history", obj, looks, _("沿革"), _("这一条的历次变更")))
        if self.permission_helper.user_can_edit_obj(self.request.user, obj):
            buttons.append(self._button("close", obj, looks, _("注销"), _("不再选用这一条")))
        return buttons

    def _button(self, act: str, obj: Any, looks: list[str], label: str, title: str) -> dict[str, Any]:
        url = self.url_helper.get_action_url(act, quote(obj.pk))
        return {"url": url, "label": label, "title": title, "classname": self.finalise_classname(looks)}
