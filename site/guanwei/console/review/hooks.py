"""Puts the queue first in the menu and on the home page, and the screens under the admin's address."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import LinkMenuItem

from guanwei.console.review.answers import person_of
from guanwei.console.review.queue import waiting

ON_HOME = 5


class QueueMenuItem(MenuItem):
    """等我处理 with the number of things that wait."""

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        count = len(waiting(person_of(request)))
        # The style sheet draws the badge from this attribute; nothing waits, no badge.
        attrs = {"data-waiting": str(count)} if count else {}
        return LinkMenuItem(self.name, self.label, self.url, icon_name=self.icon_name, attrs=attrs)


class QueuePanel(Component):
    """The first things that wait, on the home page."""

    order = 10
    template_name = "console/review/panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        found = waiting(person_of(parent_context["request"]))
        return {"rows": found.rows(0, ON_HOME), "total": len(found), "queue_url": reverse("review:queue")}

    def render_html(self, parent_context: Any = None) -> SafeString:
        return render_to_string(self.template_name, self.get_context_data(parent_context))


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """``console/queue/``, ``console/sign/…``, ``console/deliveries/…``."""
    return [path("console/", include("guanwei.console.review.urls"))]


@hooks.register("register_admin_menu_item")
def register_queue() -> MenuItem:
    """First in the menu."""
    return QueueMenuItem(_("等我处理"), reverse_lazy("review:queue"), name="queue", icon_name="edit", order=1)


@hooks.register("construct_homepage_panels")
def show_queue(request: HttpRequest, panels: list[Component]) -> None:
    """Before everything else."""
    panels.insert(0, QueuePanel())


@hooks.register("insert_global_admin_css")
def style() -> SafeString:
    """One sheet for badge and screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("console/review.css"))
