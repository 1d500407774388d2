"""What goes out by itself: once, on the record, and only what was signed."""

from datetime import timedelta

import pytest
from delivery.posting import Out, elsewhere, events, fresh, use_channel, walk
from guanwei.approvals.models import Permit
from guanwei.audit import clock
from guanwei.audit.canonical import digest
from guanwei.delivery import services
from guanwei.delivery.models import Delivery, DeliveryState
from guanwei.delivery.recording_server import RecordingServer
from guanwei.delivery.services import sending
from guanwei.publishing.models import Release
from guanwei.publishing.services import release, release_due
from guanwei.publishing.services.taking_down import close_releases
from guanwei.testing.acts import signed, submitted
from guanwei.testing.scenes import County, write_post

pytestmark = pytest.mark.django_db


def test_a_signed_post_is_sent_and_its_release_is_done(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    assert platform.posts == []
    services.send_due()
    sent = fresh(delivery)
    assert (sent.state, sent.address) == ("sent", f"{platform.url}/p/{sent.key}")
    assert [post["text"] for post in platform.posts] == ["今晚八时至十时检修停水。"]
    assert events(sent) == ["prepared", "due", "about_to_send", "sent", "receipt"]
    release = Release.objects.get(pk=sent.part.release_id)
    assert (release.state, release.parts.get(pk=sent.part_id).address) == ("done", sent.address)


def test_the_post_carries_the_address_of_its_page(out_with_page: Out, platform: RecordingServer) -> None:
    delivery = out_with_page()
    services.send_due()
    address = platform.posts[0]["source_url"]
    assert address.endswith("/news/flood-0/")
    assert platform.posts[0]["text"] == f"汛期请远离河道。\n{address}"
    assert address not in str(fresh(delivery).payload)


def test_sending_leaves_a_history_that_names_what_did_it(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    services.send_due()
    reasons = [row.history_change_reason for row in fresh(delivery).history.all()]
    assert reasons[0] == "delivery.send"
    assert fresh(delivery).history.first().state == "sent"


@pytest.mark.law("L7")
def test_a_second_round_sends_nothing_again(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    for _round in range(3):
        services.send_due()
        services.send(delivery.pk)
    assert len(platform.posts) == 1


@pytest.mark.law("L7")
@pytest.mark.django_db(transaction=True)
def test_the_journal_says_so_before_the_platform_hears_of_it(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    seen: list[list[str]] = []
    platform.before = elsewhere(lambda: seen.append(events(delivery)))
    services.send_due()
    assert seen == [["prepared", "due", "about_to_send"]]


def test_what_is_not_due_stays_here(county: County, platform: RecordingServer) -> None:
    use_channel(county.water.weibo, "recording-weibo")
    people = county.water.people
    post = write_post(county.water, people["editor"])
    submission = signed(submitted(post, people["editor"]), people["reviewer"], people["leader"])
    tomorrow = clock.now() + timedelta(days=1)
    made, _refusals = release(submission.pk, people["publisher"], tomorrow)
    services.send_due()
    assert platform.posts == []
    assert Delivery.objects.get(part__release=made).state == "prepared"
    with clock.at(tomorrow):
        release_due()
        services.send_due()
    assert len(platform.posts) == 1


@pytest.mark.law("L1")
@pytest.mark.parametrize("also_its_digest", [False, True])
def test_a_changed_payload_is_held(out: Out, platform: RecordingServer, also_its_digest: bool) -> None:
    delivery = out()
    delivery.payload = {**delivery.payload, "text": "今晚不停水。"}
    if also_its_digest:
        delivery.payload_digest = digest(delivery.payload)
    delivery.save()
    services.send_due()
    held = fresh(delivery)
    assert platform.posts == []
    assert held.state == "held"
    assert "与签发的内容不一致" in held.problem
    assert "about_to_send" not in events(held)


@pytest.mark.law("L1")
@pytest.mark.parametrize("field", ["variant_digest", "renderer"])
def test_a_changed_digest_or_renderer_is_held(out: Out, platform: RecordingServer, field: str) -> None:
    delivery = out()
    setattr(delivery, field, "0")
    delivery.save()
    services.send_due()
    assert (platform.posts, fresh(delivery).state) == ([], "held")


@pytest.mark.law("L1")
def test_a_revoked_permit_holds_the_delivery(out: Out, platform: RecordingServer) -> None:
    delivery = out()
    permit = Permit.objects.get(pk=delivery.part.release.permit_id)
    permit.revoked_at = clock.now()
    permit.save()
    services.send_due()
    assert (platform.posts, fresh(delivery).state) == ([], "held")
    assert "许可已撤销" in fresh(delivery).problem


def test_a_taken_down_article_takes_its_unsent_posts_along(
    county: County, out_with_page: Out, platform: RecordingServer
) -> None:
    delivery = out_with_page()
    release = delivery.part.release
    close_releases(release.family, release.object_id, county.water.people["leader"], "内容有误")
    services.send_due()
    assert (platform.posts, fresh(delivery).state) == ([], "withdrawn")


def test_an_administrator_whose_plugin_is_gone_reads_which_channel_is_missing(
    county: County, out: Out, platform: RecordingServer
) -> None:
    delivery = out()
    delivery.channel = "gone.channel"
    delivery.save()
    services.send_due()
    held = fresh(delivery)
    assert held.state == "held"
    assert "“gone.channel”没有装载" in held.problem
    held.channel = "recording-weibo"
    held.save()
    assert services.retry(held, county.water.people["publisher"]) == []
    services.send_due()
    assert fresh(delivery).state == "sent"


def test_after_an_update_of_the_renderer_a_person_prepares_the_signed_text_anew(
    county: County, out: Out, platform: RecordingServer
) -> None:
    delivery = out()
    old = {**delivery.payload, "schema": 0}
    delivery.payload, delivery.payload_digest, delivery.renderer = old, digest(old), "0"
    delivery.save()
    services.send_due()
    assert "排版程序已更新" in fresh(delivery).problem
    assert services.retry(fresh(delivery), county.water.people["publisher"]) == []
    services.send_due()
    assert fresh(delivery).state == "sent"
    assert platform.posts[0]["text"] == "今晚八时至十时检修停水。"


def test_one_broken_delivery_does_not_keep_others_waiting(
    county: County, out: Out, platform: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = out()
    second = Delivery.objects.get(
        part__release=walk(county, write_post(county.water, county.water.people["editor"], title="另一条"))
    )
    refusals_to_send = sending.refusals_to_send

    def broken(delivery: Delivery) -> list[object]:
        if delivery.pk == first.pk:
            raise RuntimeError("no such file")
        return refusals_to_send(delivery)

    monkeypatch.setattr(sending, "refusals_to_send", broken)
    services.send_due()
    assert fresh(second).state == "sent"
    assert fresh(first).state == DeliveryState.IN_FLIGHT
