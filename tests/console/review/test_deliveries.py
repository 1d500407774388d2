"""The delivery screen: what is known, the package, the address that comes back."""

import io
import zipfile

import pytest
from guanwei.approvals.models import Submission
from guanwei.delivery.models import Attempt, Delivery, Event
from guanwei.organisations.models import Person
from guanwei.testing.acts import released, signed

from .conftest import Enter

WEIBO = "https://weibo.com/1234567890/Abcdef123"


@pytest.fixture
def delivery(submission: Submission, people: dict[str, Person]) -> Delivery:
    """The article's Weibo post, waiting for somebody to publish it by hand."""
    released(signed(submission, people["reviewer"], people["leader"]), people["publisher"])
    return Delivery.objects.get()


def address(delivery: Delivery) -> str:
    return f"/admin/console/deliveries/{delivery.pk}/"


def test_the_publisher_sees_what_to_do_and_what_to_copy(
    delivery: Delivery, people: dict[str, Person], enter: Enter
) -> None:
    page = enter(people["publisher"]).get(address(delivery)).content.decode()
    for words in (
        "等待人工发布",
        "下载发布包",
        "复制正文",
        "汛期请远离河道。",
        delivery.payload_digest,
        "记下地址",
    ):
        assert words in page


def test_the_package_downloads_and_the_journal_says_who_took_it(
    delivery: Delivery, people: dict[str, Person], enter: Enter
) -> None:
    answer = enter(people["publisher"]).post(f"{address(delivery)}package/")
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert {"text.txt", "checklist.txt", "sha256.txt"} <= set(names)
    assert "water-weibo" in answer["Content-Disposition"]
    assert Attempt.objects.get(event=Event.HANDED_OVER).person == people["publisher"]


def test_the_address_comes_back_and_closes_the_item(
    delivery: Delivery, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["publisher"])
    answer = client.post(address(delivery), {"action": "address", "address": WEIBO}, follow=True)
    page = answer.content.decode()
    assert "已发出" in page
    assert WEIBO in page
    assert "记下地址" not in page
    assert "等待人工发布" not in client.get("/admin/console/queue/").content.decode()


@pytest.mark.parametrize(
    "typed", ["", "已经发了", "http://weibo.com/1/x", "https://example.test/1", "x" * 5000]
)
def test_what_is_no_published_address_is_refused_and_kept_in_the_field(
    delivery: Delivery, people: dict[str, Person], enter: Enter, typed: str
) -> None:
    answer = enter(people["publisher"]).post(address(delivery), {"action": "address", "address": typed})
    assert answer.status_code == 409
    assert "地址" in answer.content.decode()
    assert Delivery.objects.get().address == ""


@pytest.mark.parametrize("who", ["editor", "reviewer", "leader", "auditor", "administrator"])
def test_others_look_but_neither_take_nor_record(
    delivery: Delivery, people: dict[str, Person], enter: Enter, who: str
) -> None:
    client = enter(people[who])
    page = client.get(address(delivery)).content.decode()
    assert "下载发布包" not in page
    assert "记下地址" not in page
    assert client.post(f"{address(delivery)}package/").status_code == 409
    assert client.post(address(delivery), {"action": "address", "address": WEIBO}).status_code == 409
    assert Delivery.objects.get().address == ""
    assert not Attempt.objects.filter(event=Event.HANDED_OVER).exists()


def test_a_strange_action_changes_nothing(
    delivery: Delivery, people: dict[str, Person], enter: Enter
) -> None:
    assert enter(people["publisher"]).post(address(delivery), {"action": "dance"}).status_code == 409


def test_the_package_is_not_had_by_looking(
    delivery: Delivery, people: dict[str, Person], enter: Enter
) -> None:
    assert enter(people["publisher"]).get(f"{address(delivery)}package/").status_code == 405
