"""Lists of live articles. The number of queries never depends on how many there are."""

from dataclasses import dataclass

from django.core.paginator import Page as Sheet
from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import Length, RowNumber, Substr
from wagtail.models import Page

from guanwei.portal.models import ColumnPage, DisplayChoices
from guanwei.publishing.models import ArticlePage, Release

SHEET = 20
IN_A_SECTION = 6
ON_THE_FRONT = 8
NEWEST_FIRST = ("-first_published_at", "-pk")


@dataclass(frozen=True, slots=True)
class Headline:
    """An article and the main column that it stands in."""

    article: ArticlePage
    column: ColumnPage


@dataclass(frozen=True, slots=True)
class Section:
    """A main column and its newest articles."""

    column: ColumnPage
    articles: list[ArticlePage]


def articles_under(column: Page) -> QuerySet[ArticlePage]:
    """Live, public articles in the column or below it, newest first, without their bodies."""
    return (
        ArticlePage.objects.live()
        .public()
        .descendant_of(column)
        .select_related("supplier")
        .defer_streamfields()
        .order_by(*NEWEST_FIRST)
    )


def listing(column: Page, number: str | None) -> Sheet[ArticlePage]:
    """One sheet of the column's list; a number that makes no sense gives the nearest sheet.

    Materials stand on shelves of their own.
    """
    plain = articles_under(column).filter(service="")
    return Paginator(plain, SHEET).get_page(number)


def subcolumns(column: Page) -> list[ColumnPage]:
    """Live columns in use directly below, in the order of the tree."""
    return list(ColumnPage.objects.live().filter(closed=False).child_of(column).order_by("path"))


def front_page(home: Page, columns: list[ColumnPage]) -> tuple[list[Headline], list[Section]]:
    """The newest articles of the site, and of each main column that has any (an empty one isn't shown)."""
    length = len(home.path) + Page.steplen
    by_path: dict[str, list[ArticlePage]] = {}
    for article in _newest_of_each(home, length):
        by_path.setdefault(article.path[:length], []).append(article)
    shown = [(column, by_path[column.path]) for column in columns if column.path in by_path]
    headlines = [Headline(article, column) for column, articles in shown for article in articles]
    headlines.sort(key=lambda each: (each.article.first_published_at, each.article.pk), reverse=True)
    return headlines[:ON_THE_FRONT], [Section(column, found[:IN_A_SECTION]) for column, found in shown]


def _unlisted() -> QuerySet[ColumnPage]:
    """Paths of the columns whose articles no list shows but their own: links alone, and those out of use."""
    unlisted = ColumnPage.objects.filter(Q(display=DisplayChoices.LINK) | Q(closed=True))
    return unlisted.values("path")


def _newest_of_each(home: Page, length: int) -> QuerySet[ArticlePage]:
    """The newest articles of every main column, told apart by the first ``length`` signs of the tree path."""
    ranked = (
        Page.objects.live()
        .descendant_of(home)
        .type(ArticlePage)
        .exclude(first_published_at=None)
        .annotate(home=Substr("path", 1, Length("path") - Page.steplen))
        .exclude(home__in=_unlisted())
        .annotate(
            rank=Window(
                RowNumber(),
                partition_by=Substr("path", 1, length),
                order_by=[F("first_published_at").desc(), F("pk").desc()],
            )
        )
        .filter(rank__lte=ON_THE_FRONT)
    )
    return articles_under(home).filter(pk__in=ranked.values("pk"))


def corrections_of(article: ArticlePage) -> list[ArticlePage]:
    """Public articles that correct ``article``, newest first. One query."""
    if not article.pk:
        return []
    of_it = Release.objects.filter(family="page", object_id=article.pk).values("pk")
    rows = ArticlePage.objects.live().filter(relation="correction", about__in=of_it)
    return list(rows.exclude(pk=article.pk).order_by("-first_published_at"))
