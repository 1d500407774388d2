"""Puts the word lists into the menu of those who write, audit or administer."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from guanwei.console.review.answers import person_of
from guanwei.console.words.reach import sees_lists


class WordsItem(MenuItem):
    """Shown to those whom the lists concern."""

    def is_shown(self, request: HttpRequest) -> bool:
        return sees_lists(person_of(request))


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/words/``."""
    return [path("console/words/", include("guanwei.console.words.urls"))]


@hooks.register("register_admin_menu_item")
def register_words() -> MenuItem:
    """After the organisation."""
    return WordsItem(_("词表"), reverse_lazy("words:index"), name="words", icon_name="list-ul", order=806)
