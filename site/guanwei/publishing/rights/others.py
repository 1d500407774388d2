"""The policies of posts and files, and of what nobody may touch."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Collection, ReferenceIndex
from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permission_policies.collections import CollectionPermissionPolicy

from guanwei.api import Duty
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.organisations.queries.posts import appointments_on, roles_with
from guanwei.organisations.rights.holdings import holdings_of
from guanwei.publishing.models import Post
from guanwei.publishing.queries.files import is_kept
from guanwei.publishing.rights.manuscripts import may_change, may_withdraw

WRITING = frozenset({"add", "change", "delete", "view"})
HANDLING = frozenset({"add", "change", "choose", "delete"})


def writers() -> QuerySet[Person]:
    """Everybody who writes somewhere today."""
    held = appointments_on(clock.today()).filter(role__in=roles_with(Duty.WRITE))
    return Person.objects.filter(Q(pk__in=held.values("person")) | Q(is_superuser=True), is_active=True)


def writes(person: Any) -> bool:
    """Whether the person writes somewhere today."""
    return bool(person.is_active and (person.is_superuser or holdings_of(person).writes))


class PostsByPosts(BasePermissionPolicy):
    """Posts without a page: their writers. Taking down is a right of its own ("unpublish")."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in WRITING and writes(user)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Person]:
        return writers() if WRITING & set(actions) else Person.objects.none()

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Post) -> bool:
        if action == "unpublish":
            return bool(instance.live) and may_withdraw(user, instance)
        return action in WRITING and may_change(user, instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Post]:
        if not WRITING & set(actions) or not writes(user):
            return Post.objects.none()
        if user.is_superuser:
            return Post.objects.all()
        units = holdings_of(user).where(Duty.WRITE)
        return Post.objects.filter(Q(supplier__in=units) | Q(manager__in=units))


class FilesByPosts(CollectionPermissionPolicy):
    """Pictures and attachments: whoever writes adds, describes and chooses them. What is named stays."""

    def _check_perm(self, user: Any, actions: Iterable[str], collection: Collection | None = None) -> bool:
        return bool(user.is_authenticated and HANDLING & set(actions) and writes(user))

    def _collections_with_perm(self, user: Any, actions: Iterable[str]) -> QuerySet[Collection]:
        every = Collection.objects.all()
        return every if self._check_perm(user, actions) else every.none()

    def _users_with_perm(
        self, actions: Iterable[str], collection: Collection | None = None
    ) -> QuerySet[Person]:
        return writers() if HANDLING & set(actions) else Person.objects.none()

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if action == "delete" and (is_kept(instance) or ReferenceIndex.get_references_to(instance).exists()):
            return False
        return self._check_perm(user, [action])

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        return any(self.user_has_permission_for_instance(user, each, instance) for each in actions)


class Nobodys(BasePermissionPolicy):
    """Wagtail's own chains, sites and collections decide nothing here, so nobody changes them (law L1)."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return False

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Person]:
        return Person.objects.none()
