"""稿件 and 独立稿: the lists from which writers work."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from guanwei.console.editor.filtering import ArticleFilters, PostFilters
from guanwei.console.editor.layout import arrangement_layout, post_layout
from guanwei.portal.models import Arrangement, ColumnPage
from guanwei.publishing.models import ArticlePage, Post


class ChooseColumn(ChooseParentView):
    """Which column the new article goes into."""

    page_title = _("选择栏目")
    template_name = "console/editor/choose_column.html"

    def get_valid_parent_pages(self, user: Any) -> QuerySet[Page]:
        columns = Page.objects.type(tuple(self.model.allowed_parent_page_models()))
        return columns & policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "add")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        open_ones = self.get_valid_parent_pages(self.request.user).filter(live=True)
        columns = ColumnPage.objects.filter(pk__in=open_ones.values("pk")).select_related("unit")
        return {**super().get_context_data(**kwargs), "columns": columns}


class Articles(PageListingViewSet):
    """Every article that the person may see."""

    model = ArticlePage
    name = "articles"
    icon = "doc-full"
    menu_label = _("稿件")
    menu_order = 100
    add_to_admin_menu = True
    choose_parent_view_class = ChooseColumn
    filterset_class = ArticleFilters


class Posts(SnippetViewSet):
    """Posts without a page."""

    model = Post
    icon = "mail"
    menu_label = _("独立稿")
    menu_order = 110
    add_to_admin_menu = True
    list_display = ["title", "manager", "kind"]
    filterset_class = PostFilters
    copy_view_enabled = False
    edit_handler = post_layout()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Post]:
        policy = policy_registry.get_by_type(Post)
        return policy.instances_user_has_any_permission_for(request.user, {"change"}).select_related(
            "manager"
        )


class TheOneArrangement(IndexView):
    """A list of one helps nobody: straight to the settings of the only portal."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        only = list(Arrangement.objects.values_list("pk", flat=True)[:2])
        if len(only) == 1 and self.user_has_permission("change"):
            return redirect(self.edit_url_name, only[0])
        return super().get(request, *args, **kwargs)


class Arrangements(SnippetViewSet):
    """门户设置: one entry a portal, made with it."""

    model = Arrangement
    icon = "site"
    menu_label = _("门户设置")
    menu_name = "arrangements"
    menu_order = 800
    add_to_admin_menu = True
    list_display = ["title", "hostname"]
    index_view_class = TheOneArrangement
    copy_view_enabled = False
    edit_handler = arrangement_layout()
