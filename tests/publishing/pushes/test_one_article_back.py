"""One article of a push that is out comes back: by hand, by itself, the rest of the push standing."""

from typing import Any

import pytest
from django.test import Client
from guanwei.delivery import services
from guanwei.delivery.models import Delivery, Recall
from guanwei.delivery.queries import sentence_of
from guanwei.delivery.queries.out import left_behind, out_of
from guanwei.delivery.recording_server import RecordingServer
from guanwei.organisations.models import Person
from guanwei.publishing.services import take_down
from guanwei.testing.acts import no_refusals
from publishing.pushes.desk import Desk, Pick, alone, part_of

pytestmark = pytest.mark.django_db
REASON = "数字有误"


@pytest.fixture
def picks(sending: Desk) -> list[Pick]:
    return sending.items(3)


@pytest.fixture
def sent(sending: Desk, picks: list[Pick], platform: RecordingServer) -> Delivery:
    """A push of three that is out."""
    delivery = sending.out(picks)
    services.send_due()
    return now(delivery)


def now(delivery: Delivery) -> Delivery:
    return Delivery.objects.get(pk=delivery.pk)


def states(picks: list[Pick]) -> list[tuple[str, str]]:
    return [(alone(each).state, part_of(each).state) for each in picks]


def events(delivery: Delivery) -> list[str]:
    return list(delivery.attempts.order_by("pk").values_list("event", flat=True))


def enter(person: Person) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=person.pk))
    return client


def test_the_one_article_goes_by_hand_and_the_rest_of_the_push_stands(
    sending: Desk, picks: list[Pick], sent: Delivery, platform: RecordingServer
) -> None:
    article = alone(picks[1])
    no_refusals(services.recall(article.pk, sending.people["leader"], REASON))
    services.recall_due()
    demand = Recall.objects.get(delivery=article)
    assert (demand.state, demand.reason, platform.recalled) == ("waiting_person", REASON, [])
    no_refusals(services.say_deleted(demand.pk, sending.people["publisher"], "已删"))
    assert states(picks) == [("in_push", "done"), ("withdrawn", "recalled"), ("in_push", "done")]
    assert (now(sent).state, now(sent).part.state, platform.recalled) == ("sent", "done", [])


def test_both_journals_say_which_one_who_and_where(sending: Desk, picks: list[Pick], sent: Delivery) -> None:
    article = alone(picks[1])
    no_refusals(services.recall(article.pk, sending.people["leader"], REASON))
    no_refusals(services.say_deleted(Recall.objects.get().pk, sending.people["publisher"]))
    assert events(article)[-2:] == ["recall_asked", "deleted_by_hand"]
    line = sent.attempts.get(event="article_gone")
    assert (line.person, line.detail["address"]) == (sending.people["publisher"], sent.addresses[1])
    assert "次条1" in line.detail["reason"]
    assert "《第2篇》" in line.detail["reason"]


def test_the_whole_push_takes_every_article_along(
    sending: Desk, picks: list[Pick], sent: Delivery, platform: RecordingServer
) -> None:
    no_refusals(services.recall(alone(picks[0]).pk, sending.people["leader"], REASON))
    no_refusals(services.recall(sent.pk, sending.people["leader"], "整次有误"))
    services.recall_due()
    assert (now(sent).state, platform.recalled) == ("withdrawn", [sent.key])
    assert states(picks) == [("withdrawn", "recalled")] * 3
    services.recall_due()
    assert set(Recall.objects.values_list("state", flat=True)) == {"confirmed"}, "nothing is left to delete"
    assert sent.attempts.filter(event="article_gone").count() == 0


def test_an_article_that_is_gone_is_not_gone_twice(sending: Desk, picks: list[Pick], sent: Delivery) -> None:
    article = alone(picks[0])
    no_refusals(services.recall(article.pk, sending.people["leader"], REASON))
    no_refusals(services.say_deleted(Recall.objects.get().pk, sending.people["publisher"]))
    assert services.recall(article.pk, sending.people["leader"], REASON)
    no_refusals(services.recall(sent.pk, sending.people["leader"], REASON))
    services.recall_due()
    assert events(article).count("recalled") == 0
    assert states(picks) == [("withdrawn", "recalled")] * 3


def test_before_the_push_is_out_there_is_nothing_to_take_back(sending: Desk, picks: list[Pick]) -> None:
    sending.out(picks)
    assert (
        "没有可以撤回的内容"
        in services.recall(alone(picks[0]).pk, sending.people["leader"], REASON)[0].sentence
    )
    assert not out_of(picks[0][0], picks[0][1]).exists()


@pytest.mark.parametrize("who", ["editor", "reviewer", "supplier"])
def test_others_do_not_demand_it(sending: Desk, picks: list[Pick], sent: Delivery, who: str) -> None:
    assert "撤稿职责" in services.recall(alone(picks[0]).pk, sending.people[who], REASON)[0].sentence


def test_an_article_taken_down_alone_is_shown_as_left_behind(
    sending: Desk, picks: list[Pick], sent: Delivery
) -> None:
    no_refusals(take_down(sending.made[0], sending.people["publisher"], REASON))
    units = {sending.account.unit_id}
    assert [each.title for each in left_behind(units)] == ["第1篇"]
    no_refusals(services.recall(alone(picks[0]).pk, sending.people["publisher"], REASON))
    assert not left_behind(units).exists()


def test_the_screens_say_what_is_deleted_where_and_by_whom(
    sending: Desk, picks: list[Pick], sent: Delivery
) -> None:
    family, object_id, _number = picks[2]
    article, publisher = alone(picks[2]), enter(sending.people["publisher"])
    screen = f"/admin/console/take-down/{family}/{object_id}/"
    shown = text(publisher.get(screen))
    assert "次条2发出" in shown
    assert sent.addresses[2] in shown
    assert "其余各篇不受影响" in shown
    publisher.post(screen, {"reason": REASON, "posts": [article.pk]})
    demand = Recall.objects.get(delivery=article)
    assert "只删除这一篇" in text(publisher.get(f"/admin/console/recalls/{demand.pk}/"))
    publisher.post(f"/admin/console/recalls/{demand.pk}/", {"action": "deleted"})
    assert states(picks)[2] == ("withdrawn", "recalled")
    assert "已从渠道撤回" in sentence_of(alone(picks[2]))
    assert "已随“" in sentence_of(alone(picks[0]))


def test_the_screen_of_the_push_says_that_all_of_it_goes(sending: Desk, sent: Delivery) -> None:
    push = sending.push_of(sent)
    shown = text(enter(sending.people["publisher"]).get(f"/admin/console/take-down/push/{push.pk}/"))
    assert "整次推送，共3篇" in shown


def text(answer: Any) -> str:
    return str(answer.content.decode())
