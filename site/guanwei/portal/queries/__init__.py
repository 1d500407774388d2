"""What the public pages ask."""

from guanwei.portal.queries.articles import (
    Headline,
    Section,
    articles_under,
    corrections_of,
    front_page,
    listing,
    subcolumns,
)
from guanwei.portal.queries.directory import UnitDesk, directory
from guanwei.portal.queries.frame import Frame, frame_of
from guanwei.portal.queries.pages import live_page_at
from guanwei.portal.queries.posts import (
    SentPost,
    latest_posts,
    latest_posts_by_unit,
    latest_posts_of,
    sent_posts_of,
)
from guanwei.portal.queries.rules import Shelf, ShownBook, is_shown, shelves, shown_book

__all__ = [
    "Frame",
    "Headline",
    "Section",
    "SentPost",
    "Shelf",
    "ShownBook",
    "UnitDesk",
    "articles_under",
    "corrections_of",
    "directory",
    "frame_of",
    "front_page",
    "is_shown",
    "latest_posts",
    "latest_posts_by_unit",
    "latest_posts_of",
    "listing",
    "live_page_at",
    "sent_posts_of",
    "shelves",
    "shown_book",
    "subcolumns",
]
