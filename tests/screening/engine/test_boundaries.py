"""A word that begins or ends with a letter or digit ends there."""

import pytest


@pytest.mark.parametrize("text", ["PC280", "XPC28", "aPC28", "PC28a", "PC28.5", "1PC28"])
def test_it_is_not_found_in_a_longer_one(found, text: str) -> None:
    assert found(text, "PC28") == []


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/pc28/a",
        "www.pc28.example",
        "me@pc28.example",
        "example.com/?a=pc28",
        "pc28@example.com",
    ],
)
def test_it_is_not_found_in_an_address(found, text: str) -> None:
    assert found(f"见 {text} 。", "PC28") == []


@pytest.mark.parametrize("text", ["玩PC28吧", "PC28", "“PC28”", "PC28.", "(PC28)", "PC28，", "pc28 ok"])
def test_it_is_found_where_it_stands_alone(found, text: str) -> None:
    assert len(found(text, "PC28")) == 1


def test_its_han_end_needs_no_boundary(found) -> None:
    assert found("做AB贷款", "AB贷") == ["AB贷"]
    assert found("CAB贷", "AB贷") == []


def test_a_list_may_name_an_address(found) -> None:
    assert found("见http://www.bet-28.example/a", "bet-28.example") == ["bet-28.example"]
    assert found("见http://www.bet-280.example/a", "bet-28") == []
