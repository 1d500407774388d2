"""The first page of a declared tree: its sections, columns with their newest articles, columns that are links alone.

Three queries, however many columns and articles there are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import F, Window
from django.db.models.functions import Length, RowNumber, Substr
from wagtail.models import Page

from guanwei.portal.models import ColumnPage, DisplayChoices
from guanwei.portal.queries.articles import IN_A_SECTION, articles_under
from guanwei.publishing.models import ArticlePage

STEP = Page.steplen


@dataclass(frozen=True, slots=True)
class Tile:
    """A column with what it shows on the page: its newest articles, or links to the columns below it."""

    column: ColumnPage
    articles: list[ArticlePage] = field(default_factory=list)
    links: list[ColumnPage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BoardSection:
    """Columns under one heading; without ``column`` those of the page itself. ``links`` are columns shown as links."""

    column: ColumnPage | None
    tiles: list[Tile]
    links: list[ColumnPage]


def board_of(page: Page) -> list[BoardSection]:
    """The sections to show on the page; none where no rule book declares what stands below."""
    below = list(_in_use(page))
    if not any(each.declared for each in below):
        return []
    children: dict[str, list[ColumnPage]] = {}
    for column in below:
        children.setdefault(column.path[:-STEP], []).append(column)
    own = children.get(page.path, [])
    headed = [each for each in own if each.path in children] if not getattr(page, "declared", "") else []
    newest = _newest_in(page, [each for each in below if each.display == DisplayChoices.PAGE])
    sections = [
        _section(None, [each for each in own if each not in headed], children, newest),
        *(_section(each, children[each.path], children, newest) for each in headed),
    ]
    return [each for each in sections if each.tiles or each.links]


def _in_use(page: Page) -> Iterator[ColumnPage]:
    """Live columns below, in the order of the tree, without those out of use and what stands below these."""
    closed: tuple[str, ...] = ()
    live = ColumnPage.objects.live().descendant_of(page).select_related("account").order_by("path")
    for column in live:
        if column.closed:
            closed = (*closed, column.path)
        elif not column.path.startswith(closed or ("-",)):
            yield column


def _section(
    heading: ColumnPage | None,
    columns: Iterable[ColumnPage],
    children: dict[str, list[ColumnPage]],
    newest: dict[str, list[ArticlePage]],
) -> BoardSection:
    tiles, links = [], []
    for column in columns:
        if column.display == DisplayChoices.PAGE or column.path in children:
            tiles.append(Tile(column, newest.get(column.path, []), children.get(column.path, [])))
        else:
            links.append(column)
    return BoardSection(heading, tiles, links)


def _newest_in(page: Page, columns: list[ColumnPage]) -> dict[str, list[ArticlePage]]:
    """The newest articles of each column by its path: those that stand in it, not below."""
    if not columns:
        return {}
    home = Substr("path", 1, Length("path") - STEP)
    ranked = (
        Page.objects.live()
        .descendant_of(page)
        .type(ArticlePage)
        .annotate(home=home)
        .filter(home__in=[each.path for each in columns])
        .exclude(first_published_at=None)
        .annotate(
            rank=Window(
                RowNumber(), partition_by=F("home"), order_by=[F("first_published_at").desc(), F("pk").desc()]
            )
        )
        .filter(rank__lte=IN_A_SECTION)
    )
    found: dict[str, list[ArticlePage]] = {}
    for article in articles_under(page).filter(pk__in=ranked.values("pk")):
        found.setdefault(article.path[:-STEP], []).append(article)
    return found
