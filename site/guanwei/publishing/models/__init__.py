"""What editors write, and the plan by which it is released."""

from guanwei.publishing.models.articles import ArticlePage, ArticleVariant
from guanwei.publishing.models.files import Attachment, Picture, PictureRendition
from guanwei.publishing.models.forms import FormSheet
from guanwei.publishing.models.posts import Post, PostVariant
from guanwei.publishing.models.releases import Release, ReleaseHistory, ReleasePart, Reservation

__all__ = [
    "ArticlePage",
    "ArticleVariant",
    "Attachment",
    "FormSheet",
    "Picture",
    "PictureRendition",
    "Post",
    "PostVariant",
    "Release",
    "ReleaseHistory",
    "ReleasePart",
    "Reservation",
]
