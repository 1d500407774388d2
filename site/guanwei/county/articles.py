"""《盐池县政府系统政务微博、微信应用管理规定》 with the notice that carries it, summed up in our own words."""

from datetime import date

from guanwei.api import Citation, RuleBook
from guanwei.county.chapters import CHAPTERS
from guanwei.county.notice import FOOT, NOTICE, PARTS

DOCUMENT = "盐池县政府系统政务微博、微信应用管理规定"


def cite(article: str, *clauses: str) -> Citation:
    """An article of the regulation."""
    return Citation(DOCUMENT, article, clauses)


def cite_notice(part: str, *clauses: str) -> Citation:
    """A part of the notice."""
    return Citation(NOTICE, part, clauses)


RULE_BOOK = RuleBook(
    id="county.yanchi",
    document=DOCUMENT,
    number="盐政公开办发〔2017〕1号",
    issuer="盐池县政务公开办公室",
    in_force_from=date(2017, 10, 16),
    articles=(*PARTS, *CHAPTERS, *FOOT),
)
