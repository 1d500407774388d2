"""What the print lacks, doubles or leaves in doubt: told to the office, never put right by us."""

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

from guanwei.regulations.passages import Passage, Remark
from guanwei.regulations.splitting.numerals import in_chinese
from guanwei.regulations.splitting.titles import Title

OPENING = 16
"""Characters of the original by which a passage without label is shown."""

BLANK_NUMBER = re.compile(r"[〔\[(（]\d{4}[〕\])）]\s+号")
DATE = re.compile(r"(?<![\d\-/.:：])(?:19|20)\d{2}\s?(?:1[0-2]|0?[1-9])\s?(?:3[01]|[12]\d|0?[1-9])(?!\d)")
# 每 wants a span or a thing; where a verb follows, the word between them is lost.
LOST_SPAN = re.compile(r"每(?:更新|发布|检查|通报|变更|报送|查阅|开展|组织)\d*次?")
PAIRS = (("《", "》"), ("“", "”"), ("(", ")"))
FULL_WIDTH = str.maketrans("（）", "()")
STOPS = "。；;：:！!？?…”）)》、,，."
LONG = 30


def opening_of(passage: Passage) -> str:
    """Its first words, as the office finds them in its own copy."""
    return passage.text.replace("\n", "")[:OPENING]


def place_of(passage: Passage) -> str:
    """Where it stands, in words; for a lost label the place in its chapter."""
    if passage.printed:
        return _spelled(passage.key, passage.label)
    # A regulation without chapters counts through its whole text.
    inside = f"第{in_chinese(passage.chapter)}章" if passage.chapter else "正文"
    nth = "首条" if passage.nth == 1 else f"第{in_chinese(passage.nth)}条"
    return _("%(place)s（原文缺条号）") % {"place": inside + nth}


def _spelled(key: str, label: str) -> str:
    """The key as a citation would print it: 第三条, 二(一)12, 三、6."""
    if key.startswith("条"):
        return f"第{in_chinese(int(key[1:]))}条"
    if not key.startswith("部"):
        return label
    first, *items = (int(each) for each in key[1:].split("."))
    said = in_chinese(first)
    for at, item in enumerate(items):
        numbered = any(each.isdecimal() for each in label) and at == len(items) - 1
        said += ("" if at else "、") + str(item) if numbered else f"({in_chinese(item)})"
    return said


def of_title(title: Title) -> Iterable[Remark]:
    """A title printed otherwise than the rule book has it."""
    if not title.lost and not title.added:
        return
    said = _("标题印作“%(printed)s”，与规则书的《%(document)s》不同：") % {
        "printed": title.printed,
        "document": title.document,
    }
    parts = [
        _("缺“%(lost)s”") % {"lost": title.lost} if title.lost else "",
        _("多“%(added)s”") % {"added": title.added} if title.added else "",
    ]
    yield Remark("title", title.document, said + "，".join(filter(None, parts)) + "。")


def of_missing_documents(documents: tuple[str, ...], titles: list[Title]) -> Iterable[Remark]:
    """A document of the book that the file doesn't hold."""
    for document in documents:
        if all(each.document != document for each in titles):
            said = _("文件里没有《%(document)s》，引用它的条款没有原文。") % {"document": document}
            yield Remark("document", document, said)


def of_chapters(headings: list[str]) -> Iterable[Remark]:
    """Chapters that have lost their names."""
    for heading in headings:
        yield Remark("chapter", heading, _("%(chapter)s没有印出章名。") % {"chapter": heading})


def of_numbering(passages: list[Passage]) -> Iterable[Remark]:
    """Jumps, repeats, labels out of order or lost."""
    last = 0
    for passage in passages:
        if not passage.printed:
            yield _lost(passage)
            continue
        if not passage.key.startswith("条"):
            continue
        number = int(passage.key[1:])
        yield from _out_of_order(last, number, passage)
        last = max(last, number)


def _lost(passage: Passage) -> Remark:
    where = place_of(passage)
    values = {"where": where, "label": passage.label, "opening": opening_of(passage)}
    if passage.label:
        said = _("%(where)s的条号残缺，印作“%(label)s”；以“%(opening)s”开头。")
    else:
        said = _("%(where)s没有印出条号；以“%(opening)s”开头。")
    return Remark("label", where, said % values)


def _out_of_order(last: int, number: int, passage: Passage) -> Iterable[Remark]:
    where = place_of(passage)
    values = {"where": where, "last": in_chinese(last) if last else ""}
    if number <= last:
        said = _("%(where)s印在第%(last)s条之后，编号重复或次序颠倒。")
        yield Remark("order", where, said % values)
    elif number > last + 1:
        first, end = in_chinese(last + 1), in_chinese(number - 1)
        span = f"第{first}条" if first == end else f"第{first}条至第{end}条"
        said = (
            _("第%(last)s条之后印的是%(where)s，没有印出%(span)s的条号。")
            if last
            else _("印出的第一条是%(where)s，没有印出%(span)s的条号。")
        )
        yield Remark("gap", where, said % (values | {"span": span}))


def of_parts(passages: list[Passage]) -> Iterable[Remark]:
    """The same for parts and items of a notice, level by level."""
    seen: dict[str, int] = {}
    for passage in passages:
        if not passage.key.startswith("部"):
            continue
        above, _dot, number = passage.key[1:].rpartition(".")
        expected = seen.get(above, 0) + 1
        if int(number) != expected:
            said = _("“%(key)s”的编号不连续：这里应是第%(expected)d项。")
            yield Remark("order", passage.key[1:], said % {"key": passage.label, "expected": expected})
        seen[above] = int(number)


def of_characters(passages: Iterable[Passage]) -> Iterable[Remark]:
    """Blanks in numbers, dates without 年月日, spans without their unit, marks without their partner."""
    for passage in passages:
        where = place_of(passage)
        text = "\n".join(each.text for each in passage.blocks)
        found = [*_lost_characters(text), *_unpaired(text)]
        if passage.key.startswith(("条", "章")) and _ends_open(text):
            found.append(("ending", _("末尾没有标点，可能脱字。")))
        for code, said in found:
            yield Remark(code, where, _("%(where)s：%(said)s") % {"where": where, "said": said})


def _unpaired(text: str) -> Iterable[tuple[str, str]]:
    names = (_("书名号不成对。"), _("引号不成对。"), _("括号不成对。"))
    plain = text.translate(FULL_WIDTH)
    for (opened, closed), said in zip(PAIRS, names, strict=True):
        if plain.count(opened) != plain.count(closed):
            yield "pair", said


def _lost_characters(text: str) -> Iterable[tuple[str, str]]:
    for found in BLANK_NUMBER.finditer(text):
        yield "number", _("文号印作“%(found)s”，缺序号。") % {"found": found.group()}
    for found in DATE.finditer(text):
        yield "date", _("日期印作“%(found)s”，缺年、月、日等字。") % {"found": found.group()}
    for found in LOST_SPAN.finditer(text):
        yield "span", _("印作“%(found)s”，“每”字后面缺时间单位。") % {"found": found.group()}


def _ends_open(text: str) -> bool:
    last = text.rstrip()
    return len(last) > LONG and bool(last) and last[-1] not in STOPS
