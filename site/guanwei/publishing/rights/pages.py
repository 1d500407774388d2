"""The policy of pages: which of them a person sees and changes in lists, menus and choosers."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page, Site
from wagtail.permission_policies.pages import PagePermissionPolicy

from guanwei.api import Duty
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import appointments_on, roles_with
from guanwei.organisations.rights.holdings import Holdings, holdings_of
from guanwei.publishing.content.columns import closed_to

CHANGING = frozenset({"change", "lock", "unlock", "bulk_delete"})
NOBODYS = frozenset({"publish"})
STRUCTURE = Q(articlepage__isnull=True, depth__gt=1)


def _own(holdings: Holdings) -> Q:
    units = holdings.where(Duty.WRITE)
    return Q(articlepage__supplier__in=units) | Q(articlepage__manager__in=units)


class PagesByPosts(PagePermissionPolicy):
    """Writers see the structure, everything public, and the drafts of their units."""

    def get_all_permissions_for_user(self, user: Any) -> list[Any]:
        return []

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        asked = set(actions) - NOBODYS
        if not asked or not user.is_active:
            return False
        return bool(user.is_superuser or holdings_of(user).writes)

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Page) -> bool:
        tester, asked = instance.permissions_for_user(user), set(actions)
        return bool((asked & CHANGING and tester.can_edit()) or ("add" in asked and tester.can_add_subpage()))

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Page]:
        asked = set(actions) - NOBODYS
        if not self.user_has_any_permission(user, asked):
            return Page.objects.none()
        if user.is_superuser:
            return Page.objects.all()
        holdings, found = holdings_of(user), Q(pk__in=[])
        if asked & CHANGING:
            found |= _own(holdings) | (STRUCTURE if holdings.keeping else Q(pk__in=[]))
        if "add" in asked:
            found |= STRUCTURE & ~Q(pk__in=closed_to(user))
        return Page.objects.filter(found)

    def users_with_any_permission(
        self, actions: Iterable[str], include_superusers: bool = True
    ) -> QuerySet[Person]:
        if not set(actions) - NOBODYS:
            return Person.objects.none()
        writers = appointments_on(clock.today()).filter(role__in=roles_with(Duty.WRITE))
        found = Q(pk__in=writers.values("person"))
        return Person.objects.filter(found | Q(is_superuser=include_superusers or None), is_active=True)

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Page, include_superusers: bool = True
    ) -> QuerySet[Person]:
        return self.users_with_any_permission(actions, include_superusers)

    def instances_with_direct_explore_permission(self, user: Any) -> list[Page]:
        root = self.explorable_root_instance(user)
        return [root] if root else []

    def explorable_root_instance(self, user: Any) -> Page | None:
        if not hasattr(user, self._explorable_root_instance_cache_name):
            setattr(user, self._explorable_root_instance_cache_name, self._root(user))
        return getattr(user, self._explorable_root_instance_cache_name)

    def _root(self, user: Any) -> Page | None:
        if not user.is_active:
            return None
        if user.is_superuser:
            return Page.get_first_root_node()
        site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
        return site.root_page if site and holdings_of(user).writes else None

    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        if not user.is_active:
            return Page.objects.none()
        if user.is_superuser:
            return Page.objects.all()
        holdings = holdings_of(user)
        if not holdings.writes:
            return Page.objects.none()
        return Page.objects.filter(STRUCTURE | Q(live=True, depth__gt=1) | _own(holdings))
