"""A rule that misbehaves, seen from the desks: its item is held and the plugin named, all others go on (law L6).

Rules run in processes of their own here, as in an office.
"""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from guanwei import registry
from guanwei.api import Refusal
from guanwei.approvals.models import Submission
from guanwei.organisations.models import Activation
from guanwei.organisations.services import switch_on
from guanwei.publishing.models import Post
from guanwei.publishing.services import submit
from guanwei.testing.acts import no_refusals, submitted
from guanwei.testing.bench.forms import fields_of, pictures
from guanwei.testing.scenes import Agency, County, add_agency, staff_by_county_book, write_post

pytestmark = pytest.mark.law("L6")

TIME_LIMIT = 0.4
FAULTY = (
    *("raises", "raises_much", "exits", "interrupts", "recurses", "dies"),
    *("says_yes", "says_much", "says_a_promise", "scribbles", "devours", "leaves_a_thread"),
)
ENDLESS = ("loops", "sleeps", "sleeps_on", "swallows", "slow_regex")


@pytest.fixture
def install() -> Iterator[Any]:
    before = registry.configuration()

    def installed(*names: str, time_limit: float = TIME_LIMIT) -> None:
        modules = {name: f"dummy_plugins.{name}" for name in names}
        registry.configure("child", time_limit=time_limit, extra=modules)

    yield installed
    registry.configure(before.mode, before.time_limit, before.extra)


def ruled_by(plugin: str, county: County) -> Agency:
    """An agency that switched the plugin on."""
    agency = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(agency)
    no_refusals(switch_on(agency.unit, plugin, by=county.people["administrator"], reason="试行"))
    return agency


def editor_of(agency: Agency) -> Client:
    client = Client()
    client.force_login(agency.people["editor"])
    return client


def submit_at_the_desk(agency: Agency, post: Post) -> HttpResponse:
    """Change the title in the editor and press 提交审核; the screen that follows."""
    client, url = editor_of(agency), reverse(Post.snippet_viewset.get_url_name("edit"), args=[post.pk])
    form = fields_of(client.get(url).content, "[data-edit-form]")
    sent = {**form, **pictures("variants-0"), "title": "停水通知（改）", "action-guanwei-submit": "1"}
    return client.post(url, sent, follow=True)


def chain_at_the_desk(agency: Agency, post: Post) -> str:
    return editor_of(agency).get(reverse("editor:chain", args=["post", post.pk])).content.decode()


def draft_title(post: Post) -> str:
    return str(Post.objects.get(pk=post.pk).get_latest_revision_as_object().title)


@pytest.mark.parametrize("plugin", [*FAULTY, *ENDLESS])
@pytest.mark.defends("a rule that raises, hangs, lies or ends its process", by="plugin")
def test_the_editor_reads_which_plugin_holds_the_item_and_another_agency_submits(
    county: County, install: Any, plugin: str
) -> None:
    install(plugin)
    agency = ruled_by(plugin, county)
    post = write_post(agency, agency.people["editor"])
    shown = submit_at_the_desk(agency, post).content.decode()
    for expected in (plugin, "还不能提交", "请系统管理员联系插件作者修复"):
        assert expected in shown
    assert plugin in chain_at_the_desk(agency, post)
    assert len(shown) < 1_000_000
    assert draft_title(post) == "停水通知（改）"
    assert not Submission.objects.exists()
    submitted(write_post(county.water, county.water.people["editor"]), county.water.people["editor"])


def test_a_rule_that_prints_holds_nobody_up(county: County, install: Any) -> None:
    install("prints")
    agency = ruled_by("prints", county)
    post = write_post(agency, agency.people["editor"])
    decided = chain_at_the_desk(agency, post)
    assert "from a rule" not in decided
    assert "插件" not in decided


def test_a_plugin_that_never_answers_is_not_asked_a_fourth_time_and_comes_back_when_released(
    county: County, install: Any
) -> None:
    install("loops")
    agency = ruled_by("loops", county)
    post = write_post(agency, agency.people["editor"])
    for _each in range(3):
        assert "0.4 秒" in chain_at_the_desk(agency, post)
    assert registry.held() == ("loops",)
    assert "连续 3 次" in chain_at_the_desk(agency, post)
    registry.release_hold("loops")
    assert "0.4 秒" in chain_at_the_desk(agency, post)


@pytest.mark.django_db(transaction=True)
def test_another_agency_submits_while_a_rule_is_still_running(
    county: County, install: Any, tmp_path: Path
) -> None:
    """The rule ends when the test says so: until then nobody else may have waited for it."""
    install("waits_for_a_file", time_limit=30)
    agency = ruled_by("waits_for_a_file", county)
    switch, begun = tmp_path / "go", tmp_path / "go.begun"
    post = write_post(agency, agency.people["editor"], permission=str(switch))
    found: list[tuple[Submission | None, list[Refusal]]] = []

    def submit_theirs() -> None:
        try:
            found.append(submit(post, agency.people["editor"]))
        finally:
            connections.close_all()

    waiting = threading.Thread(target=submit_theirs)
    waiting.start()
    try:
        while not begun.exists():
            assert waiting.is_alive()
        ours = write_post(county.water, county.water.people["editor"])
        submitted(ours, county.water.people["editor"])
        assert waiting.is_alive()
        assert found == []
    finally:
        switch.touch()
        waiting.join(60)
    ((_submission, refusals),) = found
    assert not any("超过" in each.sentence for each in refusals)
    assert connection.vendor in ("sqlite", "postgresql")


def test_switching_it_off_lets_the_agency_go_on(county: County, install: Any) -> None:
    install("loops")
    agency = ruled_by("loops", county)
    post = write_post(agency, agency.people["editor"])
    assert submit(post, agency.people["editor"])[1]
    said = Activation.objects.get(plugin="loops")
    said.on = False
    said.save()
    submitted(post, agency.people["editor"])
