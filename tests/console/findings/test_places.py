"""A place in the item is one on the screen: the same words stand there."""

from guanwei.api import Span
from guanwei.console.findings.live.on_screen import Typed
from guanwei.console.findings.live.placing import texts_on
from hypothesis import given
from hypothesis import strategies as st

BLOCKS = st.lists(st.text(alphabet="水电\n😀a", max_size=6), min_size=1, max_size=6)


def typed(key: str, text: str, account: int | None = None) -> Typed:
    return Typed(key, key, text, account, 1)


@given(BLOCKS, st.data())
def test_words_in_a_body_stand_in_one_of_its_blocks(blocks: list[str], data: st.DataObject) -> None:
    texts = texts_on([typed(f"body:{n}", each) for n, each in enumerate(blocks)], {})
    assert texts.body == "\n".join(filter(None, blocks))
    start = data.draw(st.integers(0, len(texts.body)))
    end = data.draw(st.integers(start, len(texts.body)))
    placed = texts.place(Span("text", "正文", start, end, ""))
    if placed is None:
        assert not texts.body
        return
    words = placed.typed.text[placed.start : placed.end]
    assert texts.body[start:end].startswith(words)
    # What is left out runs on into the next block.
    assert words == texts.body[start:end] or placed.end == len(placed.typed.text)


def test_two_rows_for_one_account_are_two_variants() -> None:
    rows = [
        typed("variant:0:text", "一", 1),
        typed("variant:1:text", "二", 1),
        typed("variant:1:title", "题", 1),
    ]
    texts = texts_on(rows, {})
    assert [(each.number, each.title, each.text) for each in texts.variants] == [
        (1, "", "一"),
        (2, "题", "二"),
    ]
    placed = texts.place(Span("variant::2:title", "标题", 0, 1, ""))
    assert placed is not None
    assert placed.typed.key == "variant:1:title"


def test_what_no_field_shows_has_no_place() -> None:
    assert texts_on([typed("title", "停水")], {}).place(Span("text", "正文", 0, 1, "")) is None
