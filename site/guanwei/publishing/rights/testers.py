"""What Wagtail asks of one page. The answers hold for superusers too: none of them publishes."""

from abc import ABC, abstractmethod
from typing import Any

from wagtail.models import Page, PagePermissionTester

from guanwei.organisations.rights.holdings import holdings_of
from guanwei.publishing.rights.manuscripts import may_change, may_keep, may_withdraw


class PostsTester(PagePermissionTester, ABC):
    """Rights to one page from the posts that the person holds."""

    def __init__(self, user: Any, page: Any) -> None:
        from wagtail.permissions import policy_registry

        self.user = user
        self.page = page
        self.permission_policy = policy_registry.get(page)
        self.page_is_root = page.depth == 1
        # Stock code looks into this set when a page is moved or copied here.
        self.permissions = {"add"} if self._may_add() else set()

    @abstractmethod
    def _may_write(self) -> bool:
        """Whether the person writes here."""

    def _may_add(self) -> bool:
        return False

    def can_edit(self) -> bool:
        return self._may_write()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        # ``console.editor.guards`` says in a sentence what stands against it.
        return self._may_write()

    def can_unpublish(self) -> bool:
        return bool(self.page.live) and may_withdraw(self.user, self.page)

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_submit_for_moderation(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_unschedule(self) -> bool:
        return False

    def can_reorder_children(self) -> bool:
        return False

    def can_lock(self) -> bool:
        return False

    def can_unlock(self) -> bool:
        return bool(self.user.is_superuser or self.user_has_lock())

    def can_move(self) -> bool:
        return self._may_write() and not self.page.live

    def can_copy(self) -> bool:
        # A copy would carry its writers' text under the copier's name alone, and they could review it (law L2).
        return False

    def can_move_to(self, destination: Page) -> bool:
        if self.page == destination or destination.is_descendant_of(self.page):
            return False
        if not self.can_move() or not self.page.specific.can_move_to(destination):
            return False
        return bool(destination.permissions_for_user(self.user).can_add_subpage())

    def can_copy_to(self, destination: Page, recursive: bool = False) -> bool:
        if not self.can_copy() or (recursive and destination.is_descendant_of(self.page)):
            return False
        if not self.page.specific_class.can_create_at(destination):
            return False
        return bool(destination.permissions_for_user(self.user).can_add_subpage())


class ArticleTester(PostsTester):
    """An article: its writers."""

    def _may_write(self) -> bool:
        return may_change(self.user, self.page)

    def can_add_subpage(self) -> bool:
        return False


class StructureTester(PostsTester):
    """The home page or a column: kept by the site's keepers; whoever writes somewhere adds articles."""

    def _may_write(self) -> bool:
        return not self.page_is_root and may_keep(self.user, self.page)

    def _may_add(self) -> bool:
        if not self.user.is_active:
            return False
        return bool(self.user.is_superuser or holdings_of(self.user).writes)

    def can_add_subpage(self) -> bool:
        models = self.page.specific_class.creatable_subpage_models()
        return self._may_add() and any(each.can_create_at(self.page) for each in models)
