"""Every element cites the regulation, and no derived number passes for a printed one."""

from collections.abc import Iterator
from typing import Any

from guanwei.api import Citation, Declarations


def cited(rules: Declarations) -> Iterator[Citation]:
    """All citations of roles, categories, fields, the route with its steps and boxes, and the form."""
    steps = [step for route in rules.routes for step in route.steps]
    boxes = [box for step in steps for box in step.checklist]
    elements: tuple[Any, ...] = (
        *rules.roles,
        *rules.categories,
        *rules.fields,
        *rules.routes,
        *steps,
        *boxes,
    )
    for element in (*elements, *rules.forms, *rules.registers, *rules.checks, *rules.password_policies):
        yield from element.cites


def test_the_book_is_in_force_from_its_day_of_issue(rules: Declarations) -> None:
    (book,) = rules.rule_books
    assert book.document.startswith(book.issuer)
    assert book.issuer == "六安市应急管理局"
    assert book.in_force_from.isoformat() == "2023-03-21"
    assert book.in_force_until is None


def test_the_book_sums_up_the_notice_eighteen_articles_and_the_annex(rules: Declarations) -> None:
    (book,) = rules.rule_books
    whole = [article.number for article in book.articles if not article.number.endswith(")")]
    assert len(whole) == 20
    assert (whole[0], whole[-1]) == ("印发通知", "附件")
    assert all(article.summary.endswith("。") for article in book.articles)


def test_each_citation_names_this_book_an_article_and_a_clause(rules: Declarations) -> None:
    (book,) = rules.rule_books
    for cite in cited(rules):
        assert cite.document == book.document
        assert cite.article
        assert cite.clauses


def test_each_cited_article_is_summed_up(rules: Declarations) -> None:
    (book,) = rules.rule_books
    numbers = [article.number for article in book.articles]
    for cite in cited(rules):
        assert any(cite.article.startswith(number) for number in numbers), cite.article


def test_lost_labels_are_not_cited_as_printed(rules: Declarations) -> None:
    lost = ("第四条", "第十三条", "第十四条", "第十八条")
    (book,) = rules.rule_books
    shown = [article.number for article in book.articles] + [cite.article for cite in cited(rules)]
    assert not [place for place in shown if place.startswith(lost)]
    unprinted = [article for article in book.articles if not article.printed]
    assert {article.our_number for article in unprinted} == {"4", "13", "13 之 1", "14", "18"}
    assert all(article.fragment for article in unprinted)
