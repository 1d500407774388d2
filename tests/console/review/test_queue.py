"""等我处理: who finds what in it, and what it costs."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from guanwei.approvals.models import Submission
from guanwei.approvals.services import send_back
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import save_draft, submit
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County, write_article

from .conftest import Enter

QUEUE = "/admin/console/queue/"


def test_the_reviewer_finds_the_item_with_step_article_and_channel(
    submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    page = enter(people["reviewer"]).get(QUEUE).content.decode()
    for words in ("汛期安全提示", "审核", "附件1", "微博", "原创"):
        assert words in page


@pytest.mark.parametrize("who", ["editor", "leader", "publisher", "administrator"])
def test_nobody_else_is_asked(
    submission: Submission, people: dict[str, Person], enter: Enter, who: str
) -> None:
    assert "汛期安全提示" not in enter(people[who]).get(QUEUE).content.decode()


def test_each_signature_moves_the_item_to_the_next_queue(
    submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    signed(submission, people["reviewer"])
    assert "汛期安全提示" not in enter(people["reviewer"]).get(QUEUE).content.decode()
    assert "分管领导签发" in enter(people["leader"]).get(QUEUE).content.decode()
    signed(submission, people["leader"])
    assert "汛期安全提示" in enter(people["publisher"]).get(QUEUE).content.decode()


def test_a_manual_delivery_waits_for_the_publisher(
    submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    released(signed(submission, people["reviewer"], people["leader"]), people["publisher"])
    assert "等待人工发布" in enter(people["publisher"]).get(QUEUE).content.decode()
    assert "等待人工发布" not in enter(people["reviewer"]).get(QUEUE).content.decode()


def test_what_was_sent_back_and_changed_says_so(
    submission: Submission, article: ArticlePage, people: dict[str, Person], enter: Enter
) -> None:
    assert "改后再签" not in enter(people["reviewer"]).get(QUEUE).content.decode()
    assert not send_back(submission.pk, people["reviewer"], "请核对时间。")
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    draft.summary = "汛期请远离河道和水库。"
    save_draft(draft, people["editor"])
    submit(draft, people["editor"])
    assert "改后再签" in enter(people["reviewer"]).get(QUEUE).content.decode()


def test_the_badge_counts_what_waits(submission: Submission, people: dict[str, Person], enter: Enter) -> None:
    assert (
        '"data-waiting": "1"' in enter(people["reviewer"]).get(reverse("wagtailadmin_home")).content.decode()
    )
    assert "data-waiting&quot;" not in enter(people["editor"]).get(QUEUE).content.decode()


def test_the_home_page_shows_what_waits(
    submission: Submission, people: dict[str, Person], enter: Enter
) -> None:
    page = enter(people["reviewer"]).get(reverse("wagtailadmin_home")).content.decode()
    assert "汛期安全提示" in page


def _queries(client: Client) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(QUEUE).status_code == 200
    return len(asked)


def test_the_number_of_queries_does_not_grow(county: County, people: dict[str, Person], enter: Enter) -> None:
    def write(count: int) -> None:
        for _ in range(count):
            article = write_article(county, county.water, people["editor"], variants=True)
            submitted(article, people["editor"])

    write(3)
    client = enter(people["reviewer"])
    _queries(client)
    few = _queries(client)
    write(117)
    many = _queries(client)
    assert few == many
    assert many <= 15
    assert "共 5 页" in client.get(QUEUE).content.decode()
