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
from guanwei.portal.queries.boards import BoardSection, Tile, board_of
from guanwei.portal.queries.declared import declared_of
from guanwei.portal.queries.directory import UnitDesk, directory
from guanwei.portal.queries.frame import Frame, frame_of
from guanwei.portal.queries.materials import Material, Rack, consultation_of, racks_of
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
    "BoardSection",
    "Frame",
    "Headline",
    "Material",
    "Rack",
    "Section",
    "SentPost",
    "Shelf",
    "ShownBook",
    "Tile",
    "UnitDesk",
    "articles_under",
    "board_of",
    "consultation_of",
    "corrections_of",
    "declared_of",
    "directory",
    "frame_of",
    "front_page",
    "is_shown",
    "latest_posts",
    "latest_posts_by_unit",
    "latest_posts_of",
    "listing",
    "live_page_at",
    "racks_of",
    "sent_posts_of",
    "shelves",
    "shown_book",
    "subcolumns",
]
