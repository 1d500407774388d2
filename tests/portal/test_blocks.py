"""What an article's body can hold: words, signs, pictures, videos, links, and the posts of an account."""

import pytest
from django.test import Client
from guanwei.delivery.rendering.bodies import html_of_blocks
from guanwei.publishing.content.text import body_text
from portal.reading import links, words
from portal.scene import Portal


@pytest.mark.clause("YC-12.1", core=True)
def test_video_text_signs_and_links_stand_together(portal: Portal, citizen: Client) -> None:
    video = ("video", {"title": "防汛演练", "address": "https://video.example/1"})
    text = ("paragraph", '<p>请远离河道😀，详见<a href="https://gov.example/2">预案</a>。</p>')
    article = portal.publish("汛期安全提示", body=[text, video])
    page = citizen.get(article.url)
    assert links(page, "视频：防汛演练") == ["https://video.example/1"]
    assert links(page, "预案") == ["https://gov.example/2"]
    assert "请远离河道😀" in words(page)
    assert "防汛演练" in body_text(article.body)
    assert "防汛演练" in html_of_blocks(article.body, *carriers())


def carriers() -> tuple[object, object]:
    """What a rendering for WeChat is given."""
    from guanwei.delivery.rendering.pictures import Pictures
    from guanwei.delivery.rendering.rich_text import RichText

    return RichText([]), Pictures()


@pytest.mark.clause("YC-25.5", core=True)
def test_a_page_shows_an_accounts_posts_that_are_public_and_no_others(
    portal: Portal, citizen: Client
) -> None:
    water = portal.account("清河水利", "water-weibo")
    other = portal.account("清河发布", "county-weibo", unit=portal.county)
    portal.post("停水通知", water, "https://weibo.example/1")
    portal.post("放假安排", other, "https://weibo.example/2")
    portal.post("还没有发出", water, "", state="due", done_at=None)
    article = portal.publish("水利服务", body=[("account_posts", {"account": "water-weibo"})])
    page = citizen.get(article.url)
    assert links(page, "停水通知") == ["https://weibo.example/1"]
    assert "放假安排" not in words(page)
    assert "还没有发出" not in words(page)
