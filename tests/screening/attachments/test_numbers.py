"""Numbers and names of cells in workbooks."""

import pytest
from guanwei.screening.attachments.sheets.columns import area_of, letters, place_of
from guanwei.screening.attachments.sheets.numbers import has_lost_digits, masked, shown
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(0, 10**18 - 1))
def test_a_whole_number_is_shown_in_all_its_digits(number: int) -> None:
    assert shown(str(number)) == shown(f"{number}.0") == str(number)


@given(st.integers(0, 10**15 - 1))
def test_a_number_in_powers_of_ten_is_shown_plainly(number: int) -> None:
    assert shown(f"{float(number):.15E}") == str(number)


@pytest.mark.parametrize("value", ["", "x", "0.5", "1e999", "1e-999", "9" * 50, "-", "٣", "nan", "1E+400"])
def test_anything_else_stays(value: str) -> None:
    assert shown(value) == value


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("110101199003070000", True),
        ("110101199013070000", False),
        ("990101199003070000", False),
        ("110101199003071234", False),
        ("6222000000000000000", True),
        ("5222000000000000000", False),
        ("13800001234", False),
    ],
)
def test_what_lost_its_digits_is_told_by_its_shape(text: str, lost: bool) -> None:
    assert has_lost_digits(text) is lost


def test_of_what_lost_its_digits_the_region_stays() -> None:
    assert masked("110101199003070000") == "110101************"


@given(st.integers(1, 16384), st.integers(1, 1_048_576))
def test_names_of_cells_lead_back_to_them(column: int, row: int) -> None:
    assert place_of(f"{letters(column)}{row}") == (row, column)


@pytest.mark.parametrize("name", ["", "A", "1", "A0", "XFE1", "A1048577", "A1B", "AAAA1", "?"])
def test_what_names_no_cell_is_none(name: str) -> None:
    assert place_of(name) is None


def test_an_area_is_its_corners() -> None:
    assert area_of("B2:D9") == (2, 2, 9, 4)
    assert area_of("C3") == (3, 3, 3, 3)
    assert area_of("B2:?") is None
