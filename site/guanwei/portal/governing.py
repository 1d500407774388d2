"""Puts the home page, columns and the portal's settings under the gate."""

from dataclasses import replace
from typing import Any

from wagtail.signals import pre_page_move

from guanwei.approvals.gate import GateRefused
from guanwei.approvals.governed import SNIPPET_BOOKKEEPING, ContentTable, Governed, govern
from guanwei.publishing.governing import PAGES, page_table

FAMILY = "arrangement"


def connect() -> None:
    """Called once, when the application is ready."""
    from guanwei.portal.keeping import article_refusals, column_refusals, stays
    from guanwei.portal.models import ColumnPage, HomePage
    from guanwei.portal.queries.contributing import closed_to, column_facts
    from guanwei.portal.structure import address_refusals, keeper_of
    from guanwei.publishing.content.columns import ColumnReader, read_columns_with
    from guanwei.publishing.content.facts import structure_facts
    from guanwei.publishing.content.parts import structure_parts

    structure = Governed(
        HomePage,
        "page",
        structure_parts,
        rendered=lambda page: page.title,
        files=lambda _page: [],
        facts=lambda page, now: structure_facts(page, keeper_of(page), now),
        units=lambda page: (keeper_of(page),) * 2,
        tables=(PAGES, page_table(HomePage._meta.db_table)),
        refusals=address_refusals,
    )
    govern(structure)
    govern(
        replace(
            structure,
            model=ColumnPage,
            tables=(PAGES, page_table(ColumnPage._meta.db_table)),
            refusals=lambda page: [*address_refusals(page), *column_refusals(page)],
            stays=stays,
        )
    )
    read_columns_with(ColumnReader(column_facts, article_refusals, closed_to))
    pre_page_move.connect(refuse_move, dispatch_uid="portal.move")
    _govern_settings()


def refuse_move(sender: Any, instance: Any, parent_page_after: Any = None, **_kwargs: Any) -> None:
    """Receiver of ``pre_page_move``: whatever moves a page, declared columns stay and no stranger joins them."""
    from guanwei.portal.keeping import closed_tree_refusals, stays
    from guanwei.portal.models import ColumnPage

    if not isinstance(instance.specific, ColumnPage):
        return
    if refusals := stays(instance) or closed_tree_refusals(parent_page_after):
        raise GateRefused(*refusals)


def _govern_settings() -> None:
    from wagtail.models import Site

    from guanwei.portal import arranging
    from guanwei.portal.models import Arrangement, Redirection, ShownOriginal

    live = Arrangement._meta.db_table
    govern(
        Governed(
            Arrangement,
            FAMILY,
            arranging.parts,
            rendered=arranging.rendered,
            files=lambda _arrangement: [],
            facts=arranging.facts,
            units=lambda _arrangement: (arranging.keeper(), arranging.keeper()),
            tables=(
                ContentTable(live, "site_id", live, "site_id", FAMILY, SNIPPET_BOOKKEEPING),
                ContentTable(ShownOriginal._meta.db_table, "arrangement_id", live, "site_id", FAMILY),
                ContentTable(Redirection._meta.db_table, "arrangement_id", live, "site_id", FAMILY),
                # Wagtail's own row is public whatever becomes of the settings it follows.
                ContentTable(Site._meta.db_table, "id", live, "site_id", FAMILY, always=True),
            ),
            refusals=arranging.refusals,
            project=arranging.project,
            public=arranging.public_parts,
        )
    )
