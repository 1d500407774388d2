"""A detector is asked about a text that has something for it, and told where."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from guanwei.api.screenings import FindingType
from guanwei.screening.engine.detecting import all_detectors
from guanwei.screening.engine.engine import Engine
from guanwei.screening.engine.hits import About, Hit
from guanwei.screening.engine.reading import Reading
from guanwei.screening.engine.terms import Term


class Listener(SimpleNamespace):
    """A detector that keeps what it is told and finds the whole text."""

    def __init__(self, anchors: tuple[str, ...] = (), digits: int = 0, **more: Any) -> None:
        super().__init__(TYPE=FindingType.WORDING, ANCHORS=anchors, DIGITS=digits, told=[], **more)

    def find(self, reading: Reading, anchors: Sequence[int], about: About) -> list[Hit]:
        self.told.append(list(anchors))
        return [Hit(self.TYPE, 0, len(reading.text), detail=about.title)]


def asked(listener: Any, text: str) -> list[list[int]]:
    Engine([Term("联系人", FindingType.DICTIONARY_TERM)], [listener]).screen(text)
    return listener.told


def test_anchors_wake_it_and_say_where_they_are() -> None:
    assert asked(Listener(("联系", "ＶＸ")), "请，联 系人，或加v信vx，聯系") == [[2, 11, 14]]


def test_without_its_anchors_it_is_not_asked() -> None:
    assert asked(Listener(("联系",)), "请来电") == []


def test_so_many_digits_in_a_row_wake_it() -> None:
    assert asked(Listener(digits=11), "电话 138-0000 0000") == [[]]
    assert asked(Listener(digits=11), "2026年1月5日，共138户、0000人、0000元") == []


def test_an_anchor_may_need_a_word_near_it() -> None:
    near = {"NEAR": ("微信",), "REACH": 4}
    assert asked(Listener(("打折",), **near), "打折，加 微 信；今天又打折，明天也是") == [[0]]
    assert asked(Listener(("打折",), **near), "打折，一二三四五微信") == []
    assert asked(Listener(("打折",), **near), "微信一二打折") == [[4]]
    assert asked(Listener(("打折",), **near), "打折") == []


def test_an_anchor_may_need_digits_near_it() -> None:
    near = {"NEAR_DIGITS": 4, "REACH": 5}
    assert asked(Listener(("打折",), **near), "打折，电话12-34") == [[0]]
    assert asked(Listener(("打折",), **near), "打折，电话123") == []
    assert asked(Listener(("打折",), **near), "12345678一二三四打折") == []


def test_an_anchor_may_need_a_digit_before_a_mark_near_it() -> None:
    near = {"NEAR_MARKS": "-#", "REACH": 4}
    assert asked(Listener(("小区",), **near), "小区3-501") == [[0]]
    assert asked(Listener(("小区",), **near), "小区5＃，一二三四五小区") == [[0]]
    assert asked(Listener(("小区",), **near), "小区2026年，A-5") == []


def test_with_neither_it_is_asked_about_every_text() -> None:
    assert asked(Listener(), "") == [[]]


def test_it_hears_what_is_known_beside_the_text() -> None:
    assert Engine([], [Listener()]).screen("文", About(title="题")) == [
        Hit(FindingType.WORDING, 0, 1, detail="题")
    ]


def test_an_anchor_that_no_bare_text_holds_is_an_error() -> None:
    with pytest.raises(ValueError, match="@"):
        Engine([], [Listener(("@",))])


@pytest.mark.parametrize("module", all_detectors(), ids=lambda each: each.__name__.rpartition(".")[2])
def test_each_detector_is_one(module: Any) -> None:
    assert isinstance(module.TYPE, FindingType)
    assert all(isinstance(each, str) for each in module.ANCHORS)
    assert isinstance(module.DIGITS, int)
    assert not (module.ANCHORS and module.DIGITS)
    assert callable(module.find)
