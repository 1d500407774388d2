"""A regulation in articles, with or without chapters."""

from dataclasses import replace

from guanwei.regulations.passages import Block, Passage, Split
from guanwei.regulations.splitting import remarks
from guanwei.regulations.splitting.ending import split_off_end
from guanwei.regulations.splitting.labels import ARTICLE, BROKEN, CHAPTER, ITEM, NUMBER, PART, SECTION
from guanwei.regulations.splitting.numerals import number_of


def split_articles(document: str, lines: list[str]) -> Split:
    """One passage per article; what stands before the first is the preamble."""
    body, ending = split_off_end(document, lines)
    reader = _Reader(document)
    for line in body:
        reader.read(line)
    passages = reader.close()
    return Split(
        [*passages, *ending], [*remarks.of_chapters(reader.bare_chapters), *remarks.of_numbering(passages)]
    )


class _Reader:
    """Reads line by line; a line without a label belongs to the article before it."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.passages: list[Passage] = []
        self.bare_chapters: list[str] = []
        self._chapter = self._nth = 0
        self._heading = ""
        self._seen_article = False

    def read(self, line: str) -> None:
        if chapter := CHAPTER.match(line):
            self._open_chapter(number_of(chapter.group(1)), line, chapter.group(2))
        elif section := SECTION.match(line):
            self._heading = f"{self._heading} {section.group()}".strip()
        elif article := ARTICLE.match(line):
            self._open(f"条{number_of(article.group(2))}", article.group(1), article.group(3))
        elif self._is_broken(line):
            self._open_broken(line)
        elif self._heading or not self.passages:
            # Text right after a chapter's heading, or before the first article: no label stands there.
            self._open_unlabelled(line)
        else:
            self._go_on(line)

    def close(self) -> list[Passage]:
        return self.passages

    def _is_broken(self, line: str) -> bool:
        """The rest of a label, where an article may begin: (第十 账号安全; 十八 未尽事宜)."""
        return self._seen_article and bool(BROKEN.match(line)) and not PART.match(line)

    def _open_chapter(self, number: int, line: str, name: str) -> None:
        self._chapter, self._nth, self._heading = number, 0, line
        if not name.strip():
            self.bare_chapters.append(line)

    def _open(self, key: str, label: str, text: str, *, printed: bool = True) -> None:
        self._nth += 1
        self._seen_article = self._seen_article or key.startswith("条")
        first = (_block(text),) if text else ()
        passage = Passage(self.document, key, label, first, printed, self._chapter, self._nth, self._heading)
        self.passages.append(passage)
        self._heading = ""

    def _open_broken(self, line: str) -> None:
        found = BROKEN.match(line)
        assert found is not None  # noqa: S101 - asked just before
        self._open(
            f"章{self._chapter}.{self._nth + 1}", found.group(1).strip(), found.group(4), printed=False
        )

    def _open_unlabelled(self, line: str) -> None:
        if not self._chapter:
            self.passages.append(Passage(self.document, "导语", "导语", (_block(line),)))
            return
        self._open(f"章{self._chapter}.{self._nth + 1}", "", line, printed=False)

    def _go_on(self, line: str) -> None:
        last = self.passages[-1]
        self.passages[-1] = replace(last, blocks=(*last.blocks, _block(line)))


def _block(line: str) -> Block:
    for pattern in (ITEM, NUMBER):
        if found := pattern.match(line):
            return Block(found.group(1), found.group(found.re.groups))
    return Block("", line)
