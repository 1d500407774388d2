"""The body of a variant, from its own text or from the page's blocks."""

from typing import Any

from guanwei.delivery.rendering.markup import figure, paragraph, tag, words
from guanwei.delivery.rendering.parsing import parsed
from guanwei.delivery.rendering.pictures import Pictures
from guanwei.delivery.rendering.rich_text import RichText
from guanwei.delivery.rendering.words import one_line, paragraphs, tidy


def html_of_text(text: str) -> str:
    """Plain text as paragraphs."""
    return "".join(paragraph(line) for line in paragraphs(text))


def html_of_blocks(body: Any, rich_text: RichText, pictures: Pictures) -> str:
    """A page's body for WeChat. Files can't be carried: the reader is sent to the page for them."""
    return "".join(_block(each.block_type, each.value, rich_text, pictures) for each in body)


def _block(kind: str, value: Any, rich_text: RichText, pictures: Pictures) -> str:
    if kind == "heading":
        return tag("h2", words(one_line(value)), "h")
    if kind == "paragraph":
        return rich_text.html(value.source)
    if kind == "picture" and value.get("picture"):
        caption = one_line(value.get("caption") or "")
        entry = pictures.add(value["picture"], caption)
        return figure(entry["name"], caption)
    if kind == "video" and value.get("title"):
        return paragraph(f"视频：{one_line(value['title'])}（见“阅读原文”）")
    if kind == "attachment" and value:
        return paragraph(f"附件：{one_line(value.title)}（见“阅读原文”）")
    return ""


def text_of_blocks(body: Any) -> str:
    """A page's body as a post's text: headings and paragraphs."""
    lines: list[str] = []
    for each in body:
        if each.block_type == "heading":
            lines.append(one_line(each.value))
        elif each.block_type == "paragraph":
            lines.append(parsed(each.value.source).get_text("\n"))
    return tidy("\n".join(lines))
