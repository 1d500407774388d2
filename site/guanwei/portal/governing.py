"""Puts the home page and columns under the gate."""

from guanwei.approvals.governed import Governed, govern
from guanwei.publishing.governing import PAGES, page_table


def connect() -> None:
    """Called once, when the application is ready."""
    from guanwei.portal.models import ColumnPage, HomePage
    from guanwei.portal.structure import keeper_of
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
            )
        )
