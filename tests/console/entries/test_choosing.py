"""Choosing an entry in the editor: a list of few, words to look for among many, what is kept, what rules are told."""

import json
from pathlib import Path
from typing import Any

import pytest
from agencies.bureau import BOOK
from bs4 import BeautifulSoup
from console.editor.conftest import filled_in
from console.entries.conftest import Enter, Scene, listed
from django.db import connection
from django.test.utils import CaptureQueriesContext
from guanwei.api import Kind
from guanwei.audit import clock
from guanwei.console.command import main
from guanwei.publishing.content.facts import facts_of
from guanwei.publishing.models import Post
from guanwei.publishing.services import submit
from guanwei.registers.services import close_entry
from guanwei.testing.acts import no_refusals, submitted
from guanwei.testing.scenes import write_post
from guanwei_luan_emergency.models import Source
from routes.programs import POSTS, Program

FIELD, NAME = f"{BOOK}.source", "fact_luan_emergency_source"
TOLD = {"beyond_national": "", "determined_by": "", "kind": "government", "name": "清河县人民政府网"}


@pytest.fixture
def draft(scene: Scene) -> Post:
    """A repost that names no source yet."""
    return write_post(
        scene.bureau,
        scene.people["officer"],
        kind=Kind.REPOST,
        category=f"{BOOK}.emergency-work",
        source_name="清河县人民政府网",
        permission="电话许可",
        original_title="停水通知",
        extra={
            f"{BOOK}.publication_type": "转载",
            f"{BOOK}.original_text": "今晚八时检修停水。",
            f"{BOOK}.topic": "prevention",
        },
    )


def where(draft: Post) -> str:
    return f"/admin/snippets/publishing/post/edit/{draft.pk}/"


def chosen(scene: Scene, enter: Enter, draft: Post, value: Any) -> Post:
    """The draft after the officer posted the form with ``value`` in the field."""
    client = enter(scene.people["officer"])
    form = filled_in(client.get(where(draft))) | {NAME: value}
    assert client.post(where(draft), form).status_code in (200, 302)
    found: Post = Post.objects.get(pk=draft.pk).get_latest_revision_as_object()
    return found


def test_the_organisations_open_entries_are_offered_and_the_chosen_ones_facts_are_told(
    scene: Scene, enter: Enter, draft: Post
) -> None:
    closed = listed(scene.bureau.unit, "停办的网站", scene.people["head"])
    no_refusals(close_entry(closed, scene.people["head"], "停办"))
    page = BeautifulSoup(enter(scene.people["officer"]).get(where(draft)).content, "html.parser")
    options = page.select(f"select[name={NAME}] option")
    assert [each.text for each in options] == ["---------", "清河县人民政府网"]
    saved = chosen(scene, enter, draft, scene.ours.pk)
    assert saved.extra[FIELD] == scene.ours.pk
    assert saved.entries == {FIELD: TOLD}
    assert facts_of(saved, clock.now()).entry(FIELD, "name") == "清河县人民政府网"
    submission = submitted(saved, scene.people["officer"])
    assert submission.snapshot.content["facts"]["entries"] == {FIELD: TOLD}
    signing = enter(scene.people["officer"]).get(f"/admin/console/sign/{submission.pk}/").content.decode()
    assert "稿源（名单内）·名称" in signing


@pytest.mark.parametrize("value", ["theirs", "不存在的来源", "0", "99999999999999999999"])
def test_what_isnt_an_open_entry_of_the_own_organisation_isnt_kept(
    scene: Scene, enter: Enter, draft: Post, value: str
) -> None:
    saved = chosen(scene, enter, draft, scene.theirs.pk if value == "theirs" else value)
    assert FIELD not in saved.extra


def test_another_organisations_entry_tells_no_rule_anything_and_is_refused(scene: Scene, draft: Post) -> None:
    draft.extra = draft.extra | {FIELD: scene.theirs.pk}
    draft.save_revision(user=scene.people["officer"])
    assert facts_of(draft, clock.now()).entries == ()
    refusals = submit(draft, scene.people["officer"])[1]
    assert ["不在本机构的稿源名单里" in each.sentence for each in refusals] == [True]


def test_a_chosen_entry_that_is_closed_later_stays_in_the_draft_and_is_refused_by_name(
    scene: Scene, enter: Enter, draft: Post
) -> None:
    saved = chosen(scene, enter, draft, scene.ours.pk)
    no_refusals(close_entry(scene.ours, scene.people["head"], "停办"))
    page = enter(scene.people["officer"]).get(where(draft)).content.decode()
    assert "清河县人民政府网（已注销或不在本机构）" in page
    assert chosen(scene, enter, draft, scene.ours.pk).extra[FIELD] == scene.ours.pk
    refusals = submit(saved, scene.people["officer"])[1]
    assert ["“清河县人民政府网”已于" in each.sentence for each in refusals] == [True]


def test_among_many_entries_words_are_looked_for(scene: Scene, enter: Enter, draft: Post) -> None:
    for number in range(60):
        Source(organisation=scene.bureau.unit, name=f"来源{number}号", kind="media").save()
    client = enter(scene.people["officer"])
    field = BeautifulSoup(client.get(where(draft)).content, "html.parser").select_one(f"input[name={NAME}]")
    assert field is not None
    address = field["data-gw-entries"]
    found = client.get(address, {"q": "来源7号"}).json()["entries"]
    (seventh,) = Source.objects.filter(name="来源7号")
    assert found == [f"来源7号〔{seventh.pk}〕"]
    assert client.get(address, {"q": "林业"}).json() == {"entries": []}
    assert chosen(scene, enter, draft, found[0]).extra[FIELD] == seventh.pk
    assert found[0] in client.get(where(draft)).content.decode()
    for person in (scene.people["neighbour"], scene.people["editor"]):
        assert enter(person).get(address).status_code == 403


def test_facts_ask_each_register_once(scene: Scene, enter: Enter, draft: Post) -> None:
    with CaptureQueriesContext(connection) as without:
        facts_of(Post.objects.get(pk=draft.pk), clock.now())
    draft.extra = draft.extra | {FIELD: scene.ours.pk}
    draft.save()
    with CaptureQueriesContext(connection) as with_one:
        facts_of(Post.objects.get(pk=draft.pk), clock.now())
    assert len(with_one) == len(without) + 2


def test_explain_takes_what_a_register_says(
    scene: Scene, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"kind": "repost", "entries": {FIELD: {"name": "清河日报"}}}))
    assert main(["explain", "--org", "emergency-publicity", str(path), "--json"]) in (0, 1)
    trace = json.loads(capsys.readouterr().out)["trace"]
    verdicts = {each["rule"]: each["verdict"] for each in trace}
    assert verdicts[f"{BOOK}.source_outside_list"] == "没有此情形"
    path.write_text(json.dumps({"entries": {FIELD: "清河日报"}}))
    assert main(["explain", "--org", "emergency-publicity", str(path), "--json"]) == 2
    assert "entries" in capsys.readouterr().err


def test_a_program_states_an_entry_by_its_number(scene: Scene, draft: Post) -> None:
    program = Program(scene.people["officer"])
    where = f"{POSTS}{draft.pk}/"
    refused = program.send("PATCH", where, {"extra": {FIELD: scene.theirs.pk}})
    assert refused.status_code == 422
    assert "在册条目" in json.dumps(refused.json(), ensure_ascii=False)
    assert program.send("PATCH", where, {"extra": {FIELD: scene.ours.pk}}).status_code == 200
    saved: Post = Post.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert (saved.extra[FIELD], saved.entries) == (scene.ours.pk, {FIELD: TOLD})
