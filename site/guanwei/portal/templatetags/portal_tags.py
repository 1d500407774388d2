"""What templates of the portal and of themes may ask."""

from typing import Any

from django import template
from django.core.paginator import Page as Sheet
from wagtail.models import Page

from guanwei.portal import presenting, queries
from guanwei.portal.models import ColumnPage
from guanwei.publishing.models import ArticlePage

register = template.Library()


@register.simple_tag(takes_context=True)
def portal_frame(context: dict[str, Any]) -> queries.Frame:
    """Site name, main columns, trail and footer of the page that is shown."""
    return queries.frame_of(context.get("request"), context.get("page"))


@register.simple_tag
def front_page(home: Page, columns: list[ColumnPage]) -> dict[str, Any]:
    """``headlines`` of the whole site and ``sections`` by main column."""
    headlines, sections = queries.front_page(home, columns)
    return {"headlines": headlines, "sections": sections}


@register.simple_tag(takes_context=True)
def column_listing(context: dict[str, Any], column: Page) -> Sheet[ArticlePage]:
    """The sheet of the column's list that the address asks for (``?page=2``)."""
    return queries.listing(column, context["request"].GET.get("page"))


@register.simple_tag
def sheet_numbers(sheet: Sheet[ArticlePage]) -> list[int | str]:
    """Numbers to print below a list, with a gap where there are too many."""
    return list(sheet.paginator.get_elided_page_range(sheet.number, on_each_side=2, on_ends=1))


@register.simple_tag
def subcolumns(column: Page) -> list[ColumnPage]:
    """Live columns directly below."""
    return queries.subcolumns(column)


@register.simple_tag
def column_board(column: Page) -> list[queries.BoardSection]:
    """Sections of the first page of a declared tree; none for any other column."""
    return queries.board_of(column)


@register.simple_tag
def column_offers(column: ColumnPage) -> dict[str, Any]:
    """``racks`` of materials by kind, and the ``consultation`` by which readers ask."""
    if not column.declared:
        return {"racks": [], "consultation": None}
    declared = queries.declared_of(column)
    racks = [each for each in queries.racks_of(declared) if each.materials]
    return {"racks": racks, "consultation": queries.consultation_of(declared)}


@register.simple_tag
def header_rows(article: ArticlePage) -> list[tuple[str, str]]:
    """Label and value of each filled fact of a document."""
    return presenting.header_rows(article)


@register.simple_tag
def source_of(article: ArticlePage) -> presenting.Source:
    """Where the text comes from."""
    return presenting.source_of(article)


@register.simple_tag
def sent_posts(article: ArticlePage) -> list[queries.SentPost]:
    """Posts that went out with the article."""
    return queries.sent_posts_of(article)


@register.simple_tag
def latest_posts(limit: int) -> list[queries.SentPost]:
    """The newest posts of all accounts."""
    return queries.latest_posts(limit)


@register.simple_tag
def account_posts(account: str, limit: int) -> list[queries.SentPost]:
    """The newest posts of one account."""
    return queries.latest_posts_of(account, limit)


@register.simple_tag
def corrections_of(article: ArticlePage) -> list[ArticlePage]:
    """Public articles that correct this one."""
    return queries.corrections_of(article)
