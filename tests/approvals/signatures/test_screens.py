"""The signing screen and the queue for each kind of signature; what a posted form can't smuggle in."""

import hashlib
import io
from collections.abc import Callable
from typing import Any

import pytest
from approvals.signatures.conftest import Submit, Write
from approvals.signatures.editing import draft_of, edit_variant, now, say
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from guanwei.approvals.models import EditConfirmation, PaperSignature, Permit, Submission, Veto
from guanwei.approvals.services.paper_checks import print_code
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.publishing.models import Attachment
from guanwei.testing.acts import signed
from guanwei.testing.scenes import Agency
from PIL import Image, ImageDraw

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]
Enter = Callable[[Person], Client]


@pytest.fixture
def enter() -> Enter:
    def signed_in(person: Person) -> Client:
        client = Client()
        client.force_login(Person.objects.get(pk=person.pk))
        return client

    return signed_in


def address(submission: Submission) -> str:
    return reverse("review:sign", args=[submission.pk])


def hidden(html: str, after: str = "") -> str:
    """The token of the form that follows ``after``."""
    return html[html.index(after) :].split('name="seen" value="')[1].split('"')[0]


def scan(
    name: str = "scan.png", size: tuple[int, int] = (850, 1200), words: bool = True
) -> SimpleUploadedFile:
    """A sheet with something on it."""
    picture, kept = Image.new("L", size, 255), io.BytesIO()
    if words:
        ImageDraw.Draw(picture).rectangle((100, 100, 700, 500), fill=0)
    picture.save(kept, "PNG")
    return SimpleUploadedFile(name, kept.getvalue(), "image/png")


def queue(client: Client) -> str:
    return client.get(reverse("review:queue")).content.decode()


@pytest.mark.defends("signing form: content fields beside the signature", by="signer")
def test_content_sent_along_with_the_signature_changes_nothing(
    bureau: Agency, submit: Submit, enter: Enter
) -> None:
    submission, client = submit("pair"), enter(bureau.people["leader"])
    html = client.get(address(submission)).content.decode()
    smuggled: dict[str, Any] = {
        "title": "夹带的标题",
        "body-0-value": "夹带的正文",
        "variants-0-text": "夹带的微博",
        "parts": "{}",
        "person": bureau.people["deputy"].pk,
        "step": 1,
    }
    before = draft_of(submission).to_json()
    posted = {"seen": hidden(html), "action": "sign", "opinion": "同意", **smuggled}
    assert client.post(address(submission), posted).status_code == 302
    assert draft_of(submission).to_json() == before
    sign_off = submission.sign_offs.get()
    assert (sign_off.person, sign_off.parts) == (bureau.people["leader"], submission.parts)


@pytest.mark.defends("signing form: another screen's token", by="signer")
def test_a_token_of_another_person_item_or_step_signs_nothing(
    bureau: Agency, submit: Submit, enter: Enter
) -> None:
    one, other = submit("pair"), submit("pair")
    leader, deputy = enter(bureau.people["leader"]), enter(bureau.people["deputy"])
    mine = hidden(leader.get(address(one)).content.decode())
    assert deputy.post(address(one), {"seen": mine, "action": "sign"}).status_code == 409
    assert leader.post(address(other), {"seen": mine, "action": "sign"}).status_code == 409
    for junk in ("", "x" * 9000, mine[:-3] + "AAA", "\x00"):
        assert leader.post(address(one), {"seen": junk, "action": "sign"}).status_code == 409
    assert not one.sign_offs.exists()
    assert not other.sign_offs.exists()


def test_the_leader_who_signed_reads_that_another_is_wanted(
    bureau: Agency, submit: Submit, enter: Enter
) -> None:
    submission, client = submit("pair"), enter(bureau.people["leader"])
    html = client.get(address(submission)).content.decode()
    assert "须2人签" in html
    client.post(address(submission), {"seen": hidden(html), "action": "sign"})
    html = client.get(address(submission)).content.decode()
    assert "一人签署只计一次" in html
    assert "同意签署" not in html
    assert submission.title not in queue(client)
    assert submission.title in queue(enter(bureau.people["deputy"]))


