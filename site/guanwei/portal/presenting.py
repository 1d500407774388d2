"""An article's header as citizens read it: the facts that are filled, and where the text comes from."""

from dataclasses import dataclass

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from guanwei.organisations.models import Unit
from guanwei.organisations.queries.tree import AGENCY_KINDS
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.models.manuscripts import KindChoices

PUBLISHED = "first_published_at"
# In the order in which offices print them.
HEADER = (
    "index_number",
    "document_number",
    "issuing_body",
    "issued_on",
    PUBLISHED,
    "subject_terms",
    "disclosure_catalogue",
    "disclosure_attribute",
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from. ``address`` is the original's; empty for the county's own."""

    name: str
    reposted: bool
    address: str = ""


def header_rows(article: ArticlePage) -> list[tuple[str, str]]:
    """Label and value of each fact of a document; none for an article that states none beside its date."""
    filled = [name for name in HEADER if getattr(article, name)]
    return [_row(article, name) for name in filled] if filled != [PUBLISHED] else []


def _row(article: ArticlePage, name: str) -> tuple[str, str]:
    value = getattr(article, name)
    if name == PUBLISHED:
        return _("发布日期"), localtime(value).date().isoformat()
    return str(article._meta.get_field(name).verbose_name), str(value)


def source_of(article: ArticlePage) -> Source:
    """The original's publisher for a repost (信息来源), else the unit that supplied the text."""
    reposted = article.kind == KindChoices.REPOST
    if reposted and article.source_name:
        return Source(article.source_name, reposted, article.source_url)
    return Source(_agency_over(article.supplier).name, reposted)


def _agency_over(unit: Unit) -> Unit:
    """The body that citizens know: sections and affiliated units speak for it. Parents come with the article."""
    while unit.kind not in AGENCY_KINDS and unit.parent is not None:
        unit = unit.parent
    return unit
