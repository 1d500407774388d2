"""Lists of manuscripts by what rule books have editors state: one filter for each fact that is declared as listed."""

from typing import Any

from django.db.models import QuerySet
from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.views.pages.listing import PageFilterSet

from guanwei.api import Field, FieldType
from guanwei.console.editor.forms.declared import name_of
from guanwei.publishing.models import Post
from guanwei.registry import catalogue


class DeclaredFilter(ChoiceFilter):
    """By the value of one declared fact, which ``extra`` holds under the field's id."""

    def __init__(self, field: Field) -> None:
        self.declared = field.id
        super().__init__(
            label=field.label,
            choices=field.choices,
            widget=RadioSelect,
            empty_label=_("全部"),
            method=self.matching,
        )

    def matching(self, rows: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        return rows.filter(**{f"extra__{self.declared}": value})


class ByDeclaredFacts:
    """Mixed into a filter set: the declared filters are added when it is asked, as plugins come and go."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in catalogue().fields:
            if field.listed and field.type is FieldType.CHOICE:
                found = DeclaredFilter(field)
                found.parent, found.model = self, self._meta.model  # type: ignore[attr-defined]
                self.filters[name_of(field)] = found  # type: ignore[attr-defined]


class ArticleFilters(ByDeclaredFacts, PageFilterSet):
    """Wagtail's own filters of pages, and ours."""

    class Meta(PageFilterSet.Meta):
        pass


class PostFilters(ByDeclaredFacts, WagtailFilterSet):
    """Ours alone."""

    class Meta:
        model = Post
        fields: list[str] = []
