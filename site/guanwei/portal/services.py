"""Founding the site: its first pages go live on genesis permits, while no person exists."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from guanwei.approvals.gate import passing
from guanwei.approvals.services.permits import genesis
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Unit
from guanwei.portal.models import ColumnPage, HomePage


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A column to be founded: its title, address and responsible unit."""

    title: str
    slug: str
    unit: Unit
    introduction: str = ""


def found_site(
    name: str, columns: Iterable[ColumnPlan], welcome: str = "", hostname: str = "localhost", port: int = 80
) -> HomePage:
    """Home and columns of a new portal, live. Refused (``NotSigned``) once a person exists.

    Wagtail's own welcome page is taken down and removed first.
    """
    with transaction.atomic():
        root = Page.get_first_root_node()
        home = HomePage(title=name, slug="portal", welcome=welcome, live=False)
        root.add_child(instance=home)
        _go_live(home)
        for plan in columns:
            column = ColumnPage(
                title=plan.title, slug=plan.slug, unit=plan.unit, introduction=plan.introduction, live=False
            )
            home.add_child(instance=column)
            column.show_in_menus = True
            _go_live(column)
        _replace_welcome(root, home, name, hostname, port)
    return HomePage.objects.get(pk=home.pk)


def _go_live(page: Page) -> None:
    revision = page.save_revision()
    page.refresh_from_db()
    permit = genesis(page.get_latest_revision().as_object(), on_record(_("网站初建")))
    with passing(permit):
        revision.publish(skip_permission_checks=True)


def _replace_welcome(root: Page, home: HomePage, name: str, hostname: str, port: int) -> None:
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.port, site.site_name, site.root_page = hostname, port, name, home
    site.save()
    welcome = root.get_children().exclude(pk=home.pk)
    # Without a save: it would queue jobs that index a page which is gone when they run.
    welcome.update(live=False)
    for stock in welcome:
        stock.delete()