def test_each_of_a_group_gets_the_own_step_to_sign(bureau: Agency, submit: Submit, enter: Enter) -> None:
    submission = submit("two")
    for post, label in (("safety", "安全会签"), ("finance", "财务会签")):
        client = enter(bureau.people[post])
        assert label in queue(client)
        html = client.get(address(submission)).content.decode()
        assert "三方会签两方通过：须2个环节签" in html
        posted = {"seen": hidden(html), "action": "sign"}
        assert client.post(address(submission), posted).status_code == 302
    assert {each.step.label for each in submission.sign_offs.all()} == {"安全会签", "财务会签"}


def test_a_paper_is_printed_brought_in_and_compared(bureau: Agency, submit: Submit, enter: Enter) -> None:
    people = bureau.people
    submission = signed(submit("paper"), people["legal"])
    clerk, keeper = enter(people["clerk"]), enter(people["keeper"])
    assert "上级签批：登记扫描件" in queue(clerk)
    code = print_code(submission.parts)
    sheet = clerk.get(reverse("review:print", args=[submission.pk])).content.decode()
    assert sheet.count(code) >= 2
    assert "汛期请远离河道" in sheet
    html = clerk.get(address(submission)).content.decode()
    assert code not in html
    form = {
        "seen": hidden(html),
        "action": "record",
        "signer": "王主任",
        "signed_on": clock.today().isoformat(),
        "document": "批示〔2026〕7号",
        "code": code,
    }
    assert clerk.post(address(submission), {**form, "scan": scan()}).status_code == 302
    paper = PaperSignature.objects.get()
    kept = Attachment.objects.get(sha256=paper.scan)
    assert "上级签批：核对扫描件" in queue(keeper)
    answer = keeper.get(reverse("review:scan", args=[submission.pk, paper.pk]))
    assert hashlib.sha256(b"".join(answer.streaming_content)).hexdigest() == kept.sha256
    html = keeper.get(address(submission)).content.decode()
    assert code in html
    assert keeper.post(address(submission), {"seen": hidden(html), "action": "check"}).status_code == 302
    assert now(submission).state == "permitted"
    story = keeper.get(reverse("timeline:timeline", args=["page", submission.object_id])).content.decode()
    assert "登记纸质签署" in story
    assert "扫描件核对相符" in story


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (None, "请选择"),
        (lambda: SimpleUploadedFile("scan.png", b"not a picture"), "图片"),
        (lambda: SimpleUploadedFile("scan.pdf", b"MZ\x90\x00 program"), "PDF"),
        (lambda: SimpleUploadedFile("scan.pdf", b""), "空"),
        (lambda: SimpleUploadedFile("scan.exe", b"MZ"), "PDF、JPG 或 PNG"),
        (lambda: scan(size=(200, 300)), "太小"),
        (lambda: scan(words=False), "空白"),
        (lambda: scan(name="../../scan.gif"), "PDF、JPG 或 PNG"),
    ],
)
def test_a_scan_that_shows_nothing_is_one_sentence_and_leaves_no_file(
    bureau: Agency, submit: Submit, enter: Enter, upload: Any, words: str
) -> None:
    submission = signed(submit("paper"), bureau.people["legal"])
    clerk = enter(bureau.people["clerk"])
    html = clerk.get(address(submission)).content.decode()
    form = {
        "seen": hidden(html),
        "action": "record",
        "signer": "王主任",
        "signed_on": clock.today().isoformat(),
        "document": "批示〔2026〕7号",
        "code": print_code(submission.parts),
    }
    if upload is not None:
        form["scan"] = upload()
    answer = clerk.post(address(submission), form)
    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert "批示〔2026〕7号" in answer.content.decode()
    assert not Attachment.objects.exists()
    assert not PaperSignature.objects.exists()


def test_a_refused_paper_leaves_no_attachment_behind(bureau: Agency, submit: Submit, enter: Enter) -> None:
    submission = signed(submit("paper"), bureau.people["legal"])
    clerk = enter(bureau.people["clerk"])
    html = clerk.get(address(submission)).content.decode()
    form = {"seen": hidden(html), "action": "record", "signer": "王主任", "document": "号", "code": "错"}
    for signed_on in ("", "昨天", "2026-02-31", clock.today().isoformat()):
        answer = clerk.post(address(submission), {**form, "signed_on": signed_on, "scan": scan()})
        assert answer.status_code == 409
    assert not Attachment.objects.exists()


