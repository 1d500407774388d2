"""Founding the site: its first pages go live on genesis permits, while no person exists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, Page, Site

from guanwei.approvals.gate import passing
from guanwei.approvals.services.permits import genesis
from guanwei.audit.wording import on_record
from guanwei.organisations.models import Unit
from guanwei.portal.models import Arrangement, ColumnPage, HomePage, Redirection


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """A column to be founded: its title, address and responsible unit."""

    title: str
    slug: str
    unit: Unit
    introduction: str = ""


def found_site(
    name: str,
    columns: Iterable[ColumnPlan],
    welcome: str = "",
    hostname: str = "localhost",
    port: int = 80,
    foot: Mapping[str, str] | None = None,
    moved: Mapping[str, str] | None = None,
) -> HomePage:
    """Home, columns and settings of a new portal, live. Refused (``NotSigned``) once a person exists.

    ``foot`` holds fields of ``Arrangement`` by name, ``moved`` new addresses by old path. Wagtail's own
    welcome page is taken down and removed.
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
        _arrange(moved or {}, site_name=name, hostname=hostname, port=port, root_page=home, **(foot or {}))
        _remove_welcome(root, home)
    return HomePage.objects.get(pk=home.pk)


def _go_live(obj: DraftStateMixin) -> None:
    revision = obj.save_revision()
    obj.refresh_from_db()
    permit = genesis(obj.get_latest_revision().as_object(), on_record(_("网站初建")))
    with passing(permit):
        revision.publish(skip_permission_checks=True)


def _arrange(moved: Mapping[str, str], **settings: Any) -> None:
    """The settings of the site that Wagtail's migrations made."""
    arrangement = Arrangement(site=Site.objects.get(is_default_site=True), **settings)
    arrangement.redirections = [Redirection(old_path=old, target=new) for old, new in moved.items()]
    arrangement.save()
    _go_live(arrangement)


def _remove_welcome(root: Page, home: HomePage) -> None:
    welcome = root.get_children().exclude(pk=home.pk)
    # Without a save: it would queue jobs that index a page which is gone when they run.
    welcome.update(live=False)
    for stock in welcome:
        stock.delete()
