"""The check engine for one set of word lists, kept as long as the lists stay the same."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.db.models import OuterRef, Q, Subquery

from guanwei.api import Dictionary, FindingType
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.organisations.queries.tree import lineages
from guanwei.screening.engine.dictionaries import parse
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.terms import Term
from guanwei.screening.models import Edition, WordList


def engine_for(
    dictionaries: Sequence[Dictionary], units: Sequence[Unit], words: Sequence[Term] = ()
) -> Engine:
    """The engine with the rule books' words and the lists of the units and those above them. Two queries.

    ``words`` are somebody's own besides.
    """
    return _engine(tuple(dictionaries), tuple(_editions(units)), tuple(words))


def _editions(units: Iterable[Unit]) -> list[int]:
    """The newest edition of every list that counts today."""
    today = clock.today()
    lines = lineages(units)
    newest = Edition.objects.filter(word_list=OuterRef("pk")).order_by("-number").values("pk")[:1]
    lists = WordList.objects.filter(
        Q(in_force_until__isnull=True) | Q(in_force_until__gt=today),
        unit__in={each.pk for line in lines.values() for each in line},
        in_force_from__lte=today,
    )
    found = lists.annotate(edition=Subquery(newest)).order_by("pk").values_list("edition", flat=True)
    return [each for each in found if each is not None]


@lru_cache(maxsize=8)
def _engine(
    dictionaries: tuple[Dictionary, ...], editions: tuple[int, ...], words: tuple[Term, ...]
) -> Engine:
    terms = list(words)
    for each in dictionaries:
        terms += parse("\n".join(each.terms), each.finds, each.id).terms
    for edition in Edition.objects.filter(pk__in=editions).select_related("word_list").order_by("pk"):
        kept = edition.word_list
        terms += parse(edition.words, FindingType(kept.finds), kept.dictionary, kept.allows).terms
    return Engine(terms)