def test_a_scan_is_shown_to_those_alone_who_may_read_the_item(
    bureau: Agency, submit: Submit, enter: Enter, county: Any
) -> None:
    submission = signed(submit("paper"), bureau.people["legal"])
    stranger = enter(county.water.people["editor"])
    assert stranger.get(reverse("review:print", args=[submission.pk])).status_code == 403
    assert stranger.get(address(submission)).status_code == 403


def test_a_veto_from_the_screen_and_its_lifting(bureau: Agency, submit: Submit, enter: Enter) -> None:
    people = bureau.people
    submission, client = submit("vetoed"), enter(people["discipline"])
    assert "纪检监督：可否决" in queue(client)
    html = client.get(address(submission)).content.decode()
    token = hidden(html, "一票否决（纪检监督）")
    assert client.post(address(submission), {"seen": token, "action": "veto"}).status_code == 409
    posted = {"seen": token, "action": "veto", "veto_reason": "有未核实的举报"}
    assert client.post(address(submission), posted).status_code == 302
    assert now(submission).state == "vetoed"
    html = client.get(address(submission)).content.decode()
    assert "解除否决" in html
    assert "解除否决" not in enter(people["leader"]).get(address(submission)).content.decode()
    assert client.post(address(submission), {"action": "lift", "lift_reason": "已查清"}).status_code == 302
    assert Veto.objects.get().lifted_at is not None
    story = client.get(reverse("timeline:timeline", args=["page", submission.object_id])).content.decode()
    assert "一票否决" in story
    assert "解除否决" in story


def test_no_objection_from_the_screen(bureau: Agency, submit: Submit, enter: Enter) -> None:
    submission, client = submit("vetoed"), enter(bureau.people["discipline"])
    html = client.get(address(submission)).content.decode()
    token = hidden(html, "一票否决（纪检监督）")
    assert client.post(address(submission), {"seen": token, "action": "sign"}).status_code == 302
    assert submission.sign_offs.get().opinion == "不否决"
    assert submission.title not in queue(client)


def test_the_supplier_sees_what_was_changed_and_confirms_it(
    bureau: Agency, write: Write, enter: Enter, submit: Submit
) -> None:
    people = bureau.people
    submission = submit("edited")
    edit_variant(submission, people["editing"], "审改过的微博正文")
    supplier = enter(people["editor"])
    assert "审核编辑：确认审改" in queue(supplier)
    html = supplier.get(address(submission)).content.decode()
    assert "审改的内容待您确认" in html
    token = hidden(html, "审改的内容待您确认")
    say(submission, people["editing"], "又改了一段。")
    assert supplier.post(address(submission), {"seen": token, "action": "confirm"}).status_code == 409
    assert not EditConfirmation.objects.exists()
    token = hidden(supplier.get(address(submission)).content.decode(), "审改的内容待您确认")
    assert supplier.post(address(submission), {"seen": token, "action": "confirm"}).status_code == 302
    submission = signed(submission, people["editing"], people["leader"])
    assert Permit.objects.filter(submission=submission).exists()


def test_the_editor_sees_before_submitting_what_each_step_asks(
    bureau: Agency, write: Write, enter: Enter
) -> None:
    client = enter(bureau.people["editor"])
    for category, words in (
        ("two", "三方会签两方通过：须2个环节签"),
        ("pair", "须2人签"),
        ("paper", "在纸上签署"),
        ("vetoed", "可一票否决"),
        ("edited", "可审改"),
    ):
        article = write(category)
        html = client.get(reverse("editor:chain", args=["page", article.pk])).content.decode()
        assert words in html


def test_buttons_of_other_forms_do_nothing_without_their_posts(
    bureau: Agency, submit: Submit, enter: Enter
) -> None:
    submission = signed(submit("paper"), bureau.people["legal"])
    client = enter(bureau.people["editor"])
    for action in ("record", "check", "mismatch", "confirm", "veto", "lift", "sign", "", "gibberish"):
        answer = client.post(address(submission), {"action": action, "seen": ""})
        assert answer.status_code == 409
    assert now(submission).state == "open"
