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

Listed = tuple[int, str, str, str, bool]
"""An edition's key and digest, and what its list says of its words: what they are, of which dictionary, allowed."""


def engine_for(
    dictionaries: Sequence[Dictionary], units: Iterable[Unit], words: Sequence[Term] = ()
) -> Engine:
    """The engine with the rule books' words and the lists of the units and those above them. Two queries.

    ``words`` are somebody's own besides.
    """
    return engine_of(dictionaries, keepers_over(units), words)


def engine_of(
    dictionaries: Sequence[Dictionary], keepers: Iterable[int], words: Sequence[Term] = ()
) -> Engine:
    """The same with the lists of the units with these keys, and of no others. One query."""
    return _engine(tuple(dictionaries), tuple(_listed(keepers)), tuple(words))


def keepers_over(units: Iterable[Unit]) -> set[int]:
    """The keys of the units and of those above them: whose lists count. One query."""
    return {each.pk for line in lineages(units).values() for each in line}


def _listed(keepers: Iterable[int]) -> list[Listed]:
    """The newest edition of every list that counts today."""
    today = clock.today()
    lists = WordList.objects.filter(
        Q(in_force_until__isnull=True) | Q(in_force_until__gt=today),
        unit__in=keepers,
        in_force_from__lte=today,
    )
    newest = Edition.objects.filter(word_list=OuterRef("pk")).order_by("-number").values("pk")[:1]
    wanted = lists.annotate(newest=Subquery(newest)).values("newest")
    rows = Edition.objects.filter(pk__in=wanted).order_by("pk")
    return list(
        rows.values_list(
            "pk", "sha256", "word_list__finds", "word_list__dictionary", "word_list__allows", named=False
        )
    )


@lru_cache(maxsize=8)
def _engine(
    dictionaries: tuple[Dictionary, ...], listed: tuple[Listed, ...], words: tuple[Term, ...]
) -> Engine:
    terms = list(words)
    for each in dictionaries:
        terms += parse("\n".join(each.terms), each.finds, each.id).terms
    kept = dict(Edition.objects.filter(pk__in=[pk for pk, *_said in listed]).values_list("pk", "words"))
    for pk, _sha256, finds, dictionary, allows in listed:
        terms += parse(kept[pk], FindingType(finds), dictionary, allows).terms
    return Engine(terms)
