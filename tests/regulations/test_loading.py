"""Loading an original: a new version each time, by whoever administers the rules; nothing half made."""

import hashlib

import pytest
from django.db import IntegrityError, transaction
from dummy_plugins.printed import DOCUMENT
from guanwei.audit import clock
from guanwei.regulations.models import Original
from guanwei.regulations.queries import standing_original
from guanwei.regulations.services import load_original
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, add_person, put_in_post
from regulations.prints import ALONE, CARRIED, word

pytestmark = pytest.mark.django_db
BOOK = "printed.rules"


def test_a_loaded_text_keeps_who_when_and_the_files_digest(ruled: County) -> None:
    administrator = ruled.people["administrator"]
    original, refusals = load_original(BOOK, CARRIED.encode(), "规定.txt", administrator)
    no_refusals(refusals)
    assert original is not None
    assert (original.version, original.by, original.file_name) == (1, administrator, "规定.txt")
    assert original.sha256 == hashlib.sha256(CARRIED.encode()).hexdigest()
    assert original.at.date() == clock.now().date()
    assert [each.key for each in Original.objects.get().split()][:3] == ["文号", "抬头", "导语"]


def test_loading_again_is_a_new_version_and_the_old_stays(ruled: County) -> None:
    first, _none = load_original(BOOK, CARRIED.encode(), "规定.txt", None)
    second, refusals = load_original(BOOK, word(*ALONE.split("\n")), "规定.docx", None)
    no_refusals(refusals)
    assert first is not None
    assert second is not None
    assert [each.version for each in Original.objects.order_by("version")] == [1, 2]
    assert standing_original(BOOK) == second
    assert Original.objects.get(version=1).passages == first.passages


def test_the_same_file_is_not_loaded_twice(ruled: County) -> None:
    load_original(BOOK, CARRIED.encode(), "规定.txt", None)
    original, refusals = load_original(BOOK, CARRIED.encode(), "又一份.txt", None)
    assert original is None
    assert [each.sentence for each in refusals] == ["这个文件就是现用的第1版，不必重复载入。"]


def test_two_at_once_cannot_make_the_same_version(ruled: County) -> None:
    original, _none = load_original(BOOK, CARRIED.encode(), "规定.txt", None)
    assert original is not None
    twin = Original(rule_book=BOOK, version=1, file_name="", sha256="", passages=[])
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_the_agencys_own_administrator_may_load(ruled: County) -> None:
    own = add_person("water-administrator", "水利局系统管理员")
    put_in_post(own, "county.administrator", ruled.water.unit)
    original, refusals = load_original(BOOK, CARRIED.encode(), "规定.txt", own)
    no_refusals(refusals)
    assert original is not None


def test_others_may_not_and_read_who_may(ruled: County) -> None:
    elsewhere = add_person("school-administrator", "教育局系统管理员")
    put_in_post(elsewhere, "county.administrator", ruled.water.section)
    for person in (ruled.water.people["leader"], ruled.people["auditor"], elsewhere):
        original, refusals = load_original(BOOK, CARRIED.encode(), "规定.txt", person)
        assert original is None
        assert "请由启用这套规则的单位的系统管理员载入" in refusals[0].sentence
    assert not Original.objects.exists()


def test_a_book_that_is_on_nowhere_is_switched_on_first(county: County, printed: str) -> None:
    original, refusals = load_original(BOOK, CARRIED.encode(), "规定.txt", county.people["administrator"])
    assert original is None
    assert "尚未启用的先启用" in refusals[0].sentence


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "文件里没有文字"),
        ("另一个规定\n第一条甲。".encode(), "文件里没有找到"),
        (f"{DOCUMENT}\n只有一段话。".encode(), "没有分条或分部分的正文"),
        (b"x" * (10 * 1024 * 1024 + 1), "超过10 MB"),
    ],
)
def test_a_bad_file_leaves_nothing_behind(ruled: County, data: bytes, sentence: str) -> None:
    original, refusals = load_original(BOOK, data, "规定.txt", None)
    assert original is None
    assert len(refusals) == 1
    assert sentence in refusals[0].sentence
    assert not Original.objects.exists()


def test_what_the_book_and_the_print_lack_of_each_other_is_told(ruled: County) -> None:
    more = ALONE + "第九条其他事项。\n"
    original, _none = load_original(BOOK, more.encode(), "规定.txt", None)
    assert original is not None
    told = {each["code"]: each["said"] for each in original.remarks}
    assert told["document"].startswith("文件里没有《清河县宣传办公室关于规范新媒体工作的通知》")
    assert told["unsummed"] == "原文有第九条（“其他事项。”），规则书没有它的摘要。"
    missing = [each["said"] for each in original.remarks if each["code"] == "missing"]
    assert f"规则书摘要了《{DOCUMENT}》第四条，原文里没有找到这一处。" in missing
