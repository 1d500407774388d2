"""What is wrong with a rule book by itself."""

from collections import Counter

from guanwei.api import RuleBook
from guanwei.registry import sentences


def problem_of(book: RuleBook) -> str:
    """The first mistake, as a clause; empty when there is none."""
    if book.in_force_until is not None and book.in_force_until <= book.in_force_from:
        return sentences.book_never_in_force(book.id)
    counted = Counter((each.document or book.document, each.number) for each in book.articles)
    for (document, number), times in counted.items():
        if times > 1:
            return sentences.article_twice(document, number)
    for each in book.articles:
        if not each.number.strip() or not each.summary.strip():
            return sentences.article_empty(book.id)
        # Without a printed label only its words can find it in the original.
        if not each.printed and not each.fragment:
            return sentences.article_lost(book.id, each.number)
    return ""
