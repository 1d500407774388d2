"""Forms of the site's structure: an address above public pages stays, and the settings' rows don't contradict."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from guanwei.portal.addresses import normal
from guanwei.portal.keeping import field_refusals
from guanwei.portal.structure import address_held, public_below


class StructureForm(WagtailAdminPageForm):
    """The home page or a column."""

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data["slug"])
        public = public_below(self.instance) if slug != self.instance.slug else None
        if public is not None:
            raise ValidationError(address_held(self.instance, public))
        return slug


class ColumnForm(StructureForm):
    """A column: what its article prints is said at the field that says otherwise."""

    def _post_clean(self) -> None:
        super()._post_clean()
        for name, refusal in field_refusals(self.instance) if self.instance.pk else ():
            self.add_error(name if name in self.fields else None, ValidationError(str(refusal)))


class ArrangementForm(WagtailAdminModelForm):
    """The portal's settings: each old address once."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        seen: set[str] = set()
        for form in self._kept_rows():
            path = normal(form.cleaned_data["old_path"])
            if path in seen:
                form.add_error("old_path", ValidationError(_("这个原地址上面已有一条；请只留一条。")))
            if path == normal(form.cleaned_data.get("target", "")):
                form.add_error("target", ValidationError(_("转回自己了；请改写转到的地址。")))
            seen.add(path)
        return cleaned

    def _kept_rows(self) -> Any:
        formset = self.formsets.get("redirections")
        for form in formset.forms if formset is not None else ():
            if form.is_valid() and form.cleaned_data.get("old_path") and not form.cleaned_data.get("DELETE"):
                yield form
