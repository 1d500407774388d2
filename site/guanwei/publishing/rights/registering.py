"""Puts the policies into Wagtail's registry."""

from wagtail.models import Collection, Page, Site, Task, Workflow
from wagtail.permissions import register_permission_policy


def connect() -> None:
    """Called once, when the application is ready. ``exact_class`` wins over what Wagtail registers later."""
    from guanwei.publishing.models import Attachment, Picture, Post
    from guanwei.publishing.rights.others import FilesByPosts, Nobodys, PostsByPosts
    from guanwei.publishing.rights.pages import PagesByPosts

    register_permission_policy(Page, PagesByPosts())
    register_permission_policy(Post, PostsByPosts(Post), exact_class=True)
    for model in (Picture, Attachment):
        register_permission_policy(model, FilesByPosts(model), exact_class=True)
    # The site changes by its signed settings; a collection's screens would make files private, unsigned.
    for model in (Workflow, Task, Site, Collection):
        register_permission_policy(model, Nobodys(model))
