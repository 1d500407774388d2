"""A manuscript as the rules see it: frozen and plain."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from wagtail.models import Page

from guanwei.accounts.models import AccountKind
from guanwei.accounts.queries import text_limit_of
from guanwei.api import ConcernedFacts, Form, Kind, Linked, ManuscriptFacts, Relation, Urgency, VariantFacts
from guanwei.approvals.subjects import family_of
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.tree import unit_facts
from guanwei.publishing.content.columns import column_facts
from guanwei.publishing.content.entries import said_of
from guanwei.publishing.content.file_facts import file_facts
from guanwei.publishing.content.text import body_text
from guanwei.publishing.models import ArticlePage, Post
from guanwei.registers.queries import said
from guanwei.screening.marks import standing_marks


def _linked(obj: ArticlePage | Post) -> Linked:
    """An article's posts link to its own page. A post that carries no link links to nothing, whatever is named."""
    page = obj if isinstance(obj, ArticlePage) else obj.linked_page
    if page is None or not all(each.with_link for each in obj.variants.all()):
        return Linked.NOTHING
    return Linked.PUBLIC if page.live else Linked.DRAFT


def facts_of(obj: ArticlePage | Post, now: datetime) -> ManuscriptFacts:
    """The facts of ``obj`` at the moment ``now``. Who submits is known to whoever asks the rules."""
    parent = obj.get_parent() if isinstance(obj, Page) else None
    supplier = unit_facts(obj.supplier)
    pictures, attachments = file_facts(obj)
    return ManuscriptFacts(
        kind=Kind(obj.kind),
        form=Form.ARTICLE if isinstance(obj, Page) else Form.POST,
        urgency=Urgency(obj.urgency),
        title=obj.title,
        text=body_text(obj.body) if isinstance(obj, ArticlePage) else "",
        category=obj.category,
        supplier=supplier,
        manager=supplier if obj.manager_id == obj.supplier_id else unit_facts(obj.manager),
        now=now,
        important_disclosure=obj.important_disclosure,
        source_name=obj.source_name,
        source_url=obj.source_url,
        permission=obj.permission,
        original_title=obj.original_title,
        column=parent.slug if parent else "",
        variants=tuple(
            VariantFacts(
                each.account.slug,
                each.number,
                each.account.platform,
                each.title,
                each.text,
                each.account.kind == AccountKind.LEADER,
                str(each.account),
                text_limit_of(each.account),
            )
            for each in obj.variants.all()
        ),
        concerned=tuple(ConcernedFacts(each["unit"], each["name"]) for each in obj.concerned),
        linked=_linked(obj),
        priority=obj.priority,
        relation=Relation(obj.relation),
        apology=obj.apology,
        marks=marks_on(obj),
        pictures=pictures,
        videos=_videos(obj),
        attachments=attachments,
        column_facts=column_facts(parent, obj.supplier),
        fields=tuple(sorted((key, said(value)) for key, value in obj.extra.items())),
        entries=tuple((key, tuple(sorted(told.items()))) for key, told in sorted(said_of(obj).items())),
    )


def marks_on(obj: ArticlePage | Post) -> tuple[str, ...]:
    """Ids of the marks that stand on it; nothing that is unsaved is marked."""
    if obj.pk is None:
        return ()
    return tuple(standing_marks(family_of(obj), obj.pk).values_list("mark", flat=True))


def _videos(obj: ArticlePage | Post) -> int:
    return sum(block.block_type == "video" for block in obj.body) if isinstance(obj, ArticlePage) else 0


def units_of(obj: ArticlePage | Post) -> tuple[Unit, Unit]:
    """The supplying and the managing unit."""
    return obj.supplier, obj.manager


def structure_facts(page: Page, unit: Unit, now: datetime) -> ManuscriptFacts:
    """The facts of a page of the site's structure, kept by ``unit``."""
    keeper = unit_facts(unit)
    return ManuscriptFacts(
        kind=Kind.ORIGINAL,
        form=Form.STRUCTURE,
        urgency=Urgency.ORDINARY,
        title=page.title,
        text="",
        category="",
        supplier=keeper,
        manager=keeper,
        now=now,
    )


def plain_facts(facts: ManuscriptFacts) -> dict[str, Any]:
    """The facts as the record keeps them."""
    kept = asdict(facts)
    kept["now"] = facts.now.isoformat()
    return kept
