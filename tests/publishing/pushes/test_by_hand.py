"""A push published by hand: one package with every article in its folder, and an address for each back."""

import io
import zipfile
from typing import Any

import pytest
from guanwei.delivery import services
from guanwei.delivery.models import Delivery
from guanwei.delivery.packages import package, package_page
from guanwei.delivery.recording_server import RecordingServer
from guanwei.testing.acts import no_refusals
from publishing.pushes.desk import Desk, part_of

pytestmark = pytest.mark.django_db
ADDRESS = "https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrSt{}"


def addresses(count: int) -> list[str]:
    return [ADDRESS.format(number) for number in range(count)]


@pytest.fixture
def waiting(desk: Desk) -> Delivery:
    """A push of three that waits for a person."""
    return desk.out(desk.items(3))


def test_the_package_holds_every_article_in_order(desk: Desk, waiting: Delivery) -> None:
    with zipfile.ZipFile(io.BytesIO(package(waiting))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert [files[f"{number}/title.txt"].decode() for number in (1, 2, 3)] == ["第1篇", "第2篇", "第3篇"]
    assert "第2篇，请留意" in files["2/article.html"].decode()
    assert {f"{number}/cover.png" for number in (1, 2, 3)} <= set(files)
    assert "1/source-url.txt" in files
    assert "2/source-url.txt" not in files
    steps = files["checklist.txt"].decode()
    assert (
        steps.index("头条（文件夹 1）") < steps.index("次条1（文件夹 2）") < steps.index("次条2（文件夹 3）")
    )
    assert package(waiting) == package(Delivery.objects.get(pk=waiting.pk))


def test_the_screen_shows_each_article(waiting: Delivery) -> None:
    assert [each.title for each in package_page(waiting).articles] == ["第1篇", "第2篇", "第3篇"]


def test_each_article_gets_the_address_that_came_back(desk: Desk, waiting: Delivery) -> None:
    given = addresses(3)
    no_refusals(services.record_address(waiting, given, desk.people["publisher"]))
    assert (waiting.state, waiting.addresses) == ("sent", given)
    found = {
        each.title: part_of(("page" if hasattr(each, "slug") else "post", each.pk, 1)) for each in desk.made
    }
    assert [found[f"第{number}篇"].address for number in (1, 2, 3)] == given


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrSt0", "请按次序填回3个地址；现在是0个"),
        (None, "现在是0个"),
        ([], "现在是0个"),
        (addresses(2), "现在是2个"),
        ([*addresses(2), "javascript:alert(1)"], "第3篇《第3篇》：这不是"),
        ([*addresses(2), "x" * 100_000], "第3篇《第3篇》：这不是"),
        ([*addresses(2), None], "第3篇《第3篇》：这不是"),
        ([ADDRESS.format(0)] * 3, "第2篇《第2篇》：这个地址已经填给前面的一篇"),
    ],
)
def test_addresses_that_make_no_sense_are_refused_and_nothing_is_kept(
    desk: Desk, waiting: Delivery, typed: Any, said: str
) -> None:
    refusals = services.record_address(waiting, typed, desk.people["publisher"])
    assert said in refusals[0].sentence
    waiting.refresh_from_db()
    assert (waiting.state, waiting.address, waiting.addresses) == ("waiting_person", "", [])


def test_an_address_of_another_item_is_refused(desk: Desk) -> None:
    post = desk.permitted(desk.post("单独发的"))
    desk.release_items([post])
    lone = Delivery.objects.get()
    no_refusals(services.record_address(lone, ADDRESS.format(7), desk.people["publisher"]))
    waiting = desk.out(desk.items(2))
    given = [ADDRESS.format(1), ADDRESS.format(7)]
    refusals = services.record_address(waiting, given, desk.people["publisher"])
    assert "已经记在别的稿件名下" in refusals[0].sentence


def test_a_person_without_the_post_neither_takes_the_package_nor_brings_addresses(
    desk: Desk, waiting: Delivery
) -> None:
    for act in (
        services.hand_over(waiting, desk.people["editor"]),
        services.record_address(waiting, addresses(3), desk.people["editor"]),
    ):
        assert "没有清河县水利局宣传科的发布职责" in act[0].sentence


@pytest.mark.law("L7")
def test_a_lost_reply_is_asked_about_and_every_item_gets_its_address(
    sending: Desk, platform: RecordingServer
) -> None:
    picks = sending.items(2)
    delivery = sending.out(picks)
    platform.faults.append("drop_after")
    services.send_due()
    delivery.refresh_from_db()
    assert delivery.state == "unknown"
    no_refusals(services.reconcile(delivery))
    delivery.refresh_from_db()
    assert (delivery.state, len(platform.posts)) == ("sent", 1)
    assert [part_of(each).address for each in picks] == delivery.addresses


@pytest.mark.law("L1")
@pytest.mark.defends("push: an item's rows changed between permit and send", by="database")
def test_a_changed_list_in_the_tables_is_refused(desk: Desk) -> None:
    from django.db import IntegrityError, connection, transaction

    desk.out(desk.items(2))
    for table in ("publishing_pushitem", "publishing_push"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE {table} SET title = 'x'")  # noqa: S608


@pytest.mark.law("L1")
@pytest.mark.defends("push: a live push made from a shell", by="shell")
def test_a_push_is_not_born_live(desk: Desk) -> None:
    from guanwei.approvals.gate import GateRefused
    from guanwei.audit import clock
    from guanwei.publishing.models import Push

    with pytest.raises(GateRefused):
        Push.objects.create(account=desk.account, day=clock.today(), title="x", live=True)
    draft = desk.push(desk.items(1))
    with pytest.raises(GateRefused):
        draft.get_latest_revision().publish()


@pytest.mark.law("L1")
@pytest.mark.defends("push: the frozen list of a delivery changed", by="database")
def test_a_delivery_whose_list_was_reordered_is_held(sending: Desk, platform: RecordingServer) -> None:
    delivery = sending.out(sending.items(2))
    delivery.payload["articles"].reverse()
    delivery.save()
    services.send_due()
    delivery.refresh_from_db()
    assert (platform.posts, delivery.state) == ([], "held")
