"""Who changes the portal's settings and its columns, and who adds to these. Signing is a step of the route."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import register_permission_policy

from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import appointments_on
from guanwei.organisations.rights.holdings import holdings_of
from guanwei.portal.models import Arrangement
from guanwei.portal.queries.contributing import closed_to
from guanwei.portal.queries.declared import declared_of
from guanwei.publishing.rights.manuscripts import may_keep
from guanwei.publishing.rights.testers import StructureTester

KEEPING = frozenset({"change", "view"})


class ColumnTester(StructureTester):
    """A column: of those that a rule book declares, each takes items from its own people and stays where it is."""

    def _may_add(self) -> bool:
        return super()._may_add() and self.page.pk not in closed_to(self.user)

    def can_move(self) -> bool:
        return super().can_move() and declared_of(self.page) is None


class ArrangementsByKeepers(BasePermissionPolicy):
    """Nobody adds or deletes: each portal has its settings from its founding on."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool(action in KEEPING and user.is_active and (user.is_superuser or holdings_of(user).keeping))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Arrangement) -> bool:
        return action in KEEPING and may_keep(user, instance)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Person]:
        if not KEEPING & set(actions):
            return Person.objects.none()
        seated = Q(pk__in=appointments_on(clock.today()).values("person")) | Q(is_superuser=True)
        found = [
            each.pk for each in Person.objects.filter(seated) if self.user_has_permission(each, "change")
        ]
        return Person.objects.filter(pk__in=found)


def connect() -> None:
    """Called once, when the application is ready."""
    register_permission_policy(Arrangement, ArrangementsByKeepers(Arrangement), exact_class=True)
