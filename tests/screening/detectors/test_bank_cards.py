"""A bank card is found by its check digit; an office's account is in public."""

import pytest
from guanwei.screening.detectors import bank_cards
from guanwei.screening.personal.checksums import is_luhn
from screening.detectors.finding import found
from screening.detectors.invented import card, id_number, in_fours, wrong

CARD = card()
SHORT = card("6222020000000007", 16)


def id_number_that_is_a_card() -> str:
    numbers = (id_number(order=f"{order:03}") for order in range(1, 1000))
    return next(each for each in numbers if each.isdigit() and is_luhn(each))


@pytest.mark.parametrize(
    "written",
    [
        CARD,
        SHORT,
        in_fours(CARD),
        in_fours(SHORT, "-"),
        f"{CARD[:6]} {CARD[6:]}",
        card("9558800000000000", 19),
        card("4" * 9, 16),
    ],
)
def test_a_card_is_found_as_it_was_written(written: str) -> None:
    assert found(bank_cards, written) == [written]
    assert found(bank_cards, f"本人银行卡号：{written}，开户行略") == [written]


def test_a_wrong_check_digit_is_none() -> None:
    assert found(bank_cards, f"银行卡号：{wrong(CARD)}") == []


def test_another_beginning_needs_a_word() -> None:
    number = card("1034560000000000", 19)
    assert found(bank_cards, number) == []
    assert found(bank_cards, f"打款至{number}") == [number]


def test_columns_need_a_word() -> None:
    assert found(bank_cards, in_fours(CARD, "  ")) == []
    assert found(bank_cards, "卡号" + in_fours(CARD, "  ")) == [in_fours(CARD, "  ")]


def test_a_persons_account_among_its_particulars() -> None:
    assert found(bank_cards, f"户名：张三\n开户行：某银行\n账号：{CARD}") == [CARD]


@pytest.mark.parametrize(
    "text",
    [
        f"户名：清河县财政局\n开户行：某银行清河支行\n账号：{CARD}",
        f"账号：{CARD}\n户名：清河县红十字会",
        f"对公账户：{CARD}",
        f"罚款缴入非税收入专户，账号{CARD}",
        f"财政专户 {in_fours(CARD)}",
        f"收款单位：清河县第一中学；缴款账户：{CARD}",
    ],
)
def test_an_offices_account_is_in_public(text: str) -> None:
    assert found(bank_cards, text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"订单号{CARD}",
        f"合同编号：{CARD}",
        f"项目代码：{CARD}",
        f"公交卡号：{CARD}",
        f"{CARD}1",
        f"1{CARD}",
        f"NX{CARD}",
        f"{CARD}元",
        f"2023-{CARD}",
        f"1234 {in_fours(SHORT)} 1234",
        "6222 **** **** 1234",
        "622202*********1234",
        "6222********1234567",
        "尾号1234的银行卡",
        "0" * 16,
    ],
)
def test_other_and_masked_numbers_pass(text: str) -> None:
    assert found(bank_cards, text) == []


def test_a_code_with_a_date_is_no_card() -> None:
    number = card("6203232023050100", 18)
    assert found(bank_cards, number) == []
    assert found(bank_cards, f"银行卡{number}") == [number]


def test_an_id_number_is_no_card() -> None:
    number = id_number_that_is_a_card()
    assert found(bank_cards, f"银行卡{number}") == []
