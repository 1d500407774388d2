"""A masked copy screens clean, and every character that tells of nobody is where it was."""

import pytest
from guanwei.api.screenings import FindingType
from guanwei.screening.detectors import addresses, bank_cards, id_numbers, mobiles
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.hits import Hit
from guanwei.screening.personal.masking import masked, masked_names
from hypothesis import given
from hypothesis import strategies as st
from screening.detectors.invented import MOBILE, card, id_number, in_fours, wide

ENGINE = Engine(detectors=[id_numbers, bank_cards, mobiles, addresses])


def screened(text: str) -> list[Hit]:
    return ENGINE.screen(text)


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        (f"身份证号{id_number(order='123')}", "身份证号640323********1239"),
        ("身份证11010519491231002X。", "身份证110105********002X。"),
        ("身份证 110105 19491231 002X", "身份证 110105 ******** 002X"),
        ("身份证号640323000101001", "身份证号640323******001"),
        ("电话+86 138-0000-1234转1", "电话+86 138-****-1234转1"),
        (f"电话{wide(MOBILE)}", f"电话{wide('138')}****{wide('1234')}"),
        (f"卡号{in_fours(card())}", f"卡号**** **** **** ***{card()[15]} {card()[16:]}"),
        ("家住宁夏清河县城关镇阳光小区3号楼2单元501室的张某", "家住宁夏清河县城关镇***的张某"),
        ("现住清河縣文化街12號院3號樓2單元501室", "现住清河縣文化街***"),
        ("火情发生在阳光小区3号楼2单元501室", "火情发生在***"),
        ("住址：城关镇东风村三组12号", "住址：城关镇***"),
    ],
)
def test_as_public_notices_mask(text: str, copy: str) -> None:
    assert masked(text, screened(text)) == copy


WRITTEN = st.sampled_from(
    [
        id_number(),
        MOBILE,
        card(),
        in_fours(card()),
        "+86 138 0000 1234",
        wide(MOBILE),
        "11010519491231002x",
    ]
)
HOMES = st.sampled_from(
    ["家住清河县城关镇阳光小区3号楼2单元501室", "现住文化街12号", "住址：城关镇东风村三组12号"]
)
JOINTS = st.sampled_from(
    ["，", " ", "\n", "、", "；电话", "。卡号", "\t", "/", "（身份证）", "-", "*", "1", "号"]
)
TEXTS = st.lists(st.one_of(WRITTEN, HOMES, JOINTS, st.text(max_size=5)), max_size=10).map("".join)


@given(TEXTS)
def test_a_masked_copy_screens_clean(text: str) -> None:
    copy = masked(text, screened(text))
    assert [copy[hit.start : hit.end] for hit in screened(copy)] == []


@given(TEXTS)
def test_every_other_character_is_kept(text: str) -> None:
    found = [hit for hit in screened(text) if hit.type is not FindingType.HOME_ADDRESS]
    copy = masked(text, found)
    assert len(copy) == len(text)
    for place, (before, after) in enumerate(zip(text, copy, strict=True)):
        if before != after:
            assert after == "*"
            assert any(hit.start <= place < hit.end for hit in found)


@given(TEXTS)
def test_around_an_address_everything_is_kept(text: str) -> None:
    for hit in screened(text):
        copy = masked(text, [hit])
        assert copy.startswith(text[: hit.start])
        assert copy.endswith(text[hit.end :])


def test_what_tells_of_nobody_is_left_alone() -> None:
    text = "绝密★10年"
    assert masked(text, [Hit(FindingType.SECRECY_MARK, 0, 6)]) == text
    assert masked("", []) == ""


def test_a_number_within_an_address() -> None:
    text = "家住阳光小区3号楼2单元501室13800001234"
    found = [Hit(FindingType.MOBILE, 17, 28), Hit(FindingType.HOME_ADDRESS, 2, 28)]
    assert masked(text, found) == "家住***"


def test_names_keep_the_surname() -> None:
    text = "张三、欧阳修远和王 伟，李四光；买买提·艾力"
    names = ["张三", "欧阳修远", "王伟", "李四", "李四光", "买买提·艾力", "", " ", "光"]
    assert masked_names(text, names) == "张*、欧阳**和王 *，李**；买**·**"
    assert masked_names(text, []) == text
    assert masked_names("欧阳来了", ["欧阳"]) == "欧*来了"
