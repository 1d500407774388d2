"""Puts the home page, columns and the portal's settings under the gate."""

from guanwei.approvals.governed import SNIPPET_BOOKKEEPING, ContentTable, Governed, govern
from guanwei.publishing.governing import PAGES, page_table

FAMILY = "arrangement"


def connect() -> None:
    """Called once, when the application is ready."""
    from guanwei.portal.models import ColumnPage, HomePage
    from guanwei.portal.structure import address_refusals, keeper_of
    from guanwei.publishing.content.facts import structure_facts
    from guanwei.publishing.content.parts import structure_parts

    for model in (HomePage, ColumnPage):
        govern(
            Governed(
                model,
                "page",
                structure_parts,
                rendered=lambda page: page.title,
                files=lambda _page: [],
                facts=lambda page, now: structure_facts(page, keeper_of(page), now),
                units=lambda page: (keeper_of(page), keeper_of(page)),
                tables=(PAGES, page_table(model._meta.db_table)),
                refusals=address_refusals,
            )
        )
    _govern_settings()


def _govern_settings() -> None:
    from wagtail.models import Site

    from guanwei.portal import arranging
    from guanwei.portal.models import Arrangement, Redirection

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
                ContentTable(Redirection._meta.db_table, "arrangement_id", live, "site_id", FAMILY),
                # Wagtail's own row is public whatever becomes of the settings it follows.
                ContentTable(Site._meta.db_table, "id", live, "site_id", FAMILY, always=True),
            ),
            refusals=arranging.refusals,
            project=arranging.project,
            public=arranging.public_parts,
        )
    )
