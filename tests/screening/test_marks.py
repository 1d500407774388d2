"""A mark holds an item: nothing is submitted, signed, released or sent while it stands, whoever asks."""

import pytest
from delivery.posting import use_channel, walk
from django.test import Client
from django.urls import reverse
from guanwei.approvals.gate import passing
from guanwei.approvals.gate.refusals import GateRefused
from guanwei.approvals.models import Permit
from guanwei.approvals.services.proving import NotSigned, prove
from guanwei.delivery.models import Delivery
from guanwei.delivery.verification import refusals_to_send
from guanwei.organisations.models import Person
from guanwei.publishing.models import Post
from guanwei.publishing.services import mark, marks_for, release, submit, unmark
from guanwei.screening.models import Marking
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei.testing.scenes import County, add_person, write_post

pytestmark = [pytest.mark.django_db, pytest.mark.law("L1")]
UNFIT, SECRET = "county.unfit", "county.state-secret"


@pytest.fixture
def people(county: County) -> dict[str, Person]:
    return county.water.people


@pytest.fixture
def post(county: County, people: dict[str, Person]) -> Post:
    use_channel(county.water.weibo, "recording-weibo")
    return write_post(county.water, people["editor"])


def marked(post: Post, by: Person, which: str = UNFIT) -> Marking:
    no_refusals(mark(post, which, by, "涉及未公开的规划"))
    return Marking.objects.get(object_id=post.pk, lifted_at__isnull=True)


@pytest.mark.clause("YC-21.1")
def test_a_marked_item_is_not_submitted(post: Post, people: dict[str, Person]) -> None:
    marked(post, people["editor"])
    made, refusals = submit(post, people["editor"])
    assert made is None
    assert [each.rule for each in refusals] == [UNFIT]
    assert "不宜公开" in refusals[0].sentence
    assert refusals[0].cites[0].article == "第二十一条"


@pytest.mark.clause("YC-21.1")
def test_nobody_signs_a_marked_item_the_administrator_included(
    county: County, post: Post, people: dict[str, Person]
) -> None:
    submission = submitted(post, people["editor"])
    marked(post, people["reviewer"])
    assert "涉及未公开的规划" in str(try_to_sign(submission, people["reviewer"])[0])
    Person.objects.filter(pk=people["reviewer"].pk).update(is_superuser=True)
    people["reviewer"].refresh_from_db()
    assert try_to_sign(submission, people["reviewer"])
    assert not submission.sign_offs.exists()
    with pytest.raises(NotSigned):
        prove(submission, submission.parts)


def test_a_mark_on_a_permitted_item_stops_its_release(post: Post, people: dict[str, Person]) -> None:
    submission = signed(submitted(post, people["editor"]), people["reviewer"], people["leader"])
    standing = marked(post, people["publisher"])
    _made, refusals = release(submission.pk, people["publisher"])
    assert "涉及未公开的规划" in " ".join(map(str, refusals))
    assert not Post.objects.get(pk=post.pk).live
    no_refusals(unmark(post, standing.pk, people["leader"], "规划已经公开"))
    assert release(submission.pk, people["publisher"])[0] is not None


def test_the_gate_itself_lets_no_marked_item_pass(post: Post, people: dict[str, Person]) -> None:
    submission = signed(submitted(post, people["editor"]), people["reviewer"], people["leader"])
    marked(post, people["publisher"])
    with pytest.raises(GateRefused, match="内容标记"), passing(Permit.objects.get(submission=submission)):
        pytest.fail("passed")


def test_what_waits_to_be_sent_stays_here(county: County, post: Post, people: dict[str, Person]) -> None:
    delivery = Delivery.objects.get(part__release=walk(county, post))
    assert refusals_to_send(delivery) == []
    marked(post, people["reviewer"])
    assert [each.rule for each in refusals_to_send(delivery)] == [UNFIT]


def test_a_mark_is_lifted_by_the_post_that_it_names_with_a_reason(
    post: Post, people: dict[str, Person]
) -> None:
    standing = marked(post, people["editor"])
    assert "分管领导" in str(unmark(post, standing.pk, people["editor"], "没有问题")[0])
    assert unmark(post, standing.pk, people["leader"], "  ")
    no_refusals(unmark(post, standing.pk, people["leader"], "已核实可以公开"))
    lifted = Marking.objects.get(pk=standing.pk)
    assert (lifted.lifted_by, lifted.lifted_reason) == (people["leader"], "已核实可以公开")
    assert lifted.history.count() == 2
    assert submitted(post, people["editor"])


def test_what_is_marked_as_a_state_secret_stays_so(post: Post, people: dict[str, Person]) -> None:
    standing = marked(post, people["editor"], SECRET)
    assert "不能解除" in str(unmark(post, standing.pk, people["leader"], "看错了")[0])
    assert submit(post, people["editor"])[0] is None


def test_a_person_without_a_part_in_it_marks_nothing(post: Post, people: dict[str, Person]) -> None:
    stranger = add_person("stranger", "林业局编辑")
    assert marks_for(post, stranger) == ()
    assert mark(post, UNFIT, stranger, "试一试")
    assert mark(post, "nobody.declares-it", people["editor"], "试一试")
    assert not Marking.objects.exists()


def test_the_same_mark_stands_once(post: Post, people: dict[str, Person]) -> None:
    marked(post, people["editor"])
    assert "已经有人标了" in str(mark(post, UNFIT, people["reviewer"], "再标一次")[0])


def test_on_the_screen_a_reviewer_marks_and_the_leader_lifts(
    client: Client, post: Post, people: dict[str, Person]
) -> None:
    submitted(post, people["editor"])
    address = reverse("findings:findings", args=["post", post.pk])
    client.force_login(people["reviewer"])
    assert "标记这份稿件" in client.get(address).content.decode()
    said = {"action": "mark", "mark": UNFIT, "reason": "规划未公开"}
    assert client.post(address, said).status_code == 302
    shown = client.get(address).content.decode()
    assert "规划未公开" in shown
    assert 'value="unmark"' not in shown
    client.force_login(people["leader"])
    standing = Marking.objects.get()
    assert 'value="unmark"' in client.get(address).content.decode()
    lift = {"action": "unmark", "marking": "x", "reason": "已公开"}
    assert client.post(address, lift).status_code == 409
    assert client.post(address, lift | {"marking": standing.pk}).status_code == 302
    assert not Marking.objects.filter(lifted_at__isnull=True).exists()
