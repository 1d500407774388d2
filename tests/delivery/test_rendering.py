"""What a variant becomes: the same every time, and nothing hostile survives."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from guanwei.accounts.models import Account
from guanwei.delivery.payloads import filled, payload_digest, render
from guanwei.delivery.rendering.rich_text import RichText
from guanwei.delivery.rendering.words import clean
from guanwei.publishing.models import ArticlePage, ArticleVariant
from hypothesis import given, settings
from hypothesis import strategies as st

TAGS = {
    *("p", "section", "span", "strong", "em", "br", "sup", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("ul", "ol", "li", "blockquote", "table", "tbody", "tr", "td", "th", "img"),
}
STYLES = re.compile(
    r"(?:color|background-color|font-[a-z]+|text-[a-z]+|line-height|letter-spacing|margin(?:-[a-z]+)?"
    r"|padding(?:-[a-z]+)?|border(?:-[a-z]+)?|width|max-width|display|vertical-align)"
)
HOSTILE = [
    "<script>alert(1)</script>",
    "<p onclick=alert(1)>词</p>",
    '<img src=x onerror="alert(1)">',
    '<a href="javascript:alert(1)">点</a>',
    '<a href=" java\tscript:alert(1)">点</a>',
    '<a href="data:text/html,<script>1</script>">点</a>',
    '<a href="https://user:pass@[broken">点</a>',
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    '<p style="position:fixed;background:url(https://x.example)">词</p>',
    "<table><tr><td colspan=9999 onload=x>格</td></tr></table>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\x00\u202e反\u202c مرحبا 😀\ud83d",
    "<p>" * 5000 + "深" + "</p>" * 5000,
    "<ul><li>" * 3000 + "深",
    "<b>" * 3000 + "深",
]


class Reader(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(tag)
        for name, value in attributes:
            if name == "style":
                names = [each.split(":")[0] for each in (value or "").split(";")]
                self.wrong += [each for each in names if not STYLES.fullmatch(each)]
            elif name == "src":
                self.wrong += [] if re.fullmatch(r"images/\d+\.\w+", value or "") else [f"src={value}"]
            elif name not in ("alt", "colspan", "rowspan"):
                self.wrong.append(name)


def wrong_in(html: str) -> list[str]:
    """Tags, attributes and styles that WeChat's package must not hold."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.wrong


def _page(**content: Any) -> ArticlePage:
    """Unsaved. It says its type, or the page would ask the database for it, which these tests do without."""
    return ArticlePage(content_type_id=1, **content)


def article(paragraphs: list[str], title: str = "汛期提示", **variant: Any) -> tuple[Any, Any, Account]:
    """An unsaved article whose WeChat variant takes its text from the page."""
    account = Account(pk=7, name="水利局", slug="water-wechat", platform="wechat")
    made = ArticleVariant(account=account, **{"from_page": True, "title": title, **variant})
    page = _page(title=title, body=[("paragraph", text) for text in paragraphs])
    return page, made, account


def html_of(source: str) -> str:
    return RichText([]).html(source)


@pytest.mark.parametrize("source", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_markup_leaves_only_the_allowed_tags_and_styles(source: str) -> None:
    html = html_of(source)
    assert wrong_in(html) == []
    assert "<script" not in html
    html.encode()


def test_a_reader_still_gets_the_words() -> None:
    html = html_of("<div><h3>小标题</h3>散句<p>一<b>二</b><i>三</i></p><blockquote>引</blockquote></div>")
    assert re.sub(r' style="[^"]*"', "", html) == (
        "<h3>小标题</h3><p>散句</p><p>一<strong>二</strong><em>三</em></p><blockquote><p>引</p></blockquote>"
    )


def test_inner_lists_follow_their_item_at_one_level() -> None:
    html = html_of("<ul><li>甲<ul><li>甲一</li><li>甲二</li></ul></li><li>乙</li></ul>")
    assert re.sub(r' style="[^"]*"', "", html) == "<ul><li>甲</li><li>甲一</li><li>甲二</li><li>乙</li></ul>"


def test_links_become_numbered_footnotes_and_the_same_link_keeps_its_number() -> None:
    page, variant, account = article(
        [
            '<p>见<a href="https://a.example/1?x=1&amp;y=2">甲</a>和<a linktype="page" id="5">乙</a></p>',
            '<p>再见<a href="https://a.example/1?x=1&amp;y=2">甲</a></p>',
        ]
    )
    payload = render(page, variant, account)
    assert payload["footnotes"] == [{"address": "https://a.example/1?x=1&y=2"}, {"page": 5}]
    message = filled(payload, "https://site.example/news/1/", {5: "https://site.example/b/"})
    assert message["html"].count("<sup>[1]</sup>") == 2
    assert "[1] https://a.example/1?x=1&amp;y=2" in message["html"]
    assert "[2] https://site.example/b/" in message["html"]
    assert message["source_url"] == "https://site.example/news/1/"
    assert "<a" not in message["html"]


def test_a_variant_without_link_goes_without_address() -> None:
    page, variant, account = article(["<p>一</p>"], with_link=False)
    assert filled(render(page, variant, account), "https://site.example/", {})["source_url"] == ""


def test_a_posts_text_keeps_its_lines_and_loses_what_cannot_be_sent() -> None:
    account = Account(pk=8, name="水利局", slug="water-weibo", platform="weibo")
    text = "\r\n#停水#\x00\u202e 今晚\r\n\r\n\r\n\r\n😀 <b>不是标签</b>\n"
    payload = render(_page(title="题"), ArticleVariant(account=account, text=text), account)
    assert payload["text"] == "#停水# 今晚\n\n😀 <b>不是标签</b>"
    assert filled(payload, "https://s.example/1/", {})["text"].endswith("\nhttps://s.example/1/")


@pytest.mark.parametrize("words", ["公告.TXT", "https://qinghe.example/1.html", "通知.htm"])
def test_a_paragraph_that_names_a_file_or_an_address_is_sent_without_a_warning(words: str) -> None:
    assert re.sub("<[^>]*>", "", html_of(words)) == words
    account = Account(pk=8, name="水利局", slug="water-weibo", platform="weibo")
    page = _page(title="题", body=[("paragraph", words)])
    variant = ArticleVariant(account=account, from_page=True)
    assert render(page, variant, account)["text"] == words


def test_a_long_text_is_rendered_whole() -> None:
    html = html_of("<p>长<b>文</b></p>" * 10_000)
    assert html.count("<strong>") == 10_000


MORSELS = ["<p>", "</p>", "<a href='", "'>", "<ul><li>", "</ul>", "<b", ">", "&#0;", *HOSTILE[:15]]
anything = st.text(st.characters(codec=None), max_size=200)
markup = st.lists(st.one_of(anything, st.sampled_from(MORSELS))).map("".join)


@settings(max_examples=150, deadline=None)
@given(paragraphs=st.lists(markup, max_size=3), title=anything, text=anything)
def test_equal_content_gives_equal_payloads_that_every_database_takes(
    paragraphs: list[str], title: str, text: str
) -> None:
    first = render(*article(paragraphs, title, text=text))
    again = render(*article(paragraphs, title, text=text))
    assert payload_digest(first) == payload_digest(again)
    # As it comes back from a JSON column.
    stored = json.dumps(first, ensure_ascii=False)
    assert payload_digest(json.loads(stored)) == payload_digest(first)
    assert "\x00" not in stored
    assert "\\u0000" not in stored
    stored.encode()
    assert wrong_in(first["html"]) == []


@given(anything)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
