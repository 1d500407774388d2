"""涉及单位: agencies of the county are ticked, organs outside the system typed, one a line."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput

NAME_CHARS = 60
MOST = 40
HELP = gettext_lazy(
    "内容涉及哪些单位的工作，须由它们确认后才能终审：县内单位勾选，系统以外的机关写名称，一行一个。"
)

Concerned = list[dict[str, str]]


class ConcernedWidget(forms.MultiWidget):
    """Boxes and a text."""

    template_name = "console/editor/concerned.html"

    def __init__(self) -> None:
        outside = {"rows": 1, "placeholder": _("系统以外的机关，一行一个")}
        super().__init__([forms.CheckboxSelectMultiple(), AdminAutoHeightTextInput(attrs=outside)])

    def decompress(self, value: Any) -> list[Any]:
        said = value or []
        return [
            [each["unit"] for each in said if each["unit"]],
            "\n".join(each["name"] for each in said if not each["unit"]),
        ]


class ConcernedField(forms.MultiValueField):
    """Its clean value is what ``Manuscript.concerned`` holds. ``offered`` are names by code."""

    def __init__(self, offered: Mapping[str, str], **kwargs: Any) -> None:
        self.offered = dict(offered)
        units = forms.MultipleChoiceField(choices=list(self.offered.items()), required=False)
        parts = [units, forms.CharField(required=False)]
        super().__init__(parts, require_all_fields=False, required=False, widget=ConcernedWidget(), **kwargs)
        self.widget.widgets[0].choices = units.choices

    def prepare_value(self, value: Any) -> Any:
        """A list goes to the widget as it is: what is stored must be taken apart first, what was posted is."""
        stored = not value or all(isinstance(each, dict) for each in value)
        return self.widget.decompress(value) if stored else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

    def compress(self, data_list: list[Any]) -> Concerned:
        slugs, text = data_list or ([], "")
        return checked([{"unit": slug} for slug in slugs] + outside(text or ""), self.offered)


def outside(text: str) -> list[dict[str, str]]:
    """The organs that are typed."""
    return [{"name": line} for line in text.splitlines() if line.strip()]


def checked(said: Iterable[Any], offered: Mapping[str, str]) -> Concerned:
    """The same in one order, each once, units under their own names. Raises ValidationError with a sentence."""
    units: dict[str, str] = {}
    organs: dict[str, None] = {}
    for each in said:
        slug, name = _pair(each)
        if slug and slug not in offered:
            raise ValidationError(
                _("没有代号为“%(slug)s”的单位；系统以外的机关请只写名称。") % {"slug": slug}
            )
        if slug:
            units[slug] = offered[slug]
        elif not 0 < len(name) <= NAME_CHARS:
            raise ValidationError(_("涉及机关的名称应有1至%(most)d字。") % {"most": NAME_CHARS})
        else:
            organs[name] = None
    if len(units) + len(organs) > MOST:
        raise ValidationError(_("涉及单位最多%(most)d个；请只列须确认的单位。") % {"most": MOST})
    inside = [{"unit": slug, "name": name} for slug, name in sorted(units.items())]
    return inside + [{"unit": "", "name": name} for name in organs]


def _pair(said: Any) -> tuple[str, str]:
    """Code and name of one entry; it may come from a program."""
    texts = [said.get(key, "") for key in ("unit", "name")] if isinstance(said, dict) else [None]
    if not all(isinstance(each, str) for each in texts):
        raise ValidationError(_("涉及单位的每一项应有单位代号 unit，或者系统以外机关的名称 name。"))
    return texts[0].strip(), " ".join(texts[1].split())
