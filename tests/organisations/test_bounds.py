"""How many hold a post at once: arithmetic over days."""

from datetime import date, timedelta

from guanwei.organisations.bounds import Term, most_at_once
from hypothesis import given
from hypothesis import strategies as st

START = date(2026, 1, 1)
DAYS = st.integers(0, 20).map(lambda each: START + timedelta(days=each))
TERMS = st.builds(Term, st.integers(1, 4), DAYS, st.none() | DAYS)


@given(st.lists(TERMS, max_size=6), TERMS)
def test_the_most_at_once_is_what_counting_day_by_day_finds(others: list[Term], asked: Term) -> None:
    days = [START + timedelta(days=each) for each in range(40)]
    asked_for = [day for day in days if asked.holds_on(day)]
    by_hand = [len({each.person for each in (*others, asked) if each.holds_on(day)}) for day in asked_for]
    if by_hand:
        assert most_at_once(others, asked) == max(by_hand)


@given(st.lists(TERMS, max_size=6), TERMS, st.randoms())
def test_the_order_of_appointments_does_not_matter(others: list[Term], asked: Term, random: object) -> None:
    shuffled = list(others)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert most_at_once(shuffled, asked) == most_at_once(others, asked)


def test_a_successor_who_begins_the_day_after_is_never_beside_the_predecessor() -> None:
    gone = Term(1, START, START + timedelta(days=5))
    assert most_at_once([gone], Term(2, START + timedelta(days=6))) == 1
    assert most_at_once([gone], Term(2, START + timedelta(days=5))) == 2


def test_somebody_who_is_appointed_again_counts_once() -> None:
    assert most_at_once([Term(1, START)], Term(1, START + timedelta(days=3))) == 1
