"""The labels say what is in the texts, and nothing of the kind stands there unlabelled."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from guanwei.api.screenings import FindingType
from guanwei.testing.bench.screening_quality.texts import LabelledText, Where

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
GAPS = "[ .\u3000-]?"
NUMBERS: dict[FindingType, str] = {
    FindingType.ID_NUMBER: rf"(?<!\w)(?:\d{GAPS}){{17}}[\dXx](?!\w)",
    FindingType.MOBILE: rf"(?<![\w*])1{GAPS}[3-9](?:{GAPS}\d){{9}}(?![\w*])",
    FindingType.BANK_CARD: rf"(?<!\w)[3-6](?:{GAPS}\d){{15,18}}(?!\w)",
}


def digits(text: str) -> str:
    return re.sub(r"[^\dX]", "", unicodedata.normalize("NFKC", text).upper())


def is_id(number: str) -> bool:
    """GB 11643: a date of birth, and a check character of ISO 7064 MOD 11-2."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return number[17] == "10X98765432"[total % 11]


def is_card(number: str) -> bool:
    """ISO/IEC 7812: the sum of Luhn."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0


CHECKS: dict[FindingType, Callable[[str], bool]] = {
    FindingType.ID_NUMBER: is_id,
    FindingType.MOBILE: lambda number: True,
    FindingType.BANK_CARD: is_card,
}


def labelled(text: LabelledText, kind: FindingType) -> list[str]:
    return [digits(text.text[each.start : each.end]) for each in text.labels if each.type == kind]


def standing(text: LabelledText, kind: FindingType) -> list[str]:
    """Numbers of the kind that stand in a text, found without the engine."""
    plain = unicodedata.normalize("NFKC", text.text)
    # Han characters are words to a regular expression, but no part of a number.
    plain = re.sub(r"[\u4e00-\u9fff]", "，", plain)
    found = (digits(each) for each in re.findall(NUMBERS[kind], plain))
    return [number for number in found if CHECKS[kind](number)]


@pytest.mark.parametrize("kind", NUMBERS)
def test_each_labelled_number_has_a_valid_sum(kind: FindingType, texts: list[LabelledText]) -> None:
    for text in texts:
        for number in labelled(text, kind):
            bare = number[2:] if kind is FindingType.MOBILE and len(number) == 13 else number
            assert CHECKS[kind](bare), f"{text.id}: {number}"


@pytest.mark.parametrize("kind", NUMBERS)
def test_no_valid_number_stands_unlabelled(kind: FindingType, texts: list[LabelledText]) -> None:
    for text in texts:
        known = [number for each in NUMBERS for number in labelled(text, each)]
        other = [each for each in standing(text, kind) if not any(each in number for number in known)]
        assert not other, f"{text.id}: {other}"


def test_an_invented_person_was_born_in_a_county_that_does_not_exist(texts: list[LabelledText]) -> None:
    """No code of GB/T 2260 goes so high within its prefecture: no real person has such a number."""
    for text in texts:
        for number in labelled(text, FindingType.ID_NUMBER):
            assert number[4:6] >= "88", f"{text.id}: {number}"


def test_an_invented_mobile_number_is_seen_to_be_invented(texts: list[LabelledText]) -> None:
    for text in texts:
        for number in labelled(text, FindingType.MOBILE):
            assert number[-8:-4] == "0000", f"{text.id}: {number}"


def whole(texts: list[LabelledText], kind: FindingType) -> Iterator[tuple[LabelledText, bool]]:
    for text in texts:
        yield text, any(label.type == kind for label in text.labels)


def test_what_is_over_its_channels_limit_is_labelled_and_nothing_else(texts: list[LabelledText]) -> None:
    for text, said in whole(texts, FindingType.CHANNEL_LIMIT):
        assert said == (0 < text.about.limit < len(text.text)), text.id


def test_only_reposts_miss_a_source_and_only_without_one_beside_the_text(texts: list[LabelledText]) -> None:
    for text, said in whole(texts, FindingType.MISSING_SOURCE):
        assert not said or (text.about.kind == "repost" and not text.about.source_name), text.id


def test_only_another_title_is_a_changed_one(texts: list[LabelledText]) -> None:
    for text, said in whole(texts, FindingType.TITLE_CHANGED):
        assert not said or text.about.title != text.about.original_title, text.id


def test_only_citizens_tell_of_emergencies(texts: list[LabelledText]) -> None:
    for text, said in whole(texts, FindingType.POLICE_REPORT_INTENT):
        assert not said or text.about.kind in ("message", "comment"), text.id


def test_a_dead_link_is_known_to_be_dead_and_a_known_one_is_labelled(texts: list[LabelledText]) -> None:
    for text, said in whole(texts, FindingType.LINK_DEAD):
        quotes = {text.text[each.start : each.end] for each in text.labels if each.type == "link_dead"}
        assert quotes <= text.about.dead_links, text.id
        assert said or not any(link in text.text for link in text.about.dead_links), text.id


def test_names_out_of_order_are_out_of_order(texts: list[LabelledText]) -> None:
    for text in texts:
        for label in text.labels:
            if label.type is not FindingType.LEADER_ORDER:
                continue
            quote = text.text[label.start : label.end]
            places = [quote.find(leader.name) for leader in text.about.leaders if leader.name in quote]
            assert len(places) > 1, text.id
            assert places != sorted(places), text.id


def test_quotes_are_used_where_words_are_meant(texts: list[LabelledText]) -> None:
    spanless = {
        FindingType.MISSING_SOURCE: Where.START,
        FindingType.POLICE_REPORT_INTENT: Where.WHOLE,
        FindingType.TITLE_CHANGED: Where.ANYWHERE,
        FindingType.CHANNEL_LIMIT: Where.ANYWHERE,
        FindingType.LEADER_ORDER: Where.TOUCHING,
    }
    for text in texts:
        for label in text.labels:
            assert label.where is spanless.get(label.type, Where.QUOTE), text.id
