"""Signing in, and who sees the admin: whoever holds a post today or signs for one. No groups are needed."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from guanwei.organisations.rights.holdings import holdings_of

ACCESS = "wagtailadmin.access_admin"
# A program writes for a person who writes: that person issues, names and revokes its tokens.
TOKENS = frozenset(f"wagtailcore.{act}_apitoken" for act in ("add", "view", "change", "delete"))


class PostsBackend(ModelBackend):
    """Django's own backend, with admin access by post."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        if perm == ACCESS and obj is None and user_obj.is_active and holdings_of(user_obj).seated:
            return True
        if perm in TOKENS and obj is None and user_obj.is_active and holdings_of(user_obj).writes:
            return True
        return super().has_perm(user_obj, perm, obj)

    def get_user_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """None but a superuser's: rights come from posts, and asking would cost each screen a query."""
        return super().get_user_permissions(user_obj, obj) if user_obj.is_superuser else set()

    def get_group_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """As above, for groups."""
        return super().get_group_permissions(user_obj, obj) if user_obj.is_superuser else set()
