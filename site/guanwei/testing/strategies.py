"""Manuscripts that nobody would write: for Hypothesis, and a fixed row of extreme ones.

Ask with the categories and fields that the rules know, or half of the rules would never answer yes.
"""

from collections.abc import Collection
from datetime import datetime, timedelta, timezone
from itertools import product
from typing import Any

from hypothesis import strategies as st

from guanwei.api import (
    ColumnFacts,
    ConcernedFacts,
    Form,
    Kind,
    Linked,
    ManuscriptFacts,
    Relation,
    UnitFacts,
    Urgency,
    VariantFacts,
)

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 6, 1, 9, 0, tzinfo=BEIJING)
SECTION = UnitFacts("publicity", "宣传科", "section", ("bureau", "qinghe"))
HUGE = 300_000
"""Characters: longer than any article, short enough for an honest rule to read once."""

ODD_TEXTS = (
    "",
    " \t\r\n\u3000",
    "\x00\x1b[31m",
    "\u202e倒着写\u202c\u200b零宽",
    "𠮷𡈽㐂\U000e0100",
    "👩‍👩‍👧‍👦🇨🇳" * 40,
    "e\u0301\u0323" * 40,
    "\uff21\uff22\uff11\uff12（）〔〕",
    "((((a+)+)+)+)$" * 20,
    "A" * HUGE,
    "防汛提示。\n" * (HUGE // 6),
)


def texts() -> st.SearchStrategy[str]:
    """Ordinary, empty and odd texts. Huge ones are among ``extreme_manuscripts`` alone: they are slow to shrink."""
    odd = [text for text in ODD_TEXTS if len(text) < 1000]
    return st.one_of(st.sampled_from(["防汛提示", "yes", *odd]), st.text(max_size=60))


def units() -> st.SearchStrategy[UnitFacts]:
    """Units at any depth, the tree's top included."""
    slugs = st.sampled_from(["qinghe", "bureau", "publicity", "supply-centre"])
    return st.builds(UnitFacts, slugs, texts(), slugs, st.lists(slugs, max_size=4).map(tuple))


def variants() -> st.SearchStrategy[tuple[VariantFacts, ...]]:
    """No variant, one, or several on platforms known and unknown."""
    platforms = st.sampled_from(["weibo", "wechat", "other"])
    one = st.builds(VariantFacts, texts(), st.integers(1, 99), platforms, texts(), texts(), st.booleans())
    return st.lists(one, max_size=3).map(tuple)


def concerned() -> st.SearchStrategy[tuple[ConcernedFacts, ...]]:
    """Nobody, units of the tree, organs outside of it."""
    one = st.builds(ConcernedFacts, st.sampled_from(["", "qinghe", "bureau"]), texts())
    return st.lists(one, max_size=3).map(tuple)


def columns() -> st.SearchStrategy[ColumnFacts | None]:
    """No column, one that nobody declares, or a declared one."""
    ids = st.sampled_from(["", "county.news"])
    return st.none() | st.builds(ColumnFacts, ids, texts(), units(), st.booleans())


def moments() -> st.SearchStrategy[datetime]:
    """Beijing time, leap days and turns of the year included."""
    return st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)).map(lambda at: at.replace(tzinfo=BEIJING))


def manuscripts(
    categories: Collection[str] = (), fields: Collection[str] = ()
) -> st.SearchStrategy[ManuscriptFacts]:
    """Every combination of what a manuscript can be. ``categories`` and ``fields`` are ids."""
    values = st.fixed_dictionaries({}, optional={name: texts() for name in sorted(fields)})
    return st.builds(
        ManuscriptFacts,
        kind=st.sampled_from(Kind),
        form=st.sampled_from(Form),
        urgency=st.sampled_from(Urgency),
        title=texts(),
        text=texts(),
        category=st.sampled_from(["", "nobody.knows-it", *sorted(categories)]),
        supplier=units(),
        manager=units(),
        now=moments(),
        important_disclosure=st.booleans(),
        source_name=texts(),
        source_url=texts(),
        permission=texts(),
        original_title=texts(),
        column=texts(),
        variants=variants(),
        relation=st.sampled_from(Relation),
        apology=texts(),
        fields=values.map(lambda said: tuple(sorted(said.items()))),
        column_facts=columns(),
        concerned=concerned(),
        submitter_roles=st.lists(st.sampled_from(["county.editor", "nobody.knows-it"]), max_size=2).map(
            tuple
        ),
        entries=values.map(
            lambda said: tuple((name, (("name", text),)) for name, text in sorted(said.items()))
        ),
        linked=st.sampled_from(Linked),
        priority=st.booleans(),
    )


def extreme_manuscripts(
    categories: Collection[str] = (), fields: Collection[str] = ()
) -> tuple[ManuscriptFacts, ...]:
    """A fixed row: each kind of item in each category, then each odd text in every place at once."""
    kinds = product(Kind, Form, Urgency, ["", *sorted(categories)])
    plain = [_manuscript("汛期提示", kind=k, form=f, urgency=u, category=c) for k, f, u, c in kinds]
    odd = [_manuscript(text, kind=kind, fields=_filled(fields, text)) for text in ODD_TEXTS for kind in Kind]
    return (*plain, *odd)


def _filled(fields: Collection[str], text: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name in sorted(fields))


def _manuscript(text: str, **changes: Any) -> ManuscriptFacts:
    known: dict[str, Any] = {
        "kind": Kind.ORIGINAL,
        "form": Form.ARTICLE,
        "urgency": Urgency.ORDINARY,
        "category": "",
        "supplier": SECTION,
        "manager": SECTION,
        "now": NOW,
        "variants": (VariantFacts("weibo", 1, "weibo", text, text),),
    }
    texts_everywhere = dict.fromkeys(
        ("title", "text", "source_name", "source_url", "permission", "original_title", "column"), text
    )
    return ManuscriptFacts(**(known | texts_everywhere | changes))
