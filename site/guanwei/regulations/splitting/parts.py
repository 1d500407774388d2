"""A notice in parts: 一、 then （一） then 1、, each a passage that a citation can open."""

from dataclasses import replace

from guanwei.regulations.passages import Block, Passage, Split
from guanwei.regulations.splitting import remarks
from guanwei.regulations.splitting.ending import split_off_end
from guanwei.regulations.splitting.labels import ADDRESSEES, ITEM, NUMBER, NUMBERED, PART
from guanwei.regulations.splitting.numerals import number_of

LONGEST_HEADING = 40
LEVELS = (PART, ITEM, NUMBER)


def split_parts(document: str, lines: list[str]) -> Split:
    """The head (addressees, preamble), then part by part."""
    body, ending = split_off_end(document, lines)
    passages: list[Passage] = []
    # Kinds of label and numbers from the part down to what is open: 二、（一）12、 is (0, 2), (1, 1), (2, 12).
    path: list[tuple[int, int]] = []
    for line in body:
        labelled = _labelled(line)
        # A number in the preamble, before any part, is text.
        if labelled is not None and (path or labelled[0] == 0):
            kind, number, label, text = labelled
            path = [*(each for each in path if each[0] < kind), (kind, number)]
            passages.append(_part(document, [each[1] for each in path], label, text))
        elif path:
            last = passages[-1]
            passages[-1] = replace(last, blocks=(*last.blocks, Block("", line)))
        else:
            _begin(document, passages, line)
    return Split([*passages, *ending], remarks.of_parts(passages))


def _labelled(line: str) -> tuple[int, int, str, str] | None:
    """The kind of label that the line begins with, its number, the label as printed, and the rest."""
    for kind, pattern in enumerate(LEVELS):
        if found := pattern.match(line):
            number = number_of(next(each for each in found.groups()[1:-1] if each))
            return kind, number, found.group(1), found.group(found.re.groups)
    return None


def _part(document: str, path: list[int], label: str, text: str) -> Passage:
    key = "部" + ".".join(map(str, path))
    heading = f"{label}{text}" if len(path) == 1 and len(text) <= LONGEST_HEADING else ""
    blocks = () if heading or not text else (Block("", text),)
    return Passage(document, key, label, blocks, chapter=path[0], heading=heading)


def _begin(document: str, passages: list[Passage], line: str) -> None:
    """Before the first part: the number, the addressees, the reasons."""
    if not passages and NUMBERED.fullmatch(line):
        passages.append(Passage(document, "文号", "文号", (Block("", line),)))
    elif all(each.key == "文号" for each in passages) and ADDRESSEES.match(line):
        passages.append(Passage(document, "抬头", "抬头", (Block("", line),)))
    elif passages and passages[-1].key == "导语":
        passages[-1] = replace(passages[-1], blocks=(*passages[-1].blocks, Block("", line)))
    else:
        passages.append(Passage(document, "导语", "导语", (Block("", line),)))
