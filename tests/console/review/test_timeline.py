"""One list of everything that happened to a manuscript, for those who may read it."""

import re

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from guanwei.approvals.models import SignOff, Submission
from guanwei.approvals.services import send_back
from guanwei.audit import clock
from guanwei.console.demo.pictures import drawn
from guanwei.delivery.models import Delivery
from guanwei.delivery.services import record_address
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage, Attachment, Picture
from guanwei.publishing.services import submit, take_down
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County, add_person, put_in_post, write_article

from .conftest import Enter
from .test_signing import change

WEIBO = "https://weibo.com/1234567890/Abcdef123"


def address(article: ArticlePage) -> str:
    return f"/admin/console/timeline/page/{article.pk}/"


@pytest.fixture
def whole_story(submission: Submission, article: ArticlePage, people: dict[str, Person]) -> ArticlePage:
    """Sent back once, signed, released, posted, taken down."""
    assert not send_back(submission.pk, people["reviewer"], "请补充水库。")
    again, refusals = submit(change(article, people["editor"]), people["editor"])
    assert again is not None, refusals
    released(signed(again, people["reviewer"], people["leader"]), people["publisher"])
    assert not record_address(Delivery.objects.get(), WEIBO, people["publisher"])
    assert not take_down(ArticlePage.objects.get(pk=article.pk), people["leader"], "内容有误")
    return article


def test_everything_is_told_in_order_with_person_and_post(
    whole_story: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    page = enter(people["auditor"]).get(address(whole_story)).content.decode()
    told = [
        "起草",
        "送审：县级默认流程",
        "审核：退回修改",
        "请补充水库。",
        "审核：同意",
        "分管领导签发：同意",
        "签发发布许可",
        "决定发布",
        "页面已上线",
        WEIBO,
        "内容有误",
    ]
    places = [page.index(words) for words in told]
    assert places == sorted(places)
    assert "清河县水利局宣传科编辑人员" in page
    assert "第十八条" in page
    assert f"{clock.now():%Y-}" in page


def test_any_two_versions_can_be_compared(
    whole_story: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["auditor"])
    page = client.get(address(whole_story)).content.decode()
    versions = list(dict.fromkeys(re.findall(r'name="a" value="(\d+)"', page)))
    assert len(versions) == 2
    compared = client.get("/admin/console/compare/", {"a": versions[1], "b": versions[0]}).content.decode()
    assert "<ins>和水库</ins>" in compared
    assert re.search(r'gw-part--same">\s*<summary>基本事实', compared)


def test_a_compared_picture_stands_under_its_title(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    picture = Picture(title="清河河道", file=ContentFile(drawn("river"), name="river.png"))
    picture.save()
    plan = Attachment(title="防汛预案", file=ContentFile(b"plan", name="plan.txt"))
    plan.save()
    body = [("picture", {"picture": picture, "caption": ""}), ("attachment", plan)]
    key = submitted(
        write_article(county, county.water, people["editor"], body=body), people["editor"]
    ).snapshot_id
    page = enter(people["auditor"]).get("/admin/console/compare/", {"a": key, "b": key}).content.decode()
    files = page[page.index("gw-sides") :]
    assert re.search(r"<img[^>]*><span[^>]*>清河河道</span>", files)
    assert f'<span title="{plan.sha256}">防汛预案</span>' in files
    assert not re.search(r">[0-9a-f]{8,}", files)


@pytest.mark.parametrize("query", [{}, {"a": "x"}, {"a": "1", "b": "99999"}, {"a": "9" * 40}])
def test_a_comparison_of_nothing_is_refused_in_words(
    whole_story: ArticlePage, people: dict[str, Person], enter: Enter, query: dict[str, str]
) -> None:
    answer = enter(people["auditor"]).get("/admin/console/compare/", query)
    assert answer.status_code == 400
    assert "请在全过程里选定两个版本" in answer.content.decode()


@pytest.mark.parametrize("who", ["editor", "reviewer", "leader", "publisher", "auditor", "administrator"])
def test_those_with_a_part_in_it_may_read(
    submission: Submission, article: ArticlePage, people: dict[str, Person], enter: Enter, who: str
) -> None:
    assert enter(people[who]).get(address(article)).status_code == 200


def test_strangers_may_neither_read_nor_compare(
    county: County, submission: Submission, article: ArticlePage, enter: Enter
) -> None:
    stranger = add_person("stranger", "县林业局编辑")
    put_in_post(
        stranger, "county.editor", county.unit.children.create(name="县林业局", slug="f", kind="department")
    )
    client = enter(stranger)
    assert client.get(address(article)).status_code == 403
    key = str(submission.snapshot_id)
    assert client.get("/admin/console/compare/", {"a": key, "b": key}).status_code == 403


def test_the_number_of_queries_does_not_grow_with_the_story(
    submission: Submission, article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    signed(submission, people["reviewer"])
    client = enter(people["auditor"])

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(article)).status_code == 200
        return len(queries)

    asked()
    before = asked()
    for round_ in range(6):
        change(article, people["editor"], f"第{round_}次修改。")
        signed(submission, people["reviewer"])
    assert SignOff.objects.count() == 7
    assert asked() == before


def test_entries_carry_the_minute(
    submission: Submission, article: ArticlePage, enter: Enter, people: dict[str, Person]
) -> None:
    page = enter(people["auditor"]).get(address(article)).content.decode()
    assert re.search(r">\d{4}-\d{2}-\d{2} \d{2}:\d{2}</time>", page)
    assert isinstance(enter(people["auditor"]), Client)
