"""The editor's forms, filled by a program: some fields of a manuscript at a time, declared facts by their ids."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from guanwei.console.editor.forms.concerned import checked
from guanwei.console.editor.forms.declared import form_field
from guanwei.console.editor.forms.manuscripts import ArticleForm, ManuscriptForm, PostForm
from guanwei.console.editor.slugs import default_slug


class FromProgram(ManuscriptForm):
    """Facts that rule books declare come in ``extra``; a fact that is left out stays as it was."""

    def ask_declared(self) -> None:
        """No fields of their own: ``extra`` carries them."""
        if "extra" in self.fields:
            self.fields["extra"] = forms.JSONField(required=False)

    def ask_concerned(self, offered: dict[str, str]) -> forms.Field:
        """A list of objects of ``unit`` or ``name``."""
        self.may_concern = offered
        return forms.JSONField(required=False)

    def clean_concerned(self) -> list[dict[str, str]]:
        said = self.cleaned_data["concerned"]
        if said is not None and not isinstance(said, list):
            raise ValidationError(_("concerned 应是列表。"))
        return checked(said or [], self.may_concern)

    def clean_extra(self) -> dict[str, Any]:
        said = self.cleaned_data["extra"]
        if said is None:
            return dict(self.instance.extra)
        known = {each.id: each for each in self.asked.fields}
        if not isinstance(said, dict) or not set(said) <= set(known):
            offered = _("、").join(sorted(known)) or _("无")
            raise ValidationError(_("extra 只收现行规则要求的事实：%(known)s。") % {"known": offered})
        return {**self.instance.extra, **{key: self._fact(known[key], said[key]) for key in sorted(said)}}

    def _fact(self, field: Any, value: Any) -> Any:
        if not isinstance(value, str | bool | int | None):
            raise ValidationError(_("%(label)s：请填写文字。") % {"label": field.label})
        current = self.instance.extra.get(field.id)
        cleaned = form_field(field, current, self.offers.get(field.id)).clean(value)
        return cleaned.isoformat() if hasattr(cleaned, "isoformat") else cleaned

    def _refuse_strangers(self, cleaned: dict[str, Any]) -> None:
        """A unit that isn't sent counts as the one that stands."""
        standing = {
            name: cleaned.get(name)
            or (getattr(self.instance, name) if getattr(self.instance, f"{name}_id") else None)
            for name in ("supplier", "manager")
        }
        if {"supplier", "manager"} & set(self.fields):
            super()._refuse_strangers(standing)

    def add_error(self, field: str | None, error: Any) -> None:
        """An error of a field that wasn't sent is the whole form's."""
        super().add_error(field if field is None or field in self.fields else None, error)


class ProgramArticleForm(FromProgram, ArticleForm):
    """An article. An address made of a Chinese title becomes the date and a number, as in the editor."""

    def clean_slug(self) -> str:
        slug = super().clean_slug()
        return slug if slug.isascii() else default_slug()


class ProgramPostForm(FromProgram, PostForm):
    """A post without a page."""
