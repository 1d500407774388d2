"""Whatever stands in a file, wherever a number is torn: the copy holds no number, and nothing else is different."""

from collections.abc import Sequence
from typing import Any

from docx import Document
from guanwei.screening.attachments.collecting import Collector
from guanwei.screening.attachments.copying import mask_file
from guanwei.screening.attachments.kinds import Kind
from guanwei.screening.attachments.limits import USUAL
from guanwei.screening.attachments.passages import Passage
from guanwei.screening.attachments.places import Place, Where
from guanwei.screening.attachments.reading import read_file
from hypothesis import given, settings
from hypothesis import strategies as st
from screening.attachments.files import MOBILE, OTHER_MOBILE, book, saved, shared
from screening.attachments.masks import mask

ADDRESS, ID_NUMBER = "清河县人民路12号301室", "110101199003070012"
PIECES = st.lists(
    st.sampled_from(
        [MOBILE, OTHER_MOBILE, ADDRESS, ID_NUMBER, "138", "0000", "1234", "电话", " ", "\t", "\n", "a<&"]
    ),
    max_size=5,
)
CELLS = st.lists(st.one_of(PIECES.map("".join), st.integers(0, 10**15 - 1), st.just(13800001234)), max_size=4)


def passages_of(kind: Kind, data: bytes) -> list[tuple[Place, str]]:
    found: list[Passage] = []
    read_file(kind, data, Collector(USUAL, found.append))
    return [(each.place, each.text) for each in found if each.place.where is not Where.PROPERTY]


def copy_of(kind: Kind, data: bytes) -> bytes:
    """By the texts of its passages, as the caller asks for it."""
    changes = {text: mask(text) for _place, text in passages_of(kind, data)}
    return mask_file(kind, data, lambda text: changes.get(text, text), Collector(USUAL, lambda _each: None))[
        1
    ]


def check(kind: Kind, data: bytes) -> None:
    copy = passages_of(kind, copy_of(kind, data))
    assert copy == [(place, mask(text)) for place, text in passages_of(kind, data)]


def torn(paragraph: Any, words: str, at: Sequence[int]) -> None:
    begin = 0
    for end in [*sorted(each % (len(words) + 1) for each in at), len(words)]:
        run = paragraph.add_run(words[begin:end])
        run.bold = bool(end % 2)
        begin = end


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(PIECES.map("".join), st.lists(st.integers(0, 99), max_size=4)), max_size=4))
def test_documents(paragraphs: list[tuple[str, list[int]]]) -> None:
    document = Document()
    table = document.add_table(1, 1)
    for words, at in paragraphs:
        torn(document.add_paragraph(), words, at)
        torn(table.cell(0, 0).add_paragraph(), words, at)
    check(Kind.DOCX, saved(document))


@settings(max_examples=40, deadline=None)
@given(st.lists(CELLS, max_size=4), st.booleans())
def test_workbooks(rows: list[list[Any]], once: bool) -> None:
    data = book(*([each.lstrip("=") if isinstance(each, str) else each for each in row] for row in rows))
    check(Kind.XLSX, shared(data) if once else data)
