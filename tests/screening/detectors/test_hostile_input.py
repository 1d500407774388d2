"""No text makes a detector fail or run away: much of anything is read to its end."""

from types import ModuleType

import pytest
from guanwei.screening.detectors import addresses, bank_cards, id_numbers, mobiles
from hypothesis import given, settings
from hypothesis import strategies as st
from screening.detectors.finding import hits
from screening.detectors.invented import MOBILE, card, id_number

DETECTORS = [id_numbers, mobiles, bank_cards, addresses]
# A pattern that goes back and forth would not come to an end of this.
MUCH = 150_000
PIECES = [
    "1",
    "13 ",
    "138 0000 1234 ",
    "1\u200b",
    "\u200b",
    "1x",
    "1*",
    "*",
    "号",
    "小区",
    "3号楼",
    "单元1",
    "家住某",
    "路1号",
    "一",
    "订单号",
]
PIECES += [
    MOBILE,
    MOBILE + "-",
    id_number() + " ",
    card() + "，",
    "阳光小区3号楼2单元501室",
    "家住在",
    "(二期)",
    "1 ",
    "电话1380000123",
]
CHARACTERS = st.text(
    st.sampled_from("0123456789xX*×\uff11－- .\u200b\ufeff号楼单元室家住村组某县路12小区（）①² \n，\ud800\0"),
    max_size=80,
)


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda each: str(each.TYPE))
@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_much_of_the_same_is_read_to_its_end(detector: ModuleType, piece: str) -> None:
    text = piece * (MUCH // len(piece))
    assert all(0 <= each.start < each.end <= len(text) for each in hits(detector, text))


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda each: str(each.TYPE))
@settings(max_examples=300)
@given(text=st.one_of(CHARACTERS, st.text(max_size=60)))
def test_hits_are_in_order_and_apart(detector: ModuleType, text: str) -> None:
    found = hits(detector, text)
    places = [place for hit in found for place in (hit.start, hit.end)]
    assert places == sorted(places)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in found)
    assert all(hit.type is detector.TYPE for hit in found)
