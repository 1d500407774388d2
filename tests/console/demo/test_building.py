"""The demo county shows every state that a manuscript can be in, reached through the services alone."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management.base import CommandError
from django.utils import timezone
from guanwei.approvals.models import SignOff, Submission
from guanwei.audit import clock
from guanwei.console.demo.building import build, is_built
from guanwei.console.demo.making import refuse_other_data
from guanwei.console.demo.manuscripts import ALL
from guanwei.console.demo.refused import DemoRefusedError
from guanwei.delivery.models import Delivery
from guanwei.delivery.recording_server import RecordingServer
from guanwei.organisations.models import Appointment, Delegation, Person
from guanwei.publishing.models import ArticlePage, FormSheet, Post, Push, Release, ReleasePart
from guanwei.publishing.queries.rights import may_write
from guanwei.registry import configuration
from guanwei.testing.acts import try_to_sign

SOME = {
    "reservoir-inspection": "a newer draft on a live page",
    "well-water-quality": "sent back, mended, released",
    "library-repost": "a repost",
    "factory-checks": "a line of the sheet",
    "forest-fire-reminder": "a post alone, then the sheet is archived",
    "bus-lines": "taken down",
    "waterworks-open-day": "signed by a delegate",
    "teacher-recruitment": "withdrawn",
    "north-town-rain": "posts first",
    "sand-mining": "lapsed",
    "water-saving": "sent back",
    "rescue-drill": "refused by the platform",
    "water-day-posters": "a contractor's draft",
    "east-district-cut": "waits for a person",
    "night-flushing": "timed",
    "shelter-map": "waits for the last check",
    "water-rumour": "waits for release",
    "holiday-care": "goes out in a push",
    "reading-list": "goes out in a push",
    "summer-push": "a push of two articles",
}
PIECES = [each for each in ALL if each.key in SOME]


def submission_of(title: str) -> Submission:
    """The latest one of the manuscript whose title begins so."""
    return Submission.objects.filter(title__startswith=title).latest("pk")


def release_of(title: str) -> Release:
    return Release.objects.get(title__startswith=title)


@pytest.mark.django_db
def test_every_state_of_a_manuscript_is_there(platform: RecordingServer) -> None:
    assert not is_built()
    build(platform, 8000, PIECES)
    assert is_built()
    states = dict(Submission.objects.values_list("title", "state"))
    assert set(states.values()) == {"open", "permitted", "released", "returned", "withdrawn", "lapsed"}
    assert submission_of("节水型").closing_reason.startswith("漏损率")
    assert {each.step.label for each in submission_of("城区应急避难").sign_offs.all()} == {
        "初审",
        "复审",
        "终审",
    }
    check_what_is_public()
    check_what_was_sent(platform)
    check_papers()
    check_that_the_past_is_past()


def check_what_is_public() -> None:
    moved_on = ArticlePage.objects.get(slug="reservoir-inspection")
    assert moved_on.live
    assert moved_on.has_unpublished_changes
    assert moved_on.summary != moved_on.get_latest_revision_as_object().summary
    assert not ArticlePage.objects.get(slug="bus-lines").live
    assert release_of("城区三条公交").state == "taken_down"
    assert release_of("城区三条公交").reason.startswith("施工提前完成")
    assert ArticlePage.objects.get(slug="library-repost").source_name
    timed = release_of("城区主干供水")
    assert timed.due_at > clock.now()
    assert not ArticlePage.objects.get(slug="night-flushing").live
    assert not ArticlePage.objects.get(slug="water-day-posters").live


def check_what_was_sent(platform: RecordingServer) -> None:
    sent = Delivery.objects.filter(state="sent", address__startswith=platform.url)
    assert {each.key for each in sent} == {each["key"] for each in platform.posts}
    by_hand = set(Delivery.objects.filter(done_by__isnull=False).values_list("account__platform", flat=True))
    assert by_hand == {"weibo", "wechat"}
    assert set(Delivery.objects.values_list("state", flat=True)) == {
        "sent",
        "failed",
        "waiting_person",
        "prepared",
        "in_push",
    }
    check_the_push(platform)
    first = release_of("县城北部")
    assert first.order == "posts_first"
    assert first.state == "done"
    page, *posts = sorted(first.parts.all(), key=lambda part: part.variant)
    assert all(part.done_at <= page.done_at for part in posts)
    assert Post.objects.get(title="森林防火提醒").live


def check_the_push(platform: RecordingServer) -> None:
    push = Push.objects.get()
    assert push.live
    posted = next(each for each in platform.posts if "articles" in each)
    titles = ["暑期托管服务开始报名", "中小学生暑期阅读推荐书目"]
    assert [each["title"] for each in posted["articles"]] == titles
    pages = ArticlePage.objects.filter(title__in=titles, live=True)
    assert pages.count() == 2
    parts = ReleasePart.objects.filter(release__object_id__in=pages.values("pk"), release__family="page")
    assert set(parts.exclude(variant="").values_list("address", flat=True)) == set(posted["addresses"])


def check_papers() -> None:
    sheet = FormSheet.objects.get()
    assert [line["title"] for line in sheet.lines] == ["全县工贸企业安全生产检查情况通报", "森林防火提醒"]
    assert sheet.verify()
    assert SignOff.objects.get(delegation__isnull=False).person == Delegation.objects.get().delegate


def check_that_the_past_is_past() -> None:
    now = timezone.now()
    pages = ArticlePage.objects.live()
    assert all(page.first_published_at < now for page in pages)
    assert len({timezone.localdate(page.first_published_at) for page in pages}) > 3
    assert all(each.decided_at < now for each in SignOff.objects.all())


@pytest.mark.django_db
def test_a_contractor_writes_and_never_decides(platform: RecordingServer) -> None:
    built = build(platform, 8000, [])
    contractor = Person.objects.get(contractor=True)
    section = built.units["water-publicity"]
    assert may_write(contractor, section, section)
    assert [each.role for each in Appointment.objects.filter(person=contractor)] == ["county.editor"]


@pytest.mark.django_db
def test_what_a_service_refuses_ends_the_build_with_its_sentence(platform: RecordingServer) -> None:
    piece = next(each for each in ALL if each.key == "irrigation-round")
    with pytest.raises(DemoRefusedError, match="内容类别"):
        build(platform, 8000, [replace(piece, category="")])


@pytest.mark.django_db
def test_a_manuscript_left_in_review_can_be_signed_on(platform: RecordingServer) -> None:
    piece = next(each for each in ALL if each.key == "irrigation-round")
    built = build(platform, 8000, [piece])
    waiting = Submission.objects.get()
    assert try_to_sign(waiting, built.people["water-editor"])
    assert not try_to_sign(waiting, built.people["water-reviewer"])


@pytest.mark.django_db
def test_building_leaves_settings_and_rules_as_they_were(platform: RecordingServer, settings: Any) -> None:
    before = settings.EMAIL_BACKEND, configuration()
    build(platform, 8000, [])
    assert (settings.EMAIL_BACKEND, configuration()) == before


@pytest.mark.django_db
def test_a_database_in_which_somebody_works_is_never_replaced(platform: RecordingServer) -> None:
    place = Path("demo.sqlite3")
    refuse_other_data(place)
    Person.objects.create(username="somebody")
    with pytest.raises(CommandError, match="请先把这个文件移走"):
        refuse_other_data(place)
