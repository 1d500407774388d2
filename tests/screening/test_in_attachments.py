"""Files that an item carries are looked into: how much of what stands where, and what can't be looked into is held."""

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from guanwei.approvals.models import Submission
from guanwei.publishing.models import ArticlePage, Attachment
from guanwei.publishing.services import foresee, submit
from guanwei.testing.scenes import County, write_article
from openpyxl import Workbook

pytestmark = pytest.mark.django_db
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def id_number(serial: int) -> str:
    """A number with a right last digit, of nobody."""
    body = f"64032319900101{serial:03d}"
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11]


def table(rows: int) -> bytes:
    """A list of people: column D holds their numbers."""
    book = Workbook()
    sheet = book.active
    sheet.append(["序号", "村", "项目", "身份证号"])
    for number in range(rows):
        sheet.append([number + 1, "某村", "补贴", id_number(number)])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.fixture(autouse=True)
def _own_media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def carrying(county: County, data: bytes, name: str) -> ArticlePage:
    attachment = Attachment(title=name, file=ContentFile(data, name))
    attachment.save()
    body = [("paragraph", "<p>名单见附件。</p>"), ("attachment", attachment)]
    return write_article(county, county.water, county.water.people["editor"], body=body)


def against(county: County, article: ArticlePage) -> tuple[Submission | None, str]:
    made, refusals = submit(article, county.water.people["editor"])
    return made, " ".join(map(str, refusals))


def test_numbers_in_a_table_are_told_by_column_and_stop_the_item(county: County) -> None:
    article = carrying(county, table(23), "补贴名单.xlsx")
    (seen,) = [
        each.finding
        for each in foresee(article, county.water.people["editor"]).findings
        if each.finding.check == "county.id-number"
    ]
    assert "23个身份证号" in seen.places[0].words
    assert "D" in seen.places[0].words
    assert "补贴名单.xlsx" in seen.places[0].part
    made, said = against(county, article)
    assert made is None
    assert "身份证号" in said
    assert id_number(0) not in said


def test_a_clean_table_goes_on(county: County) -> None:
    assert against(county, carrying(county, table(0), "空表.xlsx"))[0] is not None


def test_a_text_with_a_mark_of_secrecy_in_an_attachment_is_refused(county: County) -> None:
    made, said = against(county, carrying(county, "机密★10年\n布置图\n".encode(), "布置图.txt"))
    assert made is None
    assert "密级" in said


@pytest.mark.law("L6")
def test_a_file_that_opens_for_nobody_holds_the_item_and_says_why(county: County, monkeypatch: Any) -> None:
    from guanwei.screening import attached
    from guanwei.screening.attachments.passages import Contents
    from guanwei.screening.attachments.problems import Problem, ProblemCode

    article = carrying(county, table(1), "加密.xlsx")
    locked = Contents("xlsx", problem=Problem(ProblemCode.ENCRYPTED))
    monkeypatch.setattr(attached, "contents_of", lambda _sha256, _name: locked)
    made, said = against(county, article)
    assert made is None
    assert "密码" in said


@pytest.mark.law("L6")
def test_a_file_that_is_gone_holds_the_item(county: County, tmp_path: Any) -> None:
    article = carrying(county, table(1), "丢失.xlsx")
    for path in tmp_path.rglob("*.xlsx"):
        path.unlink()
    made, said = against(county, article)
    assert made is None
    assert "没有完成" in said
