"""What editors write, and the plan by which it is released."""

from guanwei.publishing.models.activities import Activity, ActivityKind, Appearance
from guanwei.publishing.models.articles import ArticlePage, ArticleVariant
from guanwei.publishing.models.error_reports import ErrorReport
from guanwei.publishing.models.files import Attachment, FileHold, Picture, PictureRendition
from guanwei.publishing.models.forms import FormSheet
from guanwei.publishing.models.posts import Post, PostVariant
from guanwei.publishing.models.push_places import PushPlace, PushSlot
from guanwei.publishing.models.pushes import Push, PushItem
from guanwei.publishing.models.releases import Release, ReleaseHistory, ReleasePart, ReleaseTurn, Reservation

__all__ = [
    "Activity",
    "ActivityKind",
    "Appearance",
    "ArticlePage",
    "ArticleVariant",
    "Attachment",
    "ErrorReport",
    "FileHold",
    "FormSheet",
    "Picture",
    "PictureRendition",
    "Post",
    "PostVariant",
    "Push",
    "PushItem",
    "PushPlace",
    "PushSlot",
    "Release",
    "ReleaseHistory",
    "ReleasePart",
    "ReleaseTurn",
    "Reservation",
]
