"""A citation opens the words that it cites: the paragraph, the item, the sentence."""

import pytest
from dummy_plugins.printed import BOOK, DOCUMENT, NOTICE
from guanwei import registry
from guanwei.regulations.locating import Opened, open_at, read_locator
from guanwei.regulations.reading import read_lines
from guanwei.regulations.splitting import split
from guanwei.testing.contract.reading import citations
from regulations.prints import CARRIED, PARTS


def opened(article: str, document: str = DOCUMENT, text: str = CARRIED, fragment: str = "") -> Opened | None:
    passages = split(read_lines(text.encode())[0], BOOK.documents).passages
    return open_at(passages, document, article, fragment)


def cited(found: Opened | None) -> list[str]:
    assert found is not None
    return [found.passage.blocks[at].text[first:end] for at, first, end in found.cited]


@pytest.mark.parametrize(
    ("document", "article", "words"),
    [
        (DOCUMENT, "第四条", ["密码每季度更换一次。"]),
        (DOCUMENT, "第二条第二款", ["审核记录保存两年。"]),
        (DOCUMENT, "第二条末款", ["审核记录保存两年。"]),
        (DOCUMENT, "第二条(二)", ["复审看政策和时机。"]),
        (DOCUMENT, "第二条第一款第（一）项", None),
        (DOCUMENT, "第二条第一款(一)", ["初审看事实和文字。"]),
        (DOCUMENT, "第二章首条（原文缺条号）", ["账号应当保持更新,文字账号至少每更新2次。"]),
        (DOCUMENT, "第二章末条", ["本细则由清河县宣传办公室负责解释"]),
        (NOTICE, "第一部分(二)", ["登记表一式两份,一份留存。"]),
        (NOTICE, "通知第二部分", None),
        (NOTICE, "第二部分(二是)", ["二是人员变动当天报告。"]),
        (NOTICE, "第二部分末句", ["二是人员变动当天报告。"]),
        (NOTICE, "附件1", ["账号登记表", "单位名称"]),
        (NOTICE, "导语", ["近期新开账号较多,为便于管理,现通知如下:"]),
        (NOTICE, "文号", ["清宣办发〔2026〕5号"]),
    ],
)
def test_a_locator_opens_what_it_says(document: str, article: str, words: list[str] | None) -> None:
    found = opened(article, document)
    assert found is not None
    if words is not None:
        assert cited(found) == words


@pytest.mark.parametrize(("article", "words"), [("一(一)2", "表格一式两份。"), ("二、1", "明确一名联络人。")])
def test_items_of_a_notice_open_by_either_form(article: str, words: str) -> None:
    assert cited(opened(article, NOTICE, PARTS)) == [words]


def test_a_paragraph_takes_its_items_along() -> None:
    assert cited(opened("第二条第一款")) == ["稿件实行两级审核:", "初审看事实和文字。", "复审看政策和时机。"]


def test_what_cannot_be_followed_to_its_end_opens_the_whole_and_says_so() -> None:
    found = opened("第四条第三款")
    assert found is not None
    assert not found.exact
    assert cited(found) == ["密码每季度更换一次。"]


def test_what_is_not_there_opens_nothing() -> None:
    assert opened("第九条") is None
    assert opened("没有这种写法") is None


def test_words_of_the_original_find_an_article_that_stands_elsewhere() -> None:
    found = opened("第一章首条（原文缺条号）", fragment="密码每季度更换")
    assert found is not None
    assert found.passage.key == "条4"


def test_a_lost_label_without_chapters_is_found_by_its_place_in_the_text() -> None:
    text = f"{DOCUMENT}\n第一条登记。\n第二 账号安全。\n"
    assert cited(opened("正文第二条（原文缺条号）", text=text)) == ["账号安全。"]


def test_the_heading_of_an_article_is_no_paragraph_of_it() -> None:
    text = f"{DOCUMENT}\n第一条 发布内容\n发布便民信息。\n不发广告。\n"
    assert cited(opened("第一条第一款", text=text)) == ["发布便民信息。"]


@pytest.mark.parametrize("plugin", [each.name for each in registry.plugins()])
def test_every_citation_of_an_installed_rule_book_is_a_locator(plugin: str) -> None:
    declared = registry.catalogue().of(plugin)
    own = {title for book in declared.rule_books for title in book.documents}
    wrong = [
        f"{owner}: {cite}"
        for owner, cite in citations(declared)
        if cite.document in own and read_locator(cite.article) is None
    ]
    assert wrong == []
    numbers = [article.number for book in declared.rule_books for article in book.articles]
    assert [each for each in numbers if read_locator(each) is None] == []
