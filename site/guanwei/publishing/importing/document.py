"""What a plain-text government document says: title, numbers, dates, body. Nothing is guessed."""

import re
from dataclasses import dataclass
from datetime import date

from guanwei.publishing.importing.decoding import Unreadable, decode

__all__ = ["Document", "Unreadable", "read_document"]

# The page around a document, as portals print it: never part of the text.
CHROME = re.compile(
    r"^(?:当前位置|浏览次数|字号|发布时间|发布日期|阅读人列表|分享到|打印本页|关闭窗口|标签:?$|关联信息|主题词"
    r"|版权所有|Tel[:：]|宁公网安备|各县区信息统计|索引号|【字体)"
    r"|门户网站$|网安备|ICP备"
)
META = {
    "index_number": re.compile(r"索\s*引\s*号\s*[:：]\s*([0-9A-Za-z/_.\-]{4,60})"),
    "document_number": re.compile(
        r"文\s*号\s*[:：]\s*([\u4e00-\u9fff]{1,20}[〔\[(（]\d{4}[〕\])）]\s*\d{1,4}\s*号)"
    ),
    "issuing_body": re.compile(r"(?:发布机构|信息来源|来源)\s*[:：]\s*([\u4e00-\u9fff（）()]{2,40})"),
    "disclosure_catalogue": re.compile(r"公开目录\s*[:：]\s*([\u4e00-\u9fff]{2,40})"),
    "published": re.compile(r"(?:发布日期|发布时间)\s*[:：]\s*(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})"),
}
DATED = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日$")
KIND_OF_TITLE = re.compile(
    r"(?:通知|规定|办法|细则|制度|意见|公告|通告|方案|决定|通报|公示|函|规则|指南)》?$"
)
HEADING = re.compile(
    r"^(?:第[一二三四五六七八九十百]+[章节]|附\s*件\s*\d*[:：]?$|[一二三四五六七八九十]+、.{2,30}$)"
)
PUBLIC = re.compile(r"[（(](此件[\u4e00-\u9fff]{2,10})[)）]")
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Document:
    """A document as printed. ``blocks`` are ("heading" | "paragraph", text); empty strings mean not said."""

    title: str
    blocks: tuple[tuple[str, str], ...]
    index_number: str = ""
    document_number: str = ""
    issuing_body: str = ""
    disclosure_catalogue: str = ""
    disclosure_attribute: str = ""
    published_on: date | None = None
    issued_on: date | None = None


def read_document(data: bytes) -> Document:
    """Read ``data``. Raises ``Unreadable`` with a sentence for anything that is no plain-text document."""
    lines = [line for line in decode(data).split("\n") if line]
    found = {name: _first(pattern, lines) for name, pattern in META.items()}
    title_at = _title_at(lines)
    body = [line for line in lines[title_at + 1 :] if not CHROME.search(line)]
    return Document(
        title=lines[title_at][:LONGEST_TITLE],
        blocks=tuple(("heading" if HEADING.match(line) else "paragraph", line) for line in body),
        index_number=_said(found["index_number"]),
        document_number=re.sub(r"\s", "", _said(found["document_number"])),
        issuing_body=_said(found["issuing_body"]),
        disclosure_catalogue=_said(found["disclosure_catalogue"]),
        disclosure_attribute=_said(_first(PUBLIC, lines)),
        published_on=_day(found["published"]),
        issued_on=_day(next(filter(None, (DATED.match(line) for line in body)), None)),
    )


def _first(pattern: re.Pattern[str], lines: list[str]) -> re.Match[str] | None:
    return next(filter(None, (pattern.search(line) for line in lines)), None)


def _said(match: re.Match[str] | None) -> str:
    return match.group(1) if match else ""


def _day(match: re.Match[str] | None) -> date | None:
    """The printed day; a day that doesn't exist is no day."""
    if match is None:
        return None
    try:
        return date(*(int(each) for each in match.groups()))
    except ValueError:
        return None


def _title_at(lines: list[str]) -> int:
    """The first line that ends like a document's title, near the top; else the first line of text."""
    text = [index for index, line in enumerate(lines) if not CHROME.search(line)]
    named = [each for each in text[:8] if KIND_OF_TITLE.search(lines[each]) and len(lines[each]) <= 80]
    return (named or text or [0])[0]
