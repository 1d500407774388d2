"""What a rule book refuses at entry is refused where the book is in force, and nowhere else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from guanwei import registry
from guanwei.api import FindingType, Severity
from guanwei.audit import clock
from guanwei.organisations.services import switch_on
from guanwei.screening import entering
from guanwei.screening.entering import refusals_at_entry
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, write_post

pytestmark = pytest.mark.django_db
MARKED = ["秘密★5年\n部署要点。"]


def test_an_agency_without_such_a_book_writes_what_another_refuses(county: County) -> None:
    assert refusals_at_entry(MARKED, lambda: [county.water.unit]) == []
    assert write_post(county.water, county.water.people["editor"], text=MARKED[0])


def test_with_the_book_it_is_refused_in_the_books_words(county: County) -> None:
    book = next(each.plugin for each in registry.catalogue().screenings_at_entry(clock.today()))
    by = county.people["administrator"]
    no_refusals(switch_on(county.water.unit, book, by=by, reason="执行通知"))
    (refusal,) = refusals_at_entry(MARKED, lambda: [county.water.unit])
    assert (refusal.plugin, bool(refusal.cites)) == (book, True)


def test_an_ordinary_text_costs_no_query(county: County) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert refusals_at_entry(["今晚停水，请提前备水。"], lambda: [county.water.unit]) == []
    assert len(asked) == 0


def test_only_a_block_without_any_way_out_may_stand_at_the_door() -> None:
    for each in registry.catalogue().screenings_at_entry(clock.today()):
        said = each.screening
        assert (said.severity, said.applies, said.cleared_by) == (Severity.BLOCK, None, ())
        assert said.finds in FindingType


def test_one_save_reads_its_words_once(county: County, monkeypatch: pytest.MonkeyPatch) -> None:
    day, words = clock.today(), ["县里今天检修，明天恢复供水。"]
    assert registry.catalogue().screenings_at_entry(day) is registry.catalogue().screenings_at_entry(day)
    assert refusals_at_entry(words, lambda: [county.water.unit]) == []
    monkeypatch.setattr(entering, "_engine", lambda: pytest.fail("read again"))
    assert refusals_at_entry(words, lambda: [county.water.unit]) == []
