"""A mobile number is found with its prefix and separators; other figures are left alone."""

import pytest
from guanwei.screening.detectors import mobiles
from guanwei.screening.engine.engine import Engine
from screening.detectors.finding import found
from screening.detectors.invented import MOBILE, OTHER_MOBILE, wide


@pytest.mark.parametrize(
    "written",
    [
        MOBILE,
        "138 0000 1234",
        "138-0000-1234",
        "138\u20130000\u20131234",
        "138.0000.1234",
        "1380-0001-234",
        "138 00001234",
        "1380000 1234",
        "+8613800001234",
        "+86 138 0000 1234",
        "+86-138-0000-1234",
        "(+86)13800001234",
        "（+86）13800001234",
        "0086-13800001234",
        "008613800001234",
        "86-13800001234",
        wide(MOBILE),
        "138\u200b0000\u200b1234",
        "1 3 8 0 0 0 0 1 2 3 4",
        "138 - 0000 - 1234",
        "138  0000  1234",
        "1-3-8-0-0-0-0-1-2-3-4",
    ],
)
def test_it_is_found_as_it_was_written(written: str) -> None:
    assert found(mobiles, f"联系电话：{written}（张三）") == [written]


@pytest.mark.parametrize(
    "front",
    [
        "值班电话：",
        "王工 ",
        "李学文",
        "快递员",
        "项目负责人：",
        "vx",
        "微信同号",
        "①",
        "Tel:",
        "张** ",
        "1,",
        "手机/QQ：",
        "",
    ],
)
def test_whoever_it_belongs_to(front: str) -> None:
    assert found(mobiles, front + MOBILE) == [MOBILE]


@pytest.mark.parametrize("behind", ["转801", "²", "@example.com", "，", "（微信）", "张三", " 35岁"])
def test_whatever_follows(behind: str) -> None:
    assert found(mobiles, f"联系{MOBILE}{behind}") == [MOBILE]


@pytest.mark.parametrize("joint", ["、", "/", "，", " ", "\n", "-", "；", "\t", "和"])
def test_several(joint: str) -> None:
    assert found(mobiles, MOBILE + joint + OTHER_MOBILE) == [MOBILE, OTHER_MOBILE]


def test_several_in_groups() -> None:
    assert found(mobiles, "138 0000 1234 199 0000 5678") == ["138 0000 1234", "199 0000 5678"]


@pytest.mark.parametrize(
    "text",
    [
        "0953-6010000",
        "拨打12345、110、95588",
        "4008000000",
        "800-800-0000",
        "QQ：13800001234",
        "QQ群138000012345",
        "订单号13800001234",
        "警情编号：13800001234",
        "宁（2023）不动产权第13800001234号",
        "SF13800001234",
        "投资15600000000元",
        "客流15600000000人次",
        "¥13800001234",
        "13800001234.50元",
        "106.13800001234",
        "013800001234",
        "138000012345",
        "12800001234",
        "0953-13800001234",
        "2023-138-0000-1234",
        "13800001234-001",
        "6913800001234",
        "8613800001234",
        "138 0000 1234 5678 2345",
        "12 138 0000 1234",
        "19 2345 67890",
        "138  0000  1234",
        "https://example.cn/art_13800001234.html",
        "192.168.138.001",
        "1990-01-01 2000-12-31",
        "统计 1 3 8 0 0 0 0 1 2 3 4 5",
    ],
)
def test_other_figures_pass(text: str) -> None:
    assert found(mobiles, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "138****1234",
        "138 **** 1234",
        "138XXXX1234",
        "138××××1234",
        "138●●●●1234",
        "1380000****",
        "尾号1234",
        "138■■■■1234",
    ],
)
def test_a_masked_number_passes(text: str) -> None:
    assert found(mobiles, f"电话：{text}") == []


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011", "\u2012", "\u2013", "\u2212", "\uff0d"])
def test_the_engine_knows_every_hyphen(hyphen: str) -> None:
    (hit,) = Engine(detectors=[mobiles]).screen(f"138{hyphen}0000{hyphen}1234")
    assert (hit.start, hit.end) == (0, 13)


def test_a_bracket_belongs_to_the_prefix_alone() -> None:
    assert found(mobiles, "张三（+8613800001234）") == ["+8613800001234"]


def test_the_tail_of_a_masked_value_is_none() -> None:
    assert found(mobiles, "卡号：6222****13800001234") == []
    assert found(mobiles, "卡号：622202******13800001234") == []
