"""Puts a piece into the editor's desk: a draft article or a post with its channel variants, or a push."""

from collections.abc import Iterator
from typing import Any

from guanwei.audit import clock
from guanwei.console.demo.county import Built
from guanwei.console.demo.desks import Desk
from guanwei.console.demo.pieces import Piece, PushPiece
from guanwei.console.demo.refused import must
from guanwei.publishing.models import ArticlePage, ArticleVariant, Picture, Post, PostVariant, Push
from guanwei.publishing.services import add_article, add_post
from guanwei.publishing.services.pushing import compose

TITLE_CHARS = 64


def write(built: Built, desk: Desk, piece: Piece) -> ArticlePage | Post:
    """The draft of ``piece``, written by its editor now."""
    editor = built.people[piece.editor or desk.editor]
    facts = {
        "title": piece.title,
        "category": piece.category,
        "supplier": built.units[piece.supplier or desk.manager],
        "manager": built.units[desk.manager],
        **{name: _dated(value) for name, value in piece.fields.items()},
    }
    if not piece.column:
        return add_post(editor, _variants(built, desk, piece, PostVariant), **facts)
    return add_article(
        built.columns[piece.column],
        editor,
        _variants(built, desk, piece, ArticleVariant),
        slug=piece.key,
        summary=piece.summary,
        body=list(_blocks(piece, built.pictures[piece.picture])),
        **facts,
    )


def order(built: Built, desk: Desk, piece: PushPiece) -> Push:
    """The draft of a push, put in order by its editor now."""
    pages = {each.slug: each.pk for each in ArticlePage.objects.filter(slug__in=piece.articles)}
    picks = [("page", pages[each], 1) for each in piece.articles]
    editor = built.people[piece.editor or desk.editor]
    push, refusals = compose(built.accounts[desk.wechat], clock.today(), picks, editor)
    must(refusals)
    if push is None:
        raise LookupError(f"{piece.key} was not composed")
    return push


def _dated(value: Any) -> Any:
    """``{year}`` in a document number is the year in which it is written; ``today`` is that day."""
    if value == "today":
        return clock.today()
    return value.format(year=clock.today().year) if isinstance(value, str) else value


def _blocks(piece: Piece, picture: Picture) -> Iterator[tuple[str, Any]]:
    for each in piece.body:
        if each.startswith("# "):
            yield "heading", each.removeprefix("# ")
        elif each.startswith("! "):
            yield "picture", {"picture": picture, "caption": each.removeprefix("! ")}
        else:
            yield "paragraph", f"<p>{each}</p>"


def _variants(built: Built, desk: Desk, piece: Piece, model: Any) -> Iterator[Any]:
    with_page = bool(piece.column)
    if piece.weibo:
        yield model(account=built.accounts[desk.weibo], text=piece.weibo, with_link=with_page)
    if piece.wechat:
        yield model(
            account=built.accounts[desk.wechat],
            title=piece.title[:TITLE_CHARS],
            digest=piece.wechat,
            text="" if with_page else piece.wechat,
            from_page=with_page,
            cover=built.pictures[piece.picture],
        )
