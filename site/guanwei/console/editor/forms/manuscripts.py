"""A manuscript's form: facts as choices of the books in force, declared facts as fields, variants by key.

A draft may be saved unfinished: the chain and submitting say what is missing, and no input is lost.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from guanwei.approvals.subjects import family_of, lock_row
from guanwei.console.editor.forms.choosing import KnownField
from guanwei.console.editor.forms.concerned import HELP, ConcernedField
from guanwei.console.editor.forms.declared import (
    CORE,
    NOTHING,
    Asked,
    asked_of,
    form_field,
    helped,
    name_of,
    stored,
)
from guanwei.console.editor.forms.entries import Offered, offers
from guanwei.console.editor.reach import Reach, reach_of
from guanwei.console.editor.slugs import default_slug, is_reserved
from guanwei.organisations.models import Unit
from guanwei.organisations.rights.holdings import agency_in_memory
from guanwei.portal.queries.declared import column_at, declared_of
from guanwei.publishing.content.entering import refusals_to_store
from guanwei.publishing.content.text import body_text
from guanwei.publishing.models import ReleasePart
from guanwei.publishing.models.releases import PartState
from guanwei.publishing.queries.afterwards import recent_releases
from guanwei.publishing.rights.manuscripts import may_change


class ManuscriptForm(WagtailAdminModelForm):
    """What articles and posts have in common. ``asked`` is what the books in force ask, ``offers`` what
    their registers hold to choose from.
    """

    asked: Asked = NOTHING
    offers: Mapping[str, Offered] = MappingProxyType({})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reach = reach_of(self.for_user) if self.for_user is not None else Reach({}, {}, None)
        supplier, manager = (self._choose_unit(name, reach) for name in ("supplier", "manager"))
        self.asked = asked_of(supplier, manager)
        if supplier is not None and manager is not None:
            ask = (self.asked.fields, self.asked.suppliers)
            self.offers = offers(*ask, supplier, manager, self.for_user)
        self._offer_categories()
        if "priority" in self.fields and "priority" not in self.asked.core:
            # Nobody's rules know it: what is posted counts for nothing.
            del self.fields["priority"]
        if "about" in self.fields:
            self.fields["about"] = self._publications(reach)
        if "concerned" in self.fields:
            self.fields["concerned"] = self.ask_concerned(self._may_concern(reach, supplier, manager))
        for name in CORE & set(self.asked.core) & set(self.fields):
            field = self.fields[name]
            field.help_text = helped(str(field.help_text), self.asked.core[name])
        self.ask_declared()

    def ask_declared(self) -> None:
        """A field for each fact that the books in force declare."""
        for each in self.asked.fields:
            value = self.instance.extra.get(each.id)
            self.fields[name_of(each)] = form_field(each, value, self.offers.get(each.id))

    def ask_concerned(self, offered: dict[str, str]) -> forms.Field:
        """The field for units concerned; ``offered`` are names by code."""
        return ConcernedField(offered, label=_("涉及单位"), help_text=HELP)

    def _may_concern(self, reach: Reach, *own: Unit | None) -> dict[str, str]:
        """Other agencies than the item's own, and whatever it names already."""
        ours = {agency_in_memory(self.for_user, each.pk) for each in own if each is not None}
        offered = {slug: name for slug, (pk, name) in reach.concerned.items() if pk not in ours}
        return offered | {each["unit"]: each["name"] for each in self.instance.concerned if each["unit"]}

    @property
    def declared_names(self) -> list[str]:
        return [name_of(each) for each in self.asked.fields]

    def _choose_unit(self, name: str, reach: Reach) -> Unit | None:
        """Offer the units within reach; a new item stands in the person's own. Returns the current one."""
        own = getattr(self.instance, f"{name}_id")
        known = dict(reach.units)
        if own and own not in known:
            known[own] = getattr(self.instance, name)
        # A program may send some of the fields alone.
        stock = self.fields.get(name)
        if stock is None:
            return known.get(own)
        self.fields[name] = KnownField(
            known, {pk: unit.name for pk, unit in known.items()}, label=stock.label, help_text=stock.help_text
        )
        if not own and reach.own is not None:
            self.initial[name] = own = reach.own.pk
        posted = str(self.data.get(self.add_prefix(name), "")) if self.is_bound else ""
        return known.get(int(posted) if posted.isdecimal() else own)

    def _publications(self, reach: Reach) -> forms.Field:
        """The newest publications of units within reach, and the one that the item names already."""
        known = {each.pk: each for each in recent_releases(reach.units)}
        if self.instance.about_id and self.instance.about_id not in known:
            known[self.instance.about_id] = self.instance.about
        said = {pk: f"{each.decided_at:%m-%d} {each.title}" for pk, each in known.items()}
        stock = self.fields["about"]
        return KnownField(known, said, label=stock.label, help_text=stock.help_text, required=False)

    def _offer_categories(self) -> None:
        if "category" not in self.fields:
            return
        offered = [(each.id, each.label) for each in self.asked.categories]
        current = self.instance.category
        if current and current not in dict(offered):
            offered.append((current, _("%(category)s（现行规则已不用）") % {"category": current}))
        stock = self.fields["category"]
        self.fields["category"] = forms.ChoiceField(
            choices=[("", "---------"), *offered],
            label=stock.label,
            help_text=stock.help_text,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._refuse_strangers(cleaned)
        self._number_variants()
        self._refuse_what_may_not_enter(cleaned)
        return cleaned

    def _refuse_what_may_not_enter(self, cleaned: dict[str, Any]) -> None:
        """What a rule book doesn't let be stored stays on the screen, for its writer alone to take out."""
        supplier, manager = cleaned.get("supplier"), cleaned.get("manager")
        if supplier is None or manager is None:
            return
        texts = [str(cleaned.get(name) or "") for name in ("title", "apology")]
        texts.append(body_text(cleaned["body"]) if cleaned.get("body") is not None else "")
        for form in self._kept_variants():
            texts += [str(form.cleaned_data.get(name) or "") for name in ("title", "text")]
        for refusal in refusals_to_store(texts, supplier, manager):
            self.add_error(None, ValidationError(str(refusal)))

    def _refuse_strangers(self, cleaned: dict[str, Any]) -> None:
        """A writer can't put a manuscript out of the own reach: nobody there would have asked for it."""
        supplier, manager = cleaned.get("supplier"), cleaned.get("manager")
        if supplier is None or manager is None or self.for_user is None:
            return
        probe = type(self.instance)(supplier=supplier, manager=manager)
        if not may_change(self.for_user, probe):
            said = _(
                "您在%(supplier)s和%(manager)s都没有采编职务；供稿单位和管理单位至少有一个应是您任职的单位。"
            )
            self.add_error("supplier", ValidationError(said % {"supplier": supplier, "manager": manager}))

    def _number_variants(self) -> None:
        """One variant an account; another corrects one that has been sent, and gets the next number."""
        held: dict[int, list[int]] = {}
        saved = self._variants_not_posted()
        for form in self._kept_variants():
            account = form.cleaned_data.get("account")
            if account is None:
                continue
            numbers = held.setdefault(account.pk, [])
            number = form.instance.number if form.instance.pk else max(numbers, default=0) + 1
            if numbers and not form.instance.pk and not self._is_sent(account.pk, max(numbers)):
                said = _("%(account)s已有一篇渠道稿；请直接改那一篇。已发出的才能另加一篇更正。")
                form.add_error("account", ValidationError(said % {"account": account}))
            form.cleaned_data["number"] = form.instance.number = number
            numbers.append(number)
            # An autosave may have stored this variant while the screen that is posted didn't know yet.
            if form.instance.pk is None:
                form.instance.pk = saved.get((account.pk, number))

    def _variants_not_posted(self) -> dict[tuple[int, int], int]:
        """Row ids by key of the stored variants that no posted form names."""
        posted = {form.instance.pk for form in self._kept_variants()}
        stored_ones = self.instance.variants.all() if self.instance.pk else ()
        return {
            (each.account_id, each.number): each.pk
            for each in stored_ones
            if each.pk is not None and each.pk not in posted
        }

    def _kept_variants(self) -> Iterable[Any]:
        formset = self.formsets.get("variants")
        for form in formset.forms if formset is not None else ():
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE"):
                yield form

    def _is_sent(self, account: int, number: int) -> bool:
        family = "page" if hasattr(self.instance, "url_path") else "post"
        parts = ReleasePart.objects.filter(release__family=family, release__object_id=self.instance.pk)
        return parts.filter(variant=f"{account}:{number}").exclude(state=PartState.WAITING).exists()

    def save(self, commit: bool = True) -> Any:
        self.instance.extra = stored(self.instance.extra, self.asked.fields, self.cleaned_data)
        with transaction.atomic():
            # Two saves at once, a person's and an autosave: the second sees what the first wrote.
            if commit and self.instance.pk:
                lock_row(family_of(self.instance), self.instance.pk)
            return super().save(commit=commit)


class ArticleForm(ManuscriptForm, WagtailAdminPageForm):
    """An article: its address is made where it is left empty, and held while a delivery links to it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer_services()
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def _offer_services(self) -> None:
        """The kinds of material of the column; no field where it has none."""
        if "service" not in self.fields:
            return
        column = column_at(self.parent_page) if self.parent_page is not None else None
        declared = declared_of(column)
        kinds = declared.column.services if declared is not None else ()
        offered = [(each.id, each.label) for each in kinds if not each.consultation]
        if not offered and not self.instance.service:
            del self.fields["service"]
            return
        stock = self.fields["service"]
        kept = [] if self.instance.service in dict(offered) else [(self.instance.service,) * 2]
        self.fields["service"] = forms.ChoiceField(
            choices=[("", "---------"), *offered, *(pair for pair in kept if pair[0])],
            label=stock.label,
            help_text=stock.help_text,
            required=False,
        )

    def clean_slug(self) -> str:
        slug = str(self.cleaned_data.get("slug") or "")
        if not self.instance.pk:
            return slug or default_slug()
        slug = slug or self.instance.slug
        if slug != self.initial.get("slug", self.instance.slug) and is_reserved(self.instance):
            raise ValidationError(
                _("这篇稿件的地址已写进发布中的渠道稿，不能改动；确需改动，请先由有撤稿职责的人员撤下。")
            )
        return slug


class PostForm(ManuscriptForm):
    """A post without a page."""
