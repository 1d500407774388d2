"""Files that an item carries are looked into: how much of what stands where, and what can't be looked into is held."""

from typing import Any

import pytest
from guanwei.approvals.models import Submission
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import foresee, submit
from guanwei.testing.scenes import County, write_article
from screening.tables import attached, id_number, table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def carrying(county: County, data: bytes, name: str) -> ArticlePage:
    body = [("paragraph", "<p>名单见附件。</p>"), ("attachment", attached(data, name))]
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
    from guanwei.screening import attached as reading
    from guanwei.screening.attachments.passages import Contents
    from guanwei.screening.attachments.problems import Problem, ProblemCode

    article = carrying(county, table(1), "加密.xlsx")
    locked = Contents("xlsx", problem=Problem(ProblemCode.ENCRYPTED))
    monkeypatch.setattr(reading, "contents_of", lambda _sha256, _name: locked)
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
