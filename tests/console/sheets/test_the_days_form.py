"""审批表: the information officer looks at the day's sheet, archives it, and takes it away as a file."""

import io
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document
from guanwei.organisations.models import Person
from guanwei.publishing.models import FormSheet

from .conftest import BOOK, Enter, Outgoing

SHEETS = "/admin/console/sheets/"
NAMED = {"unit": "emergency-publicity", "form": f"{BOOK}.approval-form"}


def seal_on(page: str) -> str:
    found = re.search(r'name="seen" value="([0-9a-f]{64})"', page)
    assert found is not None, "no button to archive with"
    return found[1]


def archive(client: Client, **said: str) -> str:
    """Press 归档 on the sheet as it stands; the page that follows."""
    seal = seal_on(client.get(SHEETS, NAMED).content.decode())
    return client.post(SHEETS, {**NAMED, "seen": seal, **said}, follow=True).content.decode()


def test_the_sheet_shows_what_will_be_printed(
    everybody: dict[str, Person], outgoing: Outgoing, enter: Enter
) -> None:
    outgoing()
    page = enter(everybody["officer"]).get(SHEETS).content.decode()
    printed = re.sub(r"<[^>]+>", "|", page[page.index("gw-paper__grid") :])
    for words in ("信息发布类别", "☑微博　　□微信", "发布日期", "信息标题", "备注", "汛期值守安排", "原创"):
        assert words in printed
    for cell, signer in (("初审", "信息员"), ("复审", "科长"), ("终审", "分管局领导")):
        assert re.search(f"{cell}人员意见.*?{signer}（签字）", printed, re.DOTALL)
    assert page.count("<tr") >= 1 + 1 + 4 + 3
    assert "注：本表由当日初审人员填写" in page


def test_the_officer_archives_and_the_file_is_the_one_archived(
    everybody: dict[str, Person], outgoing: Outgoing, enter: Enter
) -> None:
    outgoing()
    client = enter(everybody["officer"])
    page = archive(client)
    kept = FormSheet.objects.get()
    assert kept.archived_by == everybody["officer"]
    for words in ("已归档：", "已核验，未改动", kept.sha256[:16], "汛期值守安排"):
        assert words in page
    file = client.get(f"{SHEETS}archived/{kept.pk}/")
    assert file.content == bytes(kept.file)
    assert "attachment" in file["Content-Disposition"]


def test_a_day_without_items_says_what_to_wait_for(everybody: dict[str, Person], enter: Enter) -> None:
    page = enter(everybody["officer"]).get(SHEETS).content.decode()
    assert "稿件发布以后再归档" in page
    assert 'name="seen"' not in page
    assert "还没有归档的表" in page


def test_an_archived_day_says_who_archived_it(
    everybody: dict[str, Person], outgoing: Outgoing, enter: Enter
) -> None:
    outgoing()
    archive(enter(everybody["officer"]))
    page = enter(everybody["administrator"]).get(SHEETS).content.decode()
    assert "已由信息员归档" in page
    assert "gw-paper__grid" not in page


def test_a_sheet_that_changed_since_it_was_seen_is_not_archived(
    everybody: dict[str, Person], outgoing: Outgoing, enter: Enter
) -> None:
    outgoing(title="汛期值守安排")
    client = enter(everybody["officer"])
    seal = seal_on(client.get(SHEETS).content.decode())
    outgoing(title="演练通告")
    answer = client.post(SHEETS, {**NAMED, "seen": seal})
    assert answer.status_code == 409
    assert "请重新核对一遍" in answer.content.decode()
    assert not FormSheet.objects.exists()
    archive(client)
    assert len(FormSheet.objects.get().lines) == 2


@pytest.mark.parametrize("seen", ["", "x", "0" * 64])
def test_a_sheet_is_not_archived_unseen(
    everybody: dict[str, Person], outgoing: Outgoing, enter: Enter, seen: str
) -> None:
    outgoing()
    assert enter(everybody["officer"]).post(SHEETS, {**NAMED, "seen": seen}).status_code == 409
    assert not FormSheet.objects.exists()


def test_items_after_the_archiving_make_a_second_sheet(
    everybody: dict[str, Person], outgoing: Outgoing, enter: Enter
) -> None:
    client = enter(everybody["officer"])
    outgoing(title="汛期值守安排")
    archive(client)
    outgoing(title="演练通告")
    page = archive(client)
    assert [each.number for each in FormSheet.objects.order_by("number")] == [1, 2]
    assert page.count("已核验，未改动") == 2


def test_the_draft_downloads_marked_as_a_draft_and_keeps_nothing(
    everybody: dict[str, Person], outgoing: Outgoing, enter: Enter
) -> None:
    outgoing()
    answer = enter(everybody["head"]).get(f"{SHEETS}draft/")
    document = Document(io.BytesIO(answer.content))
    assert "草稿，未归档" in document.paragraphs[0].text
    assert "汛期值守安排" in document.tables[0].rows[2].cells[0].text
    assert not FormSheet.objects.exists()


def test_the_screen_costs_the_same_at_any_length(
    everybody: dict[str, Person], outgoing: Outgoing, enter: Enter
) -> None:
    client = enter(everybody["officer"])

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(SHEETS).status_code == 200
        return len(queries)

    outgoing()
    archive(client)
    outgoing()
    asked()
    few = asked()
    for title in ("演练通告", "避险提示", "值守电话"):
        outgoing(title=title)
    archive(client)
    outgoing()
    assert asked() == few
