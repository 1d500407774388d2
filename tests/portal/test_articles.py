"""An article: its header, its source, its text, its posts, and that it can be gone."""

import io
import re
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils.timezone import localtime
from guanwei.audit.acting import acting
from guanwei.publishing.models import Attachment, Picture
from guanwei.publishing.models.releases import ReleaseState
from PIL import Image
from portal.reading import links, part, words
from portal.scene import Portal

# Wagtail leaves the buffer of a new rendition to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning")


@pytest.fixture
def picture(portal: Portal) -> Picture:
    drawn = io.BytesIO()
    Image.new("RGB", (1200, 800), "#4f7f63").save(drawn, "PNG")
    size = len(drawn.getvalue())
    file = ImageFile(drawn, name="dam.png")
    return Picture.objects.create(title="IMG_0001", description="水库大坝", file=file, file_size=size)


@pytest.fixture
def attachment(portal: Portal) -> Attachment:
    return Attachment.objects.create(
        title="防汛预案", file=ContentFile("预案".encode(), name="plan.txt"), file_size=2048
    )


@pytest.mark.clause("YC-N5.1", "YC-N4.4", "LAE-0.2", core=True)
def test_a_document_shows_the_facts_that_are_filled_and_no_others(portal: Portal, citizen: Client) -> None:
    article = portal.publish(
        "水库值守的通知",
        index_number="QH-0012",
        document_number="清水发〔2026〕12号",
        issued_on=date(2026, 6, 30),
        disclosure_attribute="主动公开",
    )
    header = part(citizen.get(article.url), '<dl class="document-header"', "</dl>")
    today = f"{localtime(article.first_published_at):%Y-%m-%d}"
    assert header.endswith(
        f"索引号 QH-0012 文号 清水发〔2026〕12号 成文日期 2026-06-30 发布日期 {today} 公开属性 主动公开"
    )


def test_plain_news_has_no_document_header(portal: Portal, citizen: Client) -> None:
    assert "document-header" not in citizen.get(portal.publish("动态").url).content.decode()


@pytest.mark.clause("YC-N4.4", core=True)
def test_a_document_for_the_public_says_so(portal: Portal, citizen: Client) -> None:
    article = portal.publish("水库值守的通知", disclosure_attribute="此件公开发布")
    header = part(citizen.get(article.url), '<dl class="document-header"', "</dl>")
    assert header.endswith("公开属性 此件公开发布")


@pytest.mark.clause("LAE-0.2", core=True)
def test_it_says_who_supplied_it_and_when_it_was_published_in_local_time(
    portal: Portal, citizen: Client
) -> None:
    article = portal.publish("动态")
    shown = words(citizen.get(article.url))
    assert "信息来源：清河县水利局" in shown
    assert f"发布时间： {localtime(article.first_published_at):%Y-%m-%d %H:%M}" in shown


def test_a_repost_is_marked_and_leads_to_the_original(portal: Portal, citizen: Client) -> None:
    article = portal.publish(
        "医保登记问答",
        kind="repost",
        source_name="邻县人民政府网",
        source_url="https://www.example.org/a/1.html",
        original_title="居民医保登记问答",
    )
    page = citizen.get(article.url)
    assert "转载" in part(page, '<p class="article-source">', "</p>")
    assert links(page, "邻县人民政府网") == ["https://www.example.org/a/1.html"]
    assert "居民医保登记问答" in words(page)


def test_the_body_carries_headings_pictures_and_attachments(
    portal: Portal, citizen: Client, picture: Picture, attachment: Attachment
) -> None:
    article = portal.publish(
        "水库值守",
        body=[
            ("heading", "一、值守"),
            ("paragraph", "<p>每日巡查<b>两次</b>。</p>"),
            ("picture", {"picture": picture, "caption": "大坝"}),
            ("attachment", attachment),
        ],
    )
    page = citizen.get(article.url)
    html = page.content.decode()
    assert "<h2>一、值守</h2>" in html
    assert "每日巡查<b>两次</b>。" in html
    assert 'alt="水库大坝"' in html
    assert "IMG_0001" not in html
    address = links(page, "附件：防汛预案")[0]
    assert b"".join(citizen.get(address)) == "预案".encode()
    source = re.search(r'<img src="/media/([^"]+)"', html)
    assert source
    assert default_storage.exists(source[1])


def test_a_title_is_shown_as_words_never_as_markup(portal: Portal, citizen: Client) -> None:
    page = citizen.get(portal.publish("<b>汛期</b>").url)
    assert "<b>汛期" not in page.content.decode()


def test_an_article_leads_to_its_newest_post_of_each_account(portal: Portal, citizen: Client) -> None:
    article = portal.publish("汛期安全提示")
    weibo = portal.account("清河水利", "weibo")
    wechat = portal.account("清河水利", "wechat", platform="wechat")
    portal.send(article, weibo, "https://weibo.example/1")
    portal.send(article, weibo, "https://weibo.example/2")
    portal.send(article, wechat, "https://wechat.example/1")
    aside = citizen.get(article.url)
    assert "本文的微博、微信" in words(aside)
    assert sorted(links(aside, "汛期安全提示")) == ["https://wechat.example/1", "https://weibo.example/2"]


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "due", "done_at": None, "address": ""},
        {"address": ""},
        {"address": "javascript:alert(1)"},
    ],
    ids=["still waiting", "no address yet", "no address of the web"],
)
def test_a_post_that_cannot_be_visited_is_not_linked(
    portal: Portal, citizen: Client, fields: dict[str, Any]
) -> None:
    article = portal.publish("汛期安全提示")
    weibo = portal.account("清河水利", "weibo")
    portal.send(article, weibo, **{"address": "https://weibo.example/1", **fields})
    assert "本文的微博、微信" not in words(citizen.get(article.url))


def test_posts_of_a_release_that_was_taken_down_are_not_linked(portal: Portal, citizen: Client) -> None:
    article = portal.publish("汛期安全提示")
    release = portal.send(article, portal.account("清河水利", "weibo"), "https://weibo.example/1").release
    release.state = ReleaseState.TAKEN_DOWN
    release.save()
    assert links(citizen.get(article.url), "汛期安全提示") == []


def test_an_article_that_was_taken_down_is_gone(portal: Portal, citizen: Client) -> None:
    article = portal.publish("汛期安全提示")
    assert citizen.get(article.url).status_code == 200
    with acting(None, "内容有误"):
        article.unpublish()
    assert citizen.get(article.url).status_code == 404
    assert "汛期安全提示" not in words(citizen.get("/news/"))


def test_a_draft_has_no_public_address(portal: Portal, citizen: Client) -> None:
    draft = portal.draft("还没有审核的稿件", slug="draft")
    assert citizen.get(draft.url).status_code == 404


def test_an_article_takes_at_most_eleven_queries(
    portal: Portal,
    citizen: Client,
    picture: Picture,
    attachment: Attachment,
    django_assert_max_num_queries: Any,
) -> None:
    floods = portal.add_column("防汛", "floods", portal.news)
    body = [("picture", {"picture": picture, "caption": ""}), ("attachment", attachment)]
    article = portal.publish("水库值守", floods, body=body, document_number="清水发〔2026〕12号")
    portal.send(article, portal.account("清河水利", "weibo"), "https://weibo.example/1")
    citizen.get(article.url)
    with django_assert_max_num_queries(11):
        assert citizen.get(article.url).status_code == 200
