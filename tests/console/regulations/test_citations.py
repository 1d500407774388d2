"""A citation on any screen is a link; it opens the original wording beside our summary."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from console.regulations.conftest import Enter
from django.test import Client
from django.urls import reverse
from dummy_plugins.printed import DOCUMENT, LOST
from guanwei.approvals.models import Submission
from guanwei.regulations.services import load_original
from guanwei.testing.acts import submitted
from guanwei.testing.scenes import County, write_article
from regulations.prints import ALONE, CARRIED

pytestmark = pytest.mark.django_db
CITATIONS = "/admin/console/citations/"
COUNTY_BOOK = "盐池县政府系统政务微博、微信应用管理规定"


def cited(client: Client, article: str, document: str = DOCUMENT) -> str:
    answer = client.get(CITATIONS, {"document": document, "article": article})
    return unescape(answer.content.decode())


def marked(page: str) -> list[str]:
    return re.findall(r"<mark>(.*?)</mark>", page)


def links_to(page: str, document: str) -> list[str]:
    """Articles of the document that the screen links to."""
    found = re.findall(r'class="gw-cite" href="([^"]+)"[^>]*>《([^》]+)》([^<]+)</a>', page)
    for address, title, article in found:
        assert unescape(address) == f"{CITATIONS}?{urlencode({'document': title, 'article': article})}"
    return [article for _address, title, article in found if title == document]


@pytest.fixture
def reader(ruled: County, enter: Enter) -> Client:
    return enter(ruled.water.people["editor"])


@pytest.fixture
def waiting(county: County) -> Submission:
    editor = county.water.people["editor"]
    return submitted(write_article(county, county.water, editor, variants=True), editor)


def test_the_cited_paragraph_is_marked_beside_the_summary(reader: Client) -> None:
    load_original("printed.rules", CARRIED.encode(), "规定.txt", None)
    page = cited(reader, "第二条第二款")
    assert marked(page) == ["审核记录保存两年。"]
    assert "两级审核。" in page
    assert "稿件实行两级审核:" in page


def test_without_an_original_the_summary_stands_alone_and_says_so(reader: Client) -> None:
    page = cited(reader, "第二条(一)")
    assert "初审看事实。" in page
    assert "原文还没有载入" in page
    assert marked(page) == []


def test_a_lost_label_opens_by_its_place_and_its_number_is_not_taken_for_printed(reader: Client) -> None:
    load_original("printed.rules", CARRIED.encode(), "规定.txt", None)
    page = cited(reader, LOST)
    assert marked(page) == ["账号应当保持更新,文字账号至少每更新2次。"]
    assert "本系统编号 3，为推定，原文没有印出" in page
    assert "第三条" not in page


def test_a_place_that_the_original_lacks_is_said_to_be_missing(reader: Client) -> None:
    load_original("printed.rules", ALONE.encode(), "规定.txt", None)
    assert "载入的原文里没有找到这一处" in cited(reader, "第四条")
    assert "没有再往下推定" in cited(reader, "第三条第二款")


def test_a_document_that_no_rule_book_holds_says_who_can_help(reader: Client) -> None:
    answer = reader.get(CITATIONS, {"document": "某规定", "article": "第一条"})
    assert answer.status_code == 404
    assert "请系统管理员安装相应的规则包" in answer.content.decode()


def test_names_and_telephones_of_contacts_are_not_shown(reader: Client) -> None:
    load_original("printed.rules", CARRIED.encode(), "规定.txt", None)
    assert "0000-1234567" not in cited(reader, "联系方式", "清河县宣传办公室关于规范新媒体工作的通知")


def test_a_stranger_is_asked_to_sign_in(ruled: County) -> None:
    assert Client().get(CITATIONS, {"document": DOCUMENT, "article": "第一条"}).status_code == 302


def test_the_signing_screen_links_every_article(waiting: Submission, county: County, enter: Enter) -> None:
    page = enter(county.water.people["reviewer"]).get(f"/admin/console/sign/{waiting.pk}/").content.decode()
    assert {"第十八条", "第二十一条", "第十二条"} <= set(links_to(page, COUNTY_BOOK))


def test_the_timeline_and_the_editors_chain_link_every_article(
    waiting: Submission, county: County, enter: Enter
) -> None:
    editor = enter(county.water.people["editor"])
    timeline = editor.get(f"/admin/console/timeline/page/{waiting.object_id}/").content.decode()
    chain = editor.get(reverse("editor:chain", args=["page", waiting.object_id])).content.decode()
    assert "第十八条" in links_to(timeline, COUNTY_BOOK)
    assert "第十八条" in links_to(chain, COUNTY_BOOK)


def test_the_editors_form_links_the_article_behind_each_field(county: County, enter: Enter) -> None:
    editor = county.water.people["editor"]
    article = write_article(county, county.water, editor)
    page = enter(editor).get(f"/admin/pages/{article.pk}/edit/").content.decode()
    assert {"第十一条", "第十二条"} <= set(links_to(page, COUNTY_BOOK))


def test_a_refusal_after_submitting_links_its_article(county: County, enter: Enter) -> None:
    editor = county.water.people["editor"]
    article = write_article(county, county.water, editor, category="")
    chain = enter(editor).get(reverse("editor:chain", args=["page", article.pk])).content.decode()
    assert "第十一条" in links_to(chain.partition("gw-refusals")[2], COUNTY_BOOK)


def test_opening_a_citation_asks_the_database_as_often_whatever_its_size(
    reader: Client, django_assert_max_num_queries: Any
) -> None:
    load_original("printed.rules", CARRIED.encode(), "规定.txt", None)
    cited(reader, "第一条")
    with django_assert_max_num_queries(14):
        cited(reader, "第二条")
