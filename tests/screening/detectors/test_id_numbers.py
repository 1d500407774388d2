"""An id number is found as it was written; what only looks like one is none."""

import pytest
from guanwei.screening.detectors import id_numbers
from screening.detectors.finding import found
from screening.detectors.invented import MOBILE, card, id_number, wide, wrong

NUMBER = id_number()
IN_PARTS = f"{NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}"
# Both are the standard's own examples (GB 11643-1999, 5).
STANDARD = ("11010519491231002X", "440524188001010014")


@pytest.mark.parametrize("number", STANDARD)
def test_the_standards_examples_are_found(number: str) -> None:
    assert found(id_numbers, f"身份证号：{number}。") == [number]


@pytest.mark.parametrize(
    "written",
    [
        NUMBER,
        STANDARD[0].lower(),
        "11010519491231002×",
        IN_PARTS,
        IN_PARTS.replace(" ", "-"),
        IN_PARTS.replace(" ", "."),
        IN_PARTS.replace(" ", "\u200b"),
        " ".join(NUMBER),
        IN_PARTS.replace(" ", "  "),
        IN_PARTS.replace(" ", " - "),
        wide(STANDARD[0]),
        id_number(order="007", region="820000"[:2] + "0101"),
    ],
)
def test_it_is_found_as_it_was_written_without_the_word_before_it(written: str) -> None:
    assert found(id_numbers, f"公民身份号码：{written}，住址略") == [written]


def test_the_name_is_the_last_word_in_front() -> None:
    assert found(id_numbers, f"身份证件编号：{NUMBER}") == [NUMBER]
    assert found(id_numbers, f"身份证号或统一社会信用代码：{NUMBER}") == [NUMBER]
    assert found(id_numbers, f"请携带身份证，受理编号：{NUMBER}") == []
    assert found(id_numbers, f"项目负责人张三 {NUMBER}") == [NUMBER]


def test_a_typing_mistake_is_forgiven_where_the_number_is_named() -> None:
    assert found(id_numbers, f"身份证号：{wrong(NUMBER)}") == [wrong(NUMBER)]
    assert found(id_numbers, f"{wrong(NUMBER)}（身份证）") == [wrong(NUMBER)]
    assert found(id_numbers, wrong(NUMBER)) == []


@pytest.mark.parametrize("birthday", ["19001301", "19010229", "18200101", "20990101", "00000000"])
def test_no_birthday_no_id_number(birthday: str) -> None:
    number = id_number(birthday)
    assert found(id_numbers, f"身份证号：{number}") == []


@pytest.mark.parametrize("region", ["010101", "990101", "640000", "100101"])
def test_no_region_no_id_number(region: str) -> None:
    assert found(id_numbers, f"身份证号：{id_number(region=region)}") == []


def test_the_old_form_needs_its_name() -> None:
    assert found(id_numbers, "身份证号640323000101001") == ["640323000101001"]
    assert found(id_numbers, "640323000101001") == []
    assert found(id_numbers, "身份证号640323001301001") == []


@pytest.mark.parametrize(
    "text",
    [
        f"统一社会信用代码：{NUMBER}",
        f"订单号{NUMBER}",
        f"案件编号：{NUMBER}",
        f"项目代码 {NUMBER}",
        f"发票号码：{NUMBER}",
        f"A{NUMBER}",
        f"{NUMBER}B",
        f"1{NUMBER}",
        f"{NUMBER[:17]}59",
        f"2023-{NUMBER}",
        f"https://example.cn/{NUMBER}.html",
        "宁公网安备 64032302000012号",
        "640323********123X",
        "64032319000101****",
        "640323 1900 **** 001X",
        "640323×××××××××123X",
        f"IMEI：{card('86012300000000', 15)}",
    ],
)
def test_other_and_masked_numbers_pass(text: str) -> None:
    assert found(id_numbers, text) == []


def test_several_in_a_table() -> None:
    other = id_number(order="002")
    table = f"张三\t{NUMBER}\t{MOBILE}\n李四\t{other}\t{MOBILE}"
    assert found(id_numbers, table) == [NUMBER, other]
    assert found(id_numbers, f"{NUMBER} {other} {MOBILE}") == [NUMBER, other]


def test_a_pupils_number_holds_the_id_number() -> None:
    assert found(id_numbers, f"学籍号：G{NUMBER}") == [NUMBER]
