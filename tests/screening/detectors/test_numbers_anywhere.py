"""Whatever stands around a number and between its digits: what is found is what was meant."""

from datetime import date

from guanwei.screening.detectors import bank_cards, id_numbers, mobiles
from guanwei.screening.personal.checksums import check_character, is_luhn
from hypothesis import given
from hypothesis import strategies as st
from screening.detectors.finding import found
from screening.detectors.invented import card, id_number, in_fours, wide

BIRTHDAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2020, 1, 1))
IDS = st.builds(lambda day, order: id_number(f"{day:%Y%m%d}", f"{order:03}"), BIRTHDAYS, st.integers(1, 999))
MOBILES = st.builds(lambda first, rest: f"1{first}{rest:09}", st.integers(3, 9), st.integers(0, 10**9 - 1))
CARDS = st.builds(
    lambda body, length: card(f"62{body:014}", length), st.integers(1, 10**14), st.integers(16, 19)
)
PROSE = st.text(st.sampled_from("本县居民认真学习贯彻有关精神，。！“”《》"), max_size=20)
JOINTS = st.sampled_from([" ", "-", "\u200b", "\u2010", "　"])


@given(PROSE, IDS, st.sampled_from(["", " ", "-"]), st.booleans(), PROSE)
def test_an_id_number_anywhere(front: str, number: str, joint: str, is_wide: bool, behind: str) -> None:
    written = joint.join((number[:6], number[6:14], number[14:]))
    written = wide(number) if is_wide else written
    assert found(id_numbers, front + written + behind) == [written]


@given(PROSE, MOBILES, JOINTS, st.booleans(), PROSE)
def test_a_mobile_number_anywhere(front: str, number: str, joint: str, is_wide: bool, behind: str) -> None:
    written = joint.join((number[:3], number[3:7], number[7:]))
    written = wide(number) if is_wide else written
    assert found(mobiles, front + written + behind) == [written]


@given(PROSE, CARDS, st.sampled_from(["", " ", "-"]), PROSE)
def test_a_card_anywhere(front: str, number: str, joint: str, behind: str) -> None:
    written = in_fours(number, joint)
    assert found(bank_cards, f"{front}银行卡{written}{behind}") == [written]


@given(IDS, st.integers(0, 16), st.integers(1, 9))
def test_the_check_character_sees_every_single_mistake(number: str, place: int, by: int) -> None:
    assert check_character(number[:17]) == number[17].lower()
    mistaken = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 : 17]
    assert check_character(mistaken) != number[17].lower()


@given(CARDS, st.data())
def test_the_check_digit_sees_every_single_mistake(number: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(number) - 1))
    by = data.draw(st.integers(1, 9))
    assert is_luhn(number)
    assert not is_luhn(number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :])


@given(st.integers(10, 40), st.sampled_from([id_numbers, mobiles, bank_cards]), st.data())
def test_masked_digits_are_no_number(length: int, detector: object, data: st.DataObject) -> None:
    mask = data.draw(st.sampled_from("*×●■○□"))
    first, last = data.draw(st.integers(0, 6)), data.draw(st.integers(0, 4))
    text = f"号码：{'6' * first}{mask * (length - first - last)}{'1' * last}"
    assert found(detector, text) == []  # type: ignore[arg-type]
