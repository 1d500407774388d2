"""An office brings a plain-text document; it becomes a draft, or one sentence says why not."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from guanwei.approvals.models import Contribution
from guanwei.publishing.importing import Document, Unreadable, read_document
from guanwei.publishing.models import ArticlePage
from guanwei.testing.scenes import County, add_unit
from hypothesis import given
from hypothesis import strategies as st

NOTICE = """公告栏-清河县政府门户网站
当前位置: 首页>>政务公开>>公开信息内容
    清河县防汛办公室关于做好汛期值守工作的通知
    索引号: 10000001-QH/2026-0601 公开目录: 应急管理 发布日期: 2026年06月02日
    主题词: 发布机构: 防汛办 文\u00a0\u00a0号: 清防汛办发〔2026〕3号

各乡镇人民政府:

一、落实值守责任

每处重点堤段安排专人值守,遇有险情立即上报。

清河县防汛办公室

2026年6月1日

(此件公开发布)
版权所有:清河县人民政府
"""


def test_a_notice_is_read_as_printed() -> None:
    document = read_document(NOTICE.encode())
    assert document == Document(
        title="清河县防汛办公室关于做好汛期值守工作的通知",
        blocks=(
            ("paragraph", "各乡镇人民政府:"),
            ("heading", "一、落实值守责任"),
            ("paragraph", "每处重点堤段安排专人值守,遇有险情立即上报。"),
            ("paragraph", "清河县防汛办公室"),
            ("paragraph", "2026年6月1日"),
            ("paragraph", "(此件公开发布)"),
        ),
        index_number="10000001-QH/2026-0601",
        document_number="清防汛办发〔2026〕3号",
        issuing_body="防汛办",
        disclosure_catalogue="应急管理",
        disclosure_attribute="此件公开发布",
        published_on=date(2026, 6, 2),
        issued_on=date(2026, 6, 1),
    )


def test_a_file_from_an_older_office_reads_the_same() -> None:
    assert read_document(NOTICE.encode("gb18030")) == read_document(NOTICE.encode())


def test_a_day_that_does_not_exist_is_not_guessed() -> None:
    text = NOTICE.replace("2026年6月1日", "2026年2月30日").replace("2026年06月02日", "2026620")
    document = read_document(text.encode())
    assert (document.issued_on, document.published_on) == (None, None)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "没有文字"),
        (" \n\u3000\n".encode(), "没有文字"),
        (b"PK\x03\x04\x00\x00", "不是纯文本"),
        (b"\xff\xfe\xfd\xfc\xfb\xfa" * 50, "认不出文件的编码"),
        (b"a" * (50 * 1024 * 1024), "超过2 MB"),
    ],
    ids=["empty", "blank", "binary", "wrong-encoding", "50-MB"],
)
def test_junk_gets_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        read_document(data)


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    assert _said_of(data)


def _said_of(data: bytes) -> str:
    try:
        return read_document(data).title
    except Unreadable as refused:
        return str(refused)


def run(file: Path, *arguments: str) -> None:
    call_command("import_text", str(file), "--column", "news", "--supplier", "water-publicity", *arguments)


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    return file


def test_the_command_makes_a_draft(county: County, notice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(notice, "--by", "water-editor", "--json")
    said = json.loads(capsys.readouterr().out)
    article = ArticlePage.objects.get(pk=said["id"])
    assert (article.live, article.document_number) == (False, "清防汛办发〔2026〕3号")
    assert article.get_latest_revision() is not None
    assert set(
        Contribution.objects.filter(object_id=article.pk).values_list("person__username", flat=True)
    ) == {"water-editor"}


def test_the_same_file_is_imported_once(county: County, notice: Path) -> None:
    run(notice)
    with pytest.raises(CommandError, match="已经导入过"):
        run(notice)
    assert ArticlePage.objects.count() == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--column", "nowhere", "--supplier", "water"], "没有代号为“nowhere”的栏目"),
        (["--column", "news", "--supplier", "nobody"], "没有代号为“nobody”的单位"),
        (["--column", "news", "--supplier", "water", "--by", "ghost"], "没有用户名为“ghost”的人员"),
    ],
)
def test_a_wrong_name_gets_one_sentence(
    county: County, notice: Path, arguments: list[str], sentence: str
) -> None:
    with pytest.raises(CommandError, match=sentence):
        call_command("import_text", str(notice), *arguments)


@pytest.mark.parametrize("data", [b"", b"\0\1", b"x" * (3 * 1024 * 1024)], ids=["empty", "binary", "huge"])
def test_a_bad_file_leaves_nothing_half_made(county: County, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(data)
    with pytest.raises(CommandError):
        run(file)
    with pytest.raises(CommandError, match="读不了文件"):
        run(tmp_path / "absent.txt")
    assert not ArticlePage.objects.exists()


def test_whoever_does_not_write_for_the_unit_imports_nothing(county: County, notice: Path) -> None:
    with pytest.raises(CommandError, match="没有采编职务"):
        run(notice, "--by", "water-publisher")
    assert not ArticlePage.objects.exists()


def test_a_section_supplies_and_the_unit_with_the_accounts_manages(county: County, notice: Path) -> None:
    add_unit("清河县水利局工程科", "water-works", "section", county.water.unit)
    call_command("import_text", str(notice), "--column", "news", "--supplier", "water-works")
    article = ArticlePage.objects.get()
    assert (article.supplier.slug, article.manager.slug) == ("water-works", "water-publicity")
