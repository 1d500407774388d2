"""Signing in, and who sees the admin: whoever holds a post today or signs for one. No groups are needed."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from guanwei.organisations.rights.holdings import holdings_of

ACCESS = "wagtailadmin.access_admin"


class PostsBackend(ModelBackend):
    """Django's own backend, with admin access by post."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        if perm == ACCESS and obj is None and user_obj.is_active and holdings_of(user_obj).seated:
            return True
        return super().has_perm(user_obj, perm, obj)

    def get_user_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """None but a superuser's: rights come from posts, and asking would cost each screen a query."""
        return super().get_user_permissions(user_obj, obj) if user_obj.is_superuser else set()

    def get_group_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """As above, for groups."""
        return super().get_group_permissions(user_obj, obj) if user_obj.is_superuser else set()
