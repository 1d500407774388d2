"""Whatever is sent in place of a screen gets one sentence, and costs little."""

import json
from contextlib import suppress
from typing import Any

import pytest
from guanwei.console.findings.live.on_screen import MOST_CHARS, MOST_TEXTS, UnreadableError, on_screen
from guanwei.console.findings.live.pace import MOST_CHARS as MOST_CHARS_A_MINUTE
from guanwei.console.findings.live.pace import MOST_CHECKS, Pace
from guanwei.console.findings.live.views import pace
from guanwei.organisations.models import Person
from hypothesis import given
from hypothesis import strategies as st

from .conftest import Ask, Screen, findings, refusal

People = dict[str, Person]
TEXT = {"key": "title", "part": "标题", "text": "停水", "account": None, "number": None}
WHOLE: dict[str, Any] = {
    "family": "page",
    "object_id": None,
    "kind": "original",
    "supplier": 1,
    "manager": 1,
    "source_name": "",
    "source_url": "",
    "original_title": "",
    "fields": {},
    "texts": [TEXT],
}
JUNK: list[Any] = [
    b"",
    b"\xff\xfe",
    b"[" * 100_000,
    b'{"family": NaN}',
    b"1" * 10_000,
    [],
    "page",
    None,
    {},
    *({key: value for key, value in WHOLE.items() if key != name} for name in WHOLE),
    {**WHOLE, "family": "structure"},
    {**WHOLE, "family": ["page"]},
    {**WHOLE, "kind": "rumour"},
    {**WHOLE, "object_id": "1"},
    {**WHOLE, "object_id": True},
    {**WHOLE, "object_id": 0},
    {**WHOLE, "object_id": 1.5},
    {**WHOLE, "object_id": 2**63},
    {**WHOLE, "supplier": {"pk": 1}},
    {**WHOLE, "source_name": None},
    {**WHOLE, "fields": []},
    {**WHOLE, "fields": {"fact_county_topic": 1}},
    {**WHOLE, "texts": {"title": "停水"}},
    {**WHOLE, "texts": ["停水"]},
    {**WHOLE, "texts": [TEXT, TEXT]},
    {**WHOLE, "texts": [{**TEXT, "text": None}]},
    {**WHOLE, "texts": [{**TEXT, "text": ["停", "水"]}]},
    {**WHOLE, "texts": [{**TEXT, "key": "slug"}]},
    {**WHOLE, "texts": [{**TEXT, "key": "body:1000"}]},
    {**WHOLE, "texts": [{**TEXT, "key": "variant:0:pictures"}]},
    {**WHOLE, "texts": [{**TEXT, "account": "1"}]},
]
HUGE: list[Any] = [
    {**WHOLE, "texts": [{**TEXT, "text": "停" * (MOST_CHARS + 1)}]},
    {**WHOLE, "texts": [{**TEXT, "part": "停" * 201}]},
    {**WHOLE, "texts": [{**TEXT, "key": f"body:{n}"} for n in range(MOST_TEXTS + 1)]},
    {**WHOLE, "fields": {f"fact_{n}": "" for n in range(61)}},
    {**WHOLE, "source_name": "停" * 1001},
]


@pytest.mark.django_db
@pytest.mark.parametrize("said", JUNK, ids=range(len(JUNK)))
def test_what_is_no_screen_is_told_so_in_one_sentence(ask: Ask, people: People, said: Any) -> None:
    assert refusal(ask(people["editor"], said), 400) == "检查不了：页面送来的内容读不懂，请刷新页面再试。"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said", [*HUGE, b'{"family": "' + b"a" * 3_000_000 + b'"}'], ids=range(len(HUGE) + 1)
)
def test_too_much_is_told_so_in_one_sentence(ask: Ask, people: People, said: Any) -> None:
    assert "文字太多" in refusal(ask(people["editor"], said), 400)


@pytest.mark.django_db
def test_the_longest_text_is_checked(ask: Ask, people: People, screen: Screen) -> None:
    text = "水" * (MOST_CHARS - 11) + "13900000000"
    (found,) = findings(ask(people["editor"], screen({"body:0": text})))
    assert found["places"][0]["end"] == MOST_CHARS


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["\ud800断", "\0", "\u202e倒", "e\u0301" * 5000, "\U0001f468\u200d" * 3000])
def test_strange_characters_are_read_like_others(ask: Ask, people: People, screen: Screen, text: str) -> None:
    (found,) = findings(ask(people["editor"], screen({"title": f"{text}，13900000000"})))
    assert found["places"][0]["start"] == len(text) + 1


@pytest.mark.django_db
def test_an_account_that_asks_all_the_time_waits_for_the_next_minute(
    ask: Ask, people: People, screen: Screen
) -> None:
    for _turn in range(MOST_CHECKS):
        assert not pace.is_too_much(people["editor"].pk, 1)
    assert "一分钟" in refusal(ask(people["editor"], screen({"title": "停水"})), 429)
    assert ask(people["keeper"], screen({"title": "停水"})).status_code == 403


def test_much_text_counts_as_often() -> None:
    own = Pace()
    assert not own.is_too_much(1, MOST_CHARS_A_MINUTE)
    assert own.is_too_much(1, 1)
    assert not own.is_too_much(2, 1)


SCALARS = st.none() | st.booleans() | st.floats() | st.integers() | st.text()
NAMES = st.sampled_from([*WHOLE, *TEXT])
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner))


@given(st.dictionaries(st.sampled_from(list(WHOLE)), JSON))
def test_any_json_is_a_screen_or_refused(said: dict[str, Any]) -> None:
    with suppress(UnreadableError):
        on_screen(json.dumps({**WHOLE, **said}).encode())
