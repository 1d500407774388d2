"""What checks find stops an item until it is mended, explained or let pass; everybody who signs sees it."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from guanwei.api import Refusal
from guanwei.approvals.models import Submission
from guanwei.approvals.subjects import parts_of
from guanwei.console.timeline.telling import story
from guanwei.organisations.models import Person
from guanwei.publishing.models import Post
from guanwei.publishing.services import foresee, give_reason, let_pass, submit
from guanwei.screening.models import Answer
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign

from .conftest import Say, draft

pytestmark = [pytest.mark.django_db]
People = dict[str, Person]


def explained(post: Post, by: Person, reason: str = "来源已电话核实") -> list[Refusal]:
    return give_reason(post, "asking.rumour", by, reason, parts_of(post))


def passed(post: Post, by: Person, reason: str = "已核对批文") -> list[Refusal]:
    return let_pass(post, "asking.toll", by, reason, parts_of(post))


def sentences(refusals: list[Refusal]) -> str:
    return " ".join(map(str, refusals))


def test_a_blocking_finding_is_mended_and_nobody_can_let_it_pass(say: Say, people: People) -> None:
    post = say("密件摘要。")
    made, refusals = submit(post, people["editor"])
    assert made is None
    assert "密件" in sentences(refusals)
    assert "第三条" in sentences(refusals)
    assert (refusals[0].rule, refusals[0].plugin) == ("asking.secret", "asking")
    assert let_pass(post, "asking.secret", people["jurist"], "批准", parts_of(post))
    assert submitted(say("停水通知。", post), people["editor"])


def test_a_look_asks_the_editor_for_a_reason_and_nobody_else(say: Say, people: People) -> None:
    post = say("据传将停水。")
    _none, refusals = submit(post, people["editor"])
    assert "说明理由" in sentences(refusals)
    assert explained(post, people["publisher"])
    assert explained(post, people["editor"], " ")
    no_refusals(explained(post, people["editor"]))
    submission = submitted(post, people["editor"])
    (kept,) = submission.findings
    assert kept["answer"]["reason"] == "来源已电话核实"
    assert kept["answer"]["person"] == str(people["editor"])
    assert kept["cites"][0]["article"] == "第三条"


def test_a_reason_stands_until_the_check_finds_nothing(say: Say, people: People) -> None:
    post = say("据传将停水。")
    no_refusals(explained(post, people["editor"]))
    post = say("据传今晚将停水。", post)
    assert submitted(post, people["editor"])
    Submission.objects.get().refresh_from_db()
    submission = Submission.objects.get()
    post = say("今晚将停水。", post)
    assert "有变化" in sentences(try_to_sign(submission, people["reviewer"]))
    signed(submission, people["reviewer"])
    say("据传又要停水。", post)
    assert "说明理由" in sentences(try_to_sign(submission, people["leader"]))
    assert [each.kind for each in Answer.objects.order_by("pk")] == ["reason", "gone"]


def test_letting_pass_is_for_one_text_by_the_post_that_the_check_names(say: Say, people: People) -> None:
    post = say("收费标准。")
    refusals = submit(post, people["editor"])[1]
    assert "水利局法制员" in sentences(refusals)
    assert passed(post, people["leader"])
    no_refusals(passed(post, people["jurist"]))
    assert foresee(post, people["editor"]).refusals == ()
    post = say("收费标准表。", post)
    assert foresee(post, people["editor"]).refusals
    assert submit(post, people["editor"])[0] is None
    no_refusals(passed(post, people["jurist"]))
    assert submitted(post, people["editor"])


def test_what_was_seen_is_what_is_let_pass(say: Say, people: People) -> None:
    post = say("收费标准。")
    seen = parts_of(post)
    post = say("新的收费标准。", post)
    assert let_pass(post, "asking.toll", people["jurist"], "已核对", seen)
    assert not Answer.objects.exists()


def test_information_stops_nobody_and_stands_before_every_signer(
    say: Say, people: People, client: Client
) -> None:
    submission = submitted(say("亲们注意停水。"), people["editor"])
    client.force_login(people["reviewer"])
    assert "检查亲们" in client.get(reverse("review:sign", args=[submission.pk])).content.decode()
    assert signed(submission, people["reviewer"], people["leader"]).state == "permitted"


def test_a_text_changed_in_review_is_checked_again(say: Say, people: People) -> None:
    post = say("停水通知。")
    submission = submitted(post, people["editor"])
    post = say("收费标准。", post)
    assert "收费" in sentences(try_to_sign(submission, people["reviewer"]))
    assert not submission.sign_offs.exists()
    no_refusals(passed(post, people["jurist"]))
    no_refusals(try_to_sign(submission, people["reviewer"]))
    submission.refresh_from_db()
    assert submission.findings[0]["answer"]["kind"] == "cleared"
    say("停水通知。", post)
    assert "有变化" in sentences(try_to_sign(submission, people["reviewer"]))
    submission.refresh_from_db()
    assert submission.findings == []


def test_answers_are_told_to_the_auditor_and_to_the_signer(say: Say, people: People, client: Client) -> None:
    post = say("据传收费。")
    no_refusals(explained(post, people["editor"]))
    no_refusals(passed(post, people["jurist"]))
    submission = submitted(post, people["editor"])
    told = {each.what: each for each in story("post", post.pk, [submission])}
    assert told["检查提示“检查据传”：说明理由"].notes == ("来源已电话核实",)
    assert told["检查提示“检查收费”：放行"].post == "清河县水利局宣传科法制员"
    client.force_login(people["leader"])
    page = client.get(reverse("review:sign", args=[submission.pk])).content.decode()
    assert "来源已电话核实" in page
    assert "已核对批文" in page


@pytest.mark.parametrize(
    ("who", "text", "button"),
    [("editor", "据传将停水。", "reason"), ("jurist", "收费标准。", "pass"), ("publisher", "据传收费。", "")],
)
def test_the_screen_offers_each_person_their_answer(
    say: Say, people: People, client: Client, who: str, text: str, button: str
) -> None:
    post = say(text)
    client.force_login(people[who])
    address = reverse("findings:findings", args=["post", post.pk])
    answer = client.get(address)
    if not button:
        assert answer.status_code == 403
        return
    found = answer.context["rows"][0]
    seen = answer.context["seen"]
    said = {"action": button, "rule": found.said["check"], "reason": "已核实", "seen": seen}
    assert f'value="{button}"' in answer.content.decode()
    assert client.post(address, {**said, "reason": ""}).status_code == 409
    assert client.post(address, said).status_code == 302
    assert foresee(draft(post), people["editor"]).refusals == ()


def test_the_screen_shows_the_whole_text_that_is_let_pass(say: Say, people: People, client: Client) -> None:
    post = say("收费标准见正文。")
    client.force_login(people["jurist"])
    page = client.get(reverse("findings:findings", args=["post", post.pk])).content.decode()
    assert "<p>收费标准见正文。</p>" in page


def test_explain_tells_what_is_found(say: Say, people: People, tmp_path: object, capsys: object) -> None:
    import json
    from io import StringIO
    from pathlib import Path

    facts = Path(str(tmp_path)) / "facts.json"
    variant = {"account": "water-weibo", "platform": "weibo", "title": "", "text": "据传亲们"}
    facts.write_text(json.dumps({"title": "停水", "category": "county.other", "variants": [variant]}))
    out = StringIO()
    with pytest.raises(Exception, match="说明理由"):
        call_command("explain", str(facts), "--org", "water-publicity", "--json", stdout=out)
    said = json.loads(out.getvalue())
    assert [(each["rule"], each["severity"]) for each in said["findings"]] == [
        ("asking.rumour", "look"),
        ("asking.slang", "info"),
    ]
    assert said["findings"][0]["suggestion"] == "写明消息来源。"
