"""The whole file: which lines belong to which document, its annexes and its cover."""

from dataclasses import dataclass

from guanwei.publishing.importing.document import CHROME
from guanwei.regulations.passages import Block, Passage, Split
from guanwei.regulations.splitting import remarks
from guanwei.regulations.splitting.articles import split_articles
from guanwei.regulations.splitting.labels import ANNEX, ARTICLE, COVER, NUMBERED
from guanwei.regulations.splitting.parts import split_parts
from guanwei.regulations.splitting.titles import Title, titles_in


class Elsewhere(Exception):
    """No document of the rule book is in the file."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines of one document, of an annex (``annex`` its number as printed), or of a notice's cover."""

    document: str
    lines: list[str]
    annex: str | None = None
    cover: bool = False


def split(lines: list[str], documents: tuple[str, ...]) -> Split:
    """Split the file. ``documents`` are the titles that the rule book knows. Raises ``Elsewhere``."""
    text = [line for line in lines if not CHROME.search(line)]
    titles = titles_in(text, documents)
    if not titles:
        raise Elsewhere
    found = Split()
    found.passages.extend(_number(lines, documents))
    for title in titles:
        found.remarks.extend(remarks.of_title(title))
    found.remarks.extend(remarks.of_missing_documents(documents, titles))
    for stretch in _stretches(text, titles):
        part = _read(stretch)
        found.passages.extend(part.passages)
        found.remarks.extend(part.remarks)
    found.remarks.extend(remarks.of_characters(found.passages))
    return found


def _number(lines: list[str], documents: tuple[str, ...]) -> list[Passage]:
    """The document number as the page's head prints it (文号: …). Whose it is says the first document."""
    heads = [line for line in lines[:12] if CHROME.search(line) and "号" in line]
    numbers = [found.group() for line in heads for found in NUMBERED.finditer(line)]
    return [Passage(documents[-1], "文号", "文号", (Block("", numbers[0]),))] if numbers else []


def _stretches(text: list[str], titles: list[Title]) -> list[_Stretch]:
    """Cut at titles and at annexes. An annex that is itself a document of the book counts as that document."""
    starts = {title.first: title for title in titles}
    found: list[_Stretch] = []
    current = _Stretch(titles[0].document, [], cover=True)
    at = 0
    while at < len(text):
        title, annex = starts.get(at), ANNEX.match(text[at])
        if title is not None:
            found.append(current)
            current, at = _Stretch(title.document, []), title.after
        elif annex and at + 1 in starts:
            at += 1
        elif annex:
            found.append(current)
            current, at = _Stretch(current.document, [], annex=annex.group(1)), at + 1
        else:
            current.lines.append(text[at])
            at += 1
    return [each for each in [*found, current] if each.lines]


def _read(stretch: _Stretch) -> Split:
    if stretch.cover:
        return _cover(stretch)
    if stretch.annex is not None:
        label = f"附件{stretch.annex}"
        blocks = tuple(Block("", line) for line in stretch.lines)
        return Split([Passage(stretch.document, label, label, blocks)])
    if any(ARTICLE.match(line) for line in stretch.lines):
        return split_articles(stretch.document, stretch.lines)
    return split_parts(stretch.document, stretch.lines)


def _cover(stretch: _Stretch) -> Split:
    """The notice that issues the regulation, where it is no document of the book itself."""
    at = next((at for at, line in enumerate(stretch.lines) if COVER.search(line)), None)
    if at is None:
        return Split()
    blocks = tuple(Block("", line) for line in stretch.lines[at:])
    return Split([Passage(stretch.document, "印发通知", "印发通知", blocks)])
