"""The loaded text held against the rule book: what the one has and the other lacks."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from guanwei.api import Article, Place, RuleBook
from guanwei.regulations.locating import open_at
from guanwei.regulations.passages import Passage, Remark
from guanwei.regulations.splitting.remarks import opening_of, place_of


def compare(book: RuleBook, passages: Sequence[Passage]) -> Iterable[Remark]:
    """Articles that a citation would open in vain, and printed articles that nothing sums up."""
    summed_up: set[tuple[str, str]] = set()
    for article in book.articles:
        document = article.document or book.document
        opened = open_at(passages, document, article.number, article.fragment)
        if opened is not None:
            summed_up.add((document, opened.passage.key))
        if article.place is Place.BODY and (opened is None or not opened.exact):
            yield _not_found(article, document)
    for passage in passages:
        if passage.key.startswith(("条", "章")) and (passage.document, passage.key) not in summed_up:
            yield _not_summed_up(passage)


def _not_found(article: Article, document: str) -> Remark:
    said = _("规则书摘要了《%(document)s》%(number)s，原文里没有找到这一处。")
    return Remark("missing", article.number, said % {"document": document, "number": article.number})


def _not_summed_up(passage: Passage) -> Remark:
    where = place_of(passage)
    said = _("原文有%(where)s（“%(opening)s”），规则书没有它的摘要。")
    return Remark("unsummed", where, said % {"where": where, "opening": opening_of(passage)})
