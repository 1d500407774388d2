"""What a column offers beside its articles: numbers, guides, forms, approval online, an answer to questions."""

from dataclasses import dataclass, field

from wagtail.models import Page

from guanwei.api import ColumnService
from guanwei.portal.models import ColumnPage
from guanwei.portal.queries.articles import NEWEST_FIRST
from guanwei.portal.queries.declared import Declared, declared_among
from guanwei.publishing.models import ArticlePage, Attachment

ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class Material:
    """One signed article of a kind of material, with the files that it carries."""

    article: ArticlePage
    files: list[Attachment]


@dataclass(frozen=True, slots=True)
class Rack:
    """A kind of material with what stands on it, which may be nothing yet."""

    service: ColumnService
    materials: list[Material] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Supply:
    """A column whose contributors hand in materials: the kinds that stand in public, and those that lack."""

    column: ColumnPage
    there: list[ColumnService]
    lacking: list[ColumnService]


def racks_of(declared: Declared | None) -> list[Rack]:
    """In the order of the declaration; none for a column without services. Two queries."""
    if declared is None or not declared.column.services:
        return []
    racks = {each.id: Rack(each) for each in declared.column.services if not each.consultation}
    live = ArticlePage.objects.live().public().child_of(declared.page).filter(service__in=racks)
    articles = list(live.select_related("supplier").order_by(*NEWEST_FIRST))
    named = {each.pk: _named_files(each) for each in articles}
    files = Attachment.objects.in_bulk({key for keys in named.values() for key in keys})
    for article in articles:
        found = [files[key] for key in named[article.pk] if key in files]
        racks[article.service].materials.append(Material(article, found))
    return list(racks.values())


def _named_files(article: ArticlePage) -> list[int]:
    return [each["value"] for each in article.body.raw_data if each["type"] == ATTACHMENT]


def consultation_of(declared: Declared | None) -> ColumnService | None:
    """The form by which readers ask whoever leads the column; None for a column without one."""
    if declared is None or declared.page.closed:
        return None
    return next((each for each in declared.column.services if each.consultation), None)


def supplies_below(base: Page) -> list[Supply]:
    """Every column below that is handed materials, in the order of the tree. Four queries."""
    columns = ColumnPage.objects.descendant_of(base, inclusive=True).filter(closed=False).order_by("path")
    declared = declared_among(columns.select_related("unit"))
    wanted = {pk: [each for each in said.column.services if each.supplied] for pk, said in declared.items()}
    paths = {said.page.path: pk for pk, said in declared.items() if wanted[pk]}
    there: dict[int, set[str]] = {}
    live = ArticlePage.objects.live().descendant_of(base).exclude(service="")
    for path, service in live.values_list("path", "service"):
        there.setdefault(paths.get(path[: -Page.steplen], 0), set()).add(service)
    return [
        Supply(
            declared[pk].page,
            [each for each in wanted[pk] if each.id in there.get(pk, ())],
            [each for each in wanted[pk] if each.id not in there.get(pk, ())],
        )
        for pk in paths.values()
    ]
